"""`voice-agent agents`: from one version to the next and back."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from entrypoints.bootstrap.lifecycle import open_container, seed
from entrypoints.bootstrap.migrations import migrate
from entrypoints.bootstrap.settings import load_settings
from entrypoints.cli import app


@pytest.fixture(autouse=True)
def demo_agent(folder: Path) -> None:
    """A database with the demo agent, in the empty folder."""
    del folder
    asyncio.run(_set_up())


async def _set_up() -> None:
    settings = load_settings(None)
    await migrate(settings)
    async with open_container(settings) as container:
        await seed(container)


def run(runner: CliRunner, *words: str, stdin: str | None = None) -> Result:
    return runner.invoke(app, ["agents", *words], input=stdin)


def answer(runner: CliRunner, *words: str) -> Any:
    result = run(runner, *words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def write(folder: Path, config: dict[str, Any]) -> str:
    path = folder / "agent.json"
    path.write_text(json.dumps(config), encoding="utf-8")
    return str(path)


def test_what_show_prints_can_be_edited_and_published(runner: CliRunner, folder: Path) -> None:
    config = answer(runner, "show", "demo")
    file = write(folder, {**config, "voice": "cedar"})

    drafted = answer(runner, "draft", "demo", "--file", file)
    published = run(runner, "publish", "demo")

    assert (drafted["voice"], drafted["basedOn"]) == ("cedar", 1)
    assert published.stdout == "demo is published at version 2\n"
    assert answer(runner, "show", "demo")["voice"] == "cedar"
    assert answer(runner, "show", "demo", "--version", "1")["voice"] == config["voice"]


def test_the_way_back_is_a_new_version(runner: CliRunner, folder: Path) -> None:
    config = answer(runner, "show", "demo")
    run(runner, "draft", "demo", "--file", write(folder, {**config, "voice": "cedar"}))
    run(runner, "publish", "demo")

    back = answer(runner, "rollback", "demo", "1")

    assert (back["version"], back["voice"]) == (3, config["voice"])
    assert [one["version"] for one in answer(runner, "versions", "demo")] == [3, 2, 1]
    table = run(runner, "versions", "demo").stdout.splitlines()
    assert table[0].split() == ["VERSION", "PUBLISHED", "NAME"]
    assert [line.split()[0] for line in table[1:]] == ["3", "2", "1"]


def test_a_draft_that_is_there_is_written_over_only_when_told_to(
    runner: CliRunner, folder: Path
) -> None:
    config = {**answer(runner, "show", "demo"), "voice": "cedar"}
    file = write(folder, config)
    assert run(runner, "draft", "demo", "--file", file, "--replace").exit_code == 0

    refused = run(runner, "draft", "demo", "--file", file)
    replaced = run(
        runner, "draft", "demo", "--file", "-", "--replace", stdin=json.dumps(config | {"speed": 1})
    )

    assert refused.exit_code == 1
    assert "there is a draft already" in str(refused.exception)
    assert "speed: 1.0" in replaced.stdout
    assert answer(runner, "draft", "demo")["voice"] == "cedar"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "the file: Invalid JSON"),
        ('{"name": "A"}', "instructions: Field required"),
        ('{"name": "A", "instructions": "B", "limits": {"maxDurationS": 1}}', "maxDurationS"),
        ('{"name": "A", "instructions": "B", "shoeSize": 44}', "shoeSize"),
        ('{"name": "A", "instructions": "B", "tools": ["launch"]}', "launch"),
    ],
)
def test_a_mistake_in_a_file_is_named(
    runner: CliRunner, folder: Path, text: str, says: str
) -> None:
    path = folder / "agent.json"
    path.write_text(text, encoding="utf-8")

    refused = run(runner, "draft", "demo", "--file", str(path))

    assert refused.exit_code == 1
    assert says in str(refused.exception)


def test_what_is_not_there_is_said(runner: CliRunner) -> None:
    for words, says in (
        (("draft", "demo"), "agent demo has no draft"),
        (("publish", "demo"), "agent demo has no draft to publish"),
        (("rollback", "demo", "9"), "no agent demo at version 9"),
        (("show", "nobody"), "no agent nobody"),
        (("versions", "nobody"), "no agent nobody"),
    ):
        refused = run(runner, *words)
        assert refused.exit_code == 1
        assert says in str(refused.exception)
