"""`voice-agent work`: what failed is seen, tried again, or given up."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from application.ports.work_queue import Job
from entrypoints.bootstrap.lifecycle import open_container
from entrypoints.bootstrap.migrations import migrate
from entrypoints.bootstrap.settings import load_settings
from entrypoints.cli import app


@pytest.fixture(autouse=True)
def dead_job(folder: Path) -> None:
    """A database with one job that failed for good and one that waits, in the empty folder."""
    del folder
    asyncio.run(_set_up())


async def _set_up() -> None:
    settings = load_settings(None)
    await migrate(settings)
    async with open_container(settings) as container:
        async with container.unit_of_work()() as uow:
            for number in (1, 2):
                await uow.work.put(Job(kind="ring", key=f"ring:{number}", payload={"n": number}))
            await uow.commit()
        desk = container.work_desk()
        (item,) = await desk.claim(
            owner="test", kinds=("ring",), lease=timedelta(seconds=9), at_most=1
        )
        await desk.give_up(item, reason="HTTP 410")


def run(runner: CliRunner, *words: str) -> Result:
    return runner.invoke(app, ["work", *words])


def answer(runner: CliRunner, *words: str) -> Any:
    result = run(runner, *words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_dead_letters_are_seen_and_tried_again(runner: CliRunner) -> None:
    (dead,) = answer(runner, "list", "--state", "dead")
    assert (dead["kind"], dead["lastError"]) == ("ring", "HTTP 410")
    assert answer(runner, "show", dead["id"]) == dead
    assert answer(runner, "retry", dead["id"])["state"] == "ready"
    assert not answer(runner, "list", "--state", "dead")


def test_a_job_is_called_off_once(runner: CliRunner) -> None:
    (waiting,) = answer(runner, "list", "--state", "ready")
    assert answer(runner, "cancel", waiting["id"])["state"] == "cancelled"
    refused = run(runner, "cancel", waiting["id"])
    assert (refused.exit_code, "is cancelled" in str(refused.exception)) == (1, True)


def test_people_get_a_table(runner: CliRunner) -> None:
    lines = run(runner, "list").stdout.splitlines()
    assert lines[0].split() == ["ID", "STATE", "KIND", "ATTEMPT", "DUE", "LAST", "ERROR"]
    assert [line.split()[1:4] for line in lines[1:]] == [
        ["ready", "ring", "0/12"],
        ["dead", "ring", "1/12"],
    ]
    assert "lastError: HTTP 410" in run(runner, "show", "1").stdout


def test_what_is_not_there_is_said(runner: CliRunner) -> None:
    for word in ("show", "retry", "cancel"):
        assert "no job 99" in str(run(runner, word, "99").exception)
    assert not answer(runner, "list", "--kind", "other")
