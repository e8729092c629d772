"""Logs of every library in one place, one line each, without secrets or personal data."""

import json
import logging
import sys
from typing import TYPE_CHECKING

from loguru import logger

from entrypoints.bootstrap.redaction import presentable, redacted
from entrypoints.bootstrap.settings import Settings

if TYPE_CHECKING:
    from loguru import Message

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "color_message"}
_LEVELS = frozenset((logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL))
# Their lower levels tell nothing new, or quote what is stored (aiosqlite).
_NOISY = (
    "aiohttp.access",
    "aiosqlite",
    "alembic",
    "asyncio",
    "httpcore",
    "httpx",
    "livekit",
    "uvicorn",
    "websockets",
)


def configure_logging(settings: Settings) -> None:
    """Write this process's logs, and those its job processes send it, to standard error."""
    logger.remove()
    sink = _write_json if settings.log_format == "json" else _write_text
    # `diagnose` would print the values of variables: tokens, and what callers say.
    logger.add(sink, level=settings.log_level, format="{message}", backtrace=False, diagnose=False)
    root = logging.getLogger()
    root.handlers = [_ToLoguru()]
    root.setLevel(settings.log_level)
    for name in _NOISY:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    logging.getLogger("livekit.agents").setLevel(max(logging.INFO, root.level))
    logging.captureWarnings(capture=True)


def configure_job_logging() -> None:
    """In a job process: hand everything to the standard logging that LiveKit ships to the parent.

    The parent formats and redacts it. Call this in the job's set-up, not when importing.
    """
    logger.remove()
    logger.add(_to_standard_logging, level=0, format="{message}")


class _ToLoguru(logging.Handler):
    """Standard log records, with their extra fields, as loguru's."""

    def emit(self, record: logging.LogRecord) -> None:
        extra = {name: value for name, value in vars(record).items() if name not in _STANDARD}
        known = record.levelno in _LEVELS
        logger.bind(**{**extra, "logger": record.name}).opt(exception=record.exc_info).log(
            record.levelname if known else record.levelno, "{}", record.getMessage()
        )


def _to_standard_logging(message: "Message") -> None:
    record = message.record
    name = str(record["extra"].get("logger", record["name"]))
    logging.getLogger(name).log(record["level"].no, record["message"])


def _write_text(message: "Message") -> None:
    record = message.record
    fields = presentable(record["extra"])
    source = fields.pop("logger", record["name"])
    said = " ".join(
        (str(record["message"]), *(f"{name}={value}" for name, value in fields.items()))
    )
    # Whatever is logged, it cannot forge a line of its own.
    line = said.replace("\r", "\\r").replace("\n", "\\n")
    when = f"{record['time']:HH:mm:ss.SSS} {record['level'].name:<7}"
    sys.stderr.write(redacted(f"{when} {source}: {line}{_trace(message)}\n"))


def _write_json(message: "Message") -> None:
    record = message.record
    entry = {
        "time": record["time"].isoformat(),
        "level": record["level"].name,
        "message": redacted(record["message"]),
        **presentable(record["extra"]),
    }
    trace = _trace(message)
    if trace:
        entry["trace"] = redacted(trace.strip())
    sys.stderr.write(json.dumps(entry, ensure_ascii=False) + "\n")


def _trace(message: "Message") -> str:
    # The text that loguru made is the message, then the trace if there is one.
    return str(message).rstrip().removeprefix(message.record["message"].rstrip())
