"""Commands in an empty folder, with an empty environment."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from entrypoints.bootstrap.settings import Settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


@pytest.fixture
def livekit_that_is_away(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, str]:
    """Settings of a LiveKit server and a Realtime endpoint where nothing listens."""
    variables = {
        "LIVEKIT_URL": "ws://127.0.0.1:1",
        "LIVEKIT_API_KEY": "key",
        "LIVEKIT_API_SECRET": "a secret that is long enough for signing with it",
        "OPENAI_BASE_URL": "http://127.0.0.1:1/v1",
    }
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return variables
