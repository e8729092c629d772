"""The service's settings: the only place that reads, or writes, the process's environment."""

import os
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import SettingsConfigDict

from domain.errors import InvalidValueError
from entrypoints.bootstrap.access_settings import AccessSettings
from entrypoints.bootstrap.crm_settings import CrmSettings
from entrypoints.bootstrap.limit_settings import LimitSettings
from entrypoints.bootstrap.tool_settings import check_secrets
from entrypoints.bootstrap.workflow_settings import WorkflowSettings

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]

_DATABASES = ("sqlite", "postgres", "postgresql")


class SettingsError(InvalidValueError):
    """The environment does not describe a service that can run; the message lists every mistake."""

    code = "invalid_settings"


class Settings(AccessSettings, CrmSettings, LimitSettings, WorkflowSettings):
    """Every setting, by its environment variable in lower case; `.env.example` documents them."""

    model_config = SettingsConfigDict(
        env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    livekit_url: str | None = None
    livekit_api_key: str | None = None
    livekit_api_secret: SecretStr | None = Field(default=None, validate_default=True)

    openai_api_key: SecretStr | None = None
    openai_base_url: str | None = None
    openai_realtime_model: str = "gpt-realtime-2.1"
    openai_transcriber: str = "gpt-4o-mini-transcribe"
    openai_reader_model: str = "gpt-4.1-mini"

    api_server_host: str = "127.0.0.1"
    api_server_port: Annotated[int, Field(ge=0, le=65535)] = 4008

    log_level: LogLevel = "INFO"
    log_format: Literal["text", "json"] = "text"

    var_dir: Path = Path("./var")
    # Kept out of the representation: it may hold a password.
    database_url: str = Field(default="", repr=False, validate_default=True)

    agent_name: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")] = "voice-agent"
    max_sessions_per_worker: Annotated[int, Field(ge=1, le=1000)] = 10
    idle_processes: Annotated[int, Field(ge=0, le=64)] = 1
    heartbeat_s: Annotated[float, Field(gt=0, le=300)] = 5
    session_lease_s: Annotated[float, Field(gt=0, le=900)] = Field(
        default=15, validate_default=True
    )
    dispatch_attempt_s: Annotated[float, Field(gt=0, le=60)] = 5
    dispatch_max_attempts: Annotated[int, Field(ge=1, le=20)] = 3
    realtime_chunk_ms: Annotated[int, Field(ge=10, le=500)] = 20
    drain_timeout_s: Annotated[float, Field(ge=1, le=3600)] = 300

    # A JSON object of names and values.
    tool_secrets: SecretStr | None = None
    tool_allowed_hosts: str = ""
    tool_allowed_commands: str = ""
    webhook_allowed_hosts: str = ""

    @field_validator("log_level", mode="before")
    @classmethod
    def _any_case(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("livekit_url")
    @classmethod
    def _is_livekit_url(cls, value: str | None) -> str | None:
        return _url(value, "ws", "wss", "http", "https")

    @field_validator("livekit_api_secret")
    @classmethod
    def _livekit_is_complete(
        cls, value: SecretStr | None, info: ValidationInfo
    ) -> SecretStr | None:
        # A sibling that was refused is absent from the data; it was set all the same.
        given = {
            "LIVEKIT_URL": info.data.get("livekit_url", ""),
            "LIVEKIT_API_KEY": info.data.get("livekit_api_key", ""),
            "LIVEKIT_API_SECRET": value,
        }
        missing = [name for name, one in given.items() if one is None]
        if missing and len(missing) < len(given):
            raise ValueError(f"LIVEKIT_ settings belong together; not set: {', '.join(missing)}")
        return value

    @field_validator("openai_base_url")
    @classmethod
    def _is_http_url(cls, value: str | None) -> str | None:
        return _url(value, "http", "https")

    @field_validator("database_url")
    @classmethod
    def _is_database(cls, value: str, info: ValidationInfo) -> str:
        if not value:
            return f"sqlite:///{info.data.get('var_dir', 'var')}/voice-agent.db"
        scheme = value.partition("://")[0].partition("+")[0]
        if scheme not in _DATABASES or "://" not in value:
            raise ValueError("must start with sqlite:// or postgresql://")
        return value

    @field_validator("tool_secrets")
    @classmethod
    def _names_secrets(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            check_secrets(value.get_secret_value())
        return value

    @field_validator("session_lease_s")
    @classmethod
    def _outlives_a_beat(cls, value: float, info: ValidationInfo) -> float:
        if value <= info.data.get("heartbeat_s", 0):
            raise ValueError("must be longer than HEARTBEAT_S, or every call would look abandoned")
        return value

    @property
    def has_livekit(self) -> bool:
        """Whether a LiveKit server is configured; otherwise `serve` starts one of its own."""
        return self.livekit_url is not None

    @property
    def has_realtime(self) -> bool:
        """Whether a Realtime endpoint is configured; otherwise `serve` starts the local one."""
        return self.openai_api_key is not None or self.openai_base_url is not None

    def updated(self, **changes: object) -> Self:
        """The same settings but for *changes*, which are checked as the environment's are."""
        values = {name: getattr(self, name) for name in type(self).model_fields} | changes
        return type(self)(_env_file=None, **values)


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """The settings of this process. Raises SettingsError naming everything that is wrong.

    A variable of the environment counts before the same one in *env_file*.
    """
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        raise SettingsError(_message(_mistakes(error))) from None


def environment_of(settings: Settings) -> dict[str, str]:
    """The variables with which another process loads exactly these settings; empty is not set."""
    variables: dict[str, str] = {}
    for name in type(settings).model_fields:
        value = getattr(settings, name)
        plain = value.get_secret_value() if isinstance(value, SecretStr) else value
        variables[name.upper()] = "" if plain is None else str(plain)
    return variables


def export_settings(settings: Settings) -> None:
    """Let child processes load exactly these settings: they read the environment they inherit."""
    for name, value in environment_of(settings).items():
        if value:
            os.environ[name] = value
        else:
            # Not "": libraries of others take that for a value.
            os.environ.pop(name, None)


def prepare_livekit_environment() -> None:
    """Switches LiveKit's library reads from the environment; call it before importing that."""
    # Its own voice activity and turn models: about 240 MB that a Realtime agent never uses.
    os.environ.setdefault("LIVEKIT_AGENTS_PRELOAD_LOCAL_INFERENCE", "0")
    # By default its spans carry what callers say.
    os.environ.setdefault("LIVEKIT_TELEMETRY_ALLOW_PII", "0")


def _url(value: str | None, *schemes: str) -> str | None:
    if value is None:
        return None
    scheme, separator, rest = value.partition("://")
    if scheme not in schemes or not separator or not rest:
        raise ValueError(f"must be a URL starting with {' or '.join(f'{s}://' for s in schemes)}")
    return value.rstrip("/")


def _mistakes(error: ValidationError) -> list[str]:
    # Never the value that was given: it may be a secret in the wrong place.
    return [
        f"{str(mistake['loc'][0]).upper()}: {mistake['msg'].removeprefix('Value error, ')}"
        for mistake in error.errors(include_input=False, include_url=False)
    ]


def _message(mistakes: list[str]) -> str:
    return "\n".join(["the settings are not usable:", *(f"  - {one}" for one in mistakes)])
