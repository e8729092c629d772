"""Settings: what a mistake in the environment looks like, and that the example file is complete."""

import os
import re
from pathlib import Path

import pytest

from entrypoints.bootstrap.settings import (
    Settings,
    SettingsError,
    environment_of,
    export_settings,
    load_settings,
)

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_the_example_file_names_every_setting_once() -> None:
    named = re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text(), flags=re.MULTILINE)

    assert sorted(named) == sorted(name.upper() for name in Settings.model_fields)


def test_the_example_file_changes_nothing() -> None:
    assert load_settings(EXAMPLE) == load_settings(None)


def test_every_mistake_is_listed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIVEKIT_URL", "livekit.example.com")
    monkeypatch.setenv("LIVEKIT_API_KEY", "key")
    monkeypatch.setenv("API_SERVER_PORT", "99999")
    monkeypatch.setenv("LOG_LEVEL", "chatty")
    monkeypatch.setenv("SESSION_LEASE_S", "3")

    with pytest.raises(SettingsError) as raised:
        load_settings(None)

    message = str(raised.value)
    for name in ("LIVEKIT_URL:", "LIVEKIT_API_SECRET:", "API_SERVER_PORT:", "LOG_LEVEL:"):
        assert name in message
    assert "SESSION_LEASE_S: must be longer than HEARTBEAT_S" in message


def test_a_mistake_does_not_repeat_the_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://me:hunter2@db/calls")
    monkeypatch.setenv("LIVEKIT_URL", "hunter2")

    with pytest.raises(SettingsError) as raised:
        load_settings(None)

    assert "hunter2" not in str(raised.value)


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-hunter2")
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:hunter2@db/calls")

    assert "hunter2" not in repr(load_settings(None))


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_SERVER_PORT", "")
    monkeypatch.setenv("OPENAI_API_KEY", "")

    settings = load_settings(None)

    assert settings.api_server_port == 4008
    assert not settings.has_realtime


def test_the_environment_counts_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / ".env"
    file.write_text("LOG_LEVEL=ERROR\nAGENT_NAME=from-file\n")
    monkeypatch.setenv("LOG_LEVEL", "debug")

    settings = load_settings(file)

    assert (settings.log_level, settings.agent_name) == ("DEBUG", "from-file")


def test_exported_settings_are_loaded_again_by_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings(None).updated(
        livekit_url="ws://127.0.0.1:7880",
        livekit_api_key="key",
        livekit_api_secret="s" * 40,
        max_sessions_per_worker=3,
    )
    before = dict(os.environ)
    try:
        export_settings(settings)
        assert load_settings(None) == settings
    finally:
        for name in environment_of(settings):
            os.environ.pop(name, None)
        os.environ.update(before)


def test_a_change_is_checked_as_the_environment_is() -> None:
    with pytest.raises(ValueError, match="max_sessions_per_worker"):
        load_settings(None).updated(max_sessions_per_worker=0)
