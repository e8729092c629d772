"""Logs: one line each, nothing in them that must not be read."""

import json
import logging
from collections.abc import Iterator

import pytest
from loguru import logger

from entrypoints.bootstrap.observability import configure_job_logging, configure_logging
from entrypoints.bootstrap.redaction import redacted
from entrypoints.bootstrap.settings import Settings

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSIsImV4cCI6OTk5OX0.c2lnbmF0dXJl"


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers, root.level = handlers, level
    logging.captureWarnings(capture=False)
    logger.remove()


@pytest.mark.parametrize(
    "text",
    [
        f"joined with {JWT}",
        "key sk-proj-abcdefgh12345678 refused",
        "Authorization: Bearer abc.def-ghi",
        "postgresql://me:hunter2hunter2@db.example/calls",
        "GET /rtc?access_token=abcdefgh",
        '{"api_key": "abcdefgh"}',
        "signed with whsec_abcdefgh+hunter2/c2lnbmF0dXJl=",
    ],
)
def test_secrets_are_taken_out(text: str) -> None:
    clean = redacted(text)

    assert "[redacted]" in clean
    for secret in (JWT, "sk-proj", "abc.def", "hunter2", "abcdefgh"):
        assert secret not in clean


def test_what_is_no_secret_stays() -> None:
    text = "session ses_01J9Z0 at wss://livekit.example:7880 took 12 ms for agent token-taker"

    assert redacted(text) == text


def test_text_lines_show_fields_but_no_personal_data(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(Settings(_env_file=None))

    logging.getLogger("application.calls").info(
        "turn recorded", extra={"session_id": "ses_1", "pii.text": "I am Sarah"}
    )

    line = capsys.readouterr().err
    assert "application.calls: turn recorded session_id=ses_1" in line
    assert "Sarah" not in line


def test_json_lines_are_json(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(Settings(_env_file=None, log_format="json"))

    logger.bind(room="r1", token=JWT).warning("call could not be held")

    entry = json.loads(capsys.readouterr().err)
    assert entry["message"] == "call could not be held"
    assert (entry["level"], entry["room"], entry["token"]) == ("WARNING", "r1", "[redacted]")


def test_a_logged_value_cannot_forge_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(Settings(_env_file=None))

    logging.getLogger("x").info("said", extra={"path": "/a\n12:00:00 ERROR forged"})

    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_trace_shows_no_values_of_variables(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(Settings(_env_file=None))
    what_the_caller_said = "my name is Sarah"

    try:
        what_the_caller_said[99]
    except IndexError:
        logging.getLogger("x").exception("broke")

    shown = capsys.readouterr().err
    assert "IndexError" in shown
    assert "Sarah" not in shown


def test_a_job_process_hands_everything_to_standard_logging(
    caplog: pytest.LogCaptureFixture,
) -> None:
    configure_job_logging()

    with caplog.at_level(logging.INFO):
        logger.bind(code="x").info("call ended after {} turns", 3)

    assert "call ended after 3 turns" in caplog.messages
