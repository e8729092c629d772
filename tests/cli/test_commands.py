"""What commands print and how they exit."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import jwt
import pytest
from typer.testing import CliRunner

from entrypoints.bootstrap.lifecycle import open_container, seed
from entrypoints.bootstrap.migrations import migrate
from entrypoints.bootstrap.settings import load_settings
from entrypoints.cli import app

REPOSITORY = Path(__file__).parents[2]
HEAVY = ("livekit", "openai", "sqlalchemy", "fastapi", "aiohttp", "numpy", "pydantic")


def test_the_command_line_is_there_before_anything_heavy_is() -> None:
    program = f"import sys, entrypoints.cli; print([m for m in {HEAVY!r} if m in sys.modules])"

    loaded = subprocess.run(
        [sys.executable, "-c", program],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert loaded.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "command",
    [
        "serve",
        "demo",
        "call",
        "doctor",
        "dispatch",
        "token",
        "emulator",
        "agents",
        "db",
        "bench",
        "eval",
    ],
)
def test_every_command_explains_itself(runner: CliRunner, command: str) -> None:
    shown = runner.invoke(app, [command, "--help"])

    assert shown.exit_code == 0
    assert "Usage:" in shown.output


def test_a_database_is_set_up_and_taken_down(runner: CliRunner) -> None:
    before = runner.invoke(app, ["db", "status"])
    upgraded = runner.invoke(app, ["db", "upgrade"])
    after = runner.invoke(app, ["db", "status", "--json"])
    down = runner.invoke(app, ["db", "downgrade", "base", "--yes"])
    emptied = runner.invoke(app, ["db", "status", "--json"])

    assert before.exit_code == 1
    assert "run `db upgrade`" in before.stdout
    assert (upgraded.exit_code, down.exit_code) == (0, 0)
    assert json.loads(after.stdout)["isLatest"] is True
    assert json.loads(emptied.stdout)["current"] is None


def test_going_back_asks_first(runner: CliRunner) -> None:
    runner.invoke(app, ["db", "upgrade"])

    refused = runner.invoke(app, ["db", "downgrade", "base"], input="n\n")

    assert refused.exit_code == 1
    assert runner.invoke(app, ["db", "status"]).exit_code == 0


def test_no_agents_in_a_new_database(runner: CliRunner) -> None:
    runner.invoke(app, ["db", "upgrade"])

    listed = runner.invoke(app, ["agents", "list", "--json"])

    assert listed.exit_code == 0
    assert json.loads(listed.stdout) == []


def test_an_agent_is_shown_as_the_api_shows_it(runner: CliRunner) -> None:
    asyncio.run(_set_up())

    listed = runner.invoke(app, ["agents", "list"])
    shown = json.loads(runner.invoke(app, ["agents", "show", "demo", "--json"]).stdout)

    assert "demo  1        en" in listed.stdout
    assert (shown["agentId"], shown["turnTaking"]["silenceMs"]) == ("demo", 500)


async def _set_up() -> None:
    settings = load_settings(None)
    await migrate(settings)
    async with open_container(settings) as container:
        assert await seed(container)
        assert not await seed(container)


def test_a_database_without_tables_is_named_with_its_remedy(runner: CliRunner) -> None:
    listed = runner.invoke(app, ["agents", "list"])

    assert listed.exit_code == 1
    assert "voice-agent db upgrade" in str(listed.exception)


@pytest.mark.usefixtures("livekit_that_is_away")
def test_a_token_lets_one_person_into_one_room(runner: CliRunner) -> None:
    made = runner.invoke(app, ["token", "--room", "r1", "--identity", "sarah", "--json"])

    answer = json.loads(made.stdout)
    claims = jwt.decode(answer["token"], options={"verify_signature": False})
    assert claims["sub"] == "sarah"
    assert (claims["video"]["room"], claims["video"]["roomJoin"]) == ("r1", True)
    assert answer["url"] == "ws://127.0.0.1:1"


def test_a_token_without_livekit_says_what_to_set(runner: CliRunner) -> None:
    made = runner.invoke(app, ["token", "--room", "r1", "--identity", "sarah"])

    assert made.exit_code == 1
    assert "LIVEKIT_API_SECRET" in str(made.exception)


def test_dispatching_without_a_service_says_how_to_start_one(runner: CliRunner) -> None:
    asked = runner.invoke(app, ["dispatch", "--room", "r1", "--url", "http://127.0.0.1:1"])

    assert asked.exit_code == 1
    assert "voice-agent serve" in str(asked.exception)


def test_the_doctor_is_content_with_a_fresh_machine(
    runner: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("API_SERVER_PORT", "0")

    examined = runner.invoke(app, ["doctor", "--json"])

    report = json.loads(examined.stdout)
    verdicts = {check["name"]: check["verdict"] for check in report["checks"]}
    assert examined.exit_code == 0
    assert report["ok"] is True
    assert verdicts == {
        "livekit": "note",
        "clock": "note",
        "realtime": "note",
        "database": "note",
        "port": "ok",
    }


@pytest.mark.usefixtures("livekit_that_is_away")
def test_the_doctor_names_what_is_away_and_what_to_do(runner: CliRunner) -> None:
    examined = runner.invoke(app, ["doctor", "--json"])

    report = json.loads(examined.stdout)
    problems = {check["name"]: check for check in report["checks"] if check["fix"]}
    assert examined.exit_code == 1
    assert {"livekit", "realtime"} <= set(problems)
    assert "LIVEKIT_URL" in problems["livekit"]["fix"]


def test_a_database_that_is_away_is_a_problem_without_its_password(
    runner: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:hunter2@127.0.0.1:1/calls")

    examined = runner.invoke(app, ["doctor"])

    assert examined.exit_code == 1
    assert "PROBLEM  database" in examined.stdout
    assert "hunter2" not in examined.output


def test_a_mistake_in_the_environment_is_a_sentence_not_a_trace() -> None:
    asked = subprocess.run(
        [sys.executable, "-m", "entrypoints", "agents", "list"],
        cwd=REPOSITORY,
        env={"LOG_LEVEL": "chatty", "API_SERVER_PORT": "x"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert asked.returncode == 1
    assert "LOG_LEVEL" in asked.stderr
    assert "API_SERVER_PORT" in asked.stderr
    assert "Traceback" not in asked.stderr
