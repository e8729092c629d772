"""The note by which other commands find the LiveKit server that `serve` started."""

import json
from pathlib import Path

import pytest

from entrypoints.bootstrap.running_livekit import announced, with_running_livekit
from entrypoints.bootstrap.settings import Settings


@pytest.fixture
def mine(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, var_dir=tmp_path)


@pytest.fixture
def started(mine: Settings) -> Settings:
    return mine.updated(
        livekit_url="ws://127.0.0.1:7880", livekit_api_key="key", livekit_api_secret="s" * 40
    )


def test_the_server_is_found_while_it_runs(mine: Settings, started: Settings) -> None:
    with announced(started):
        found = with_running_livekit(mine)
    after = with_running_livekit(mine)

    assert found == started
    assert after == mine


def test_nobody_else_may_read_the_note(mine: Settings, started: Settings) -> None:
    with announced(started):
        modes = [path.stat().st_mode & 0o777 for path in mine.var_dir.iterdir()]

    assert modes == [0o600]


def test_the_note_of_a_killed_service_counts_no_more(mine: Settings, started: Settings) -> None:
    with announced(started):
        (note,) = mine.var_dir.iterdir()
        values = json.loads(note.read_text())
        note.write_text(json.dumps({**values, "process": 2**22 + 1}))

        assert with_running_livekit(mine) == mine


def test_a_configured_server_counts_before_the_note(mine: Settings, started: Settings) -> None:
    configured = started.updated(livekit_url="wss://livekit.example.com")

    with announced(started):
        assert with_running_livekit(configured) == configured
