"""What `doctor` looks at: each check says what it found, and what to do if that is not well."""

import asyncio
import socket
import warnings
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

import httpx

from domain.errors import RejectedError, ServiceError
from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.lifecycle import open_container
from entrypoints.bootstrap.migrations import migrations
from entrypoints.bootstrap.settings import Settings

Verdict = Literal["ok", "note", "problem"]

_TIMEOUT_S = 10.0
_MOST_SKEW_S = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """*fix* is the sentence that helps; a note needs nothing to be done."""

    name: str
    verdict: Verdict
    detail: str
    fix: str | None = None

    def as_json(self) -> dict[str, object]:
        """The finding for programs."""
        return asdict(self)


Check = Callable[[Settings, Container], Awaitable[Finding]]


async def examine(settings: Settings) -> Sequence[Finding]:
    """All findings, whatever the checks run into."""
    checks: dict[str, Check] = {
        "livekit": _livekit,
        "clock": _clock,
        "realtime": _realtime,
        "database": _database,
        "port": _port,
    }
    async with open_container(settings) as container:
        return await asyncio.gather(
            *(_safely(name, check, settings, container) for name, check in checks.items())
        )


async def _safely(name: str, check: Check, settings: Settings, container: Container) -> Finding:
    try:
        async with asyncio.timeout(_TIMEOUT_S):
            return await check(settings, container)
    except TimeoutError:
        detail = f"no answer within {_TIMEOUT_S:g} seconds"
    except ServiceError as error:
        detail = str(error)
    except Exception as error:
        # Only its kind: the text may hold an address with a password in it.
        detail = f"the check failed: {type(error).__name__}"
    return Finding(name=name, verdict="problem", detail=detail, fix=_FIXES[name])


_FIXES = {
    "livekit": "start the server that LIVEKIT_URL names, or correct LIVEKIT_URL",
    "clock": "correct LIVEKIT_URL",
    "realtime": "correct OPENAI_BASE_URL or see to the network",
    "database": "start the database that DATABASE_URL names, or correct DATABASE_URL",
    "port": "choose another API_SERVER_PORT",
}


async def _livekit(settings: Settings, container: Container) -> Finding:
    if not settings.has_livekit:
        return Finding(
            name="livekit",
            verdict="note",
            detail="not configured; `serve` starts a server of its own on this machine",
        )
    try:
        found = await container.livekit_probe().check()
    except RejectedError:
        swapped = await _is_known_swapped(settings)
        return Finding(
            name="livekit",
            verdict="problem",
            detail="the server does not accept our key and secret",
            fix=_SWAPPED if swapped else _UNKNOWN_PAIR,
        )
    return Finding(name="livekit", verdict="ok", detail=f"{settings.livekit_url}: {found.detail}")


_SWAPPED = "LIVEKIT_API_KEY and LIVEKIT_API_SECRET are the wrong way round: swap them"
_UNKNOWN_PAIR = "set LIVEKIT_API_KEY and LIVEKIT_API_SECRET to a pair from the server's `keys`"


async def _is_known_swapped(settings: Settings) -> bool:
    key, secret = settings.livekit_api_key, settings.livekit_api_secret
    if key is None or secret is None:
        return False
    swapped = settings.updated(livekit_api_key=secret.get_secret_value(), livekit_api_secret=key)
    container = Container(settings=swapped)
    try:
        with warnings.catch_warnings():
            # A key is too short to sign with, which is what this is about.
            warnings.simplefilter("ignore")
            await container.livekit_probe().check()
    except ServiceError:
        return False
    finally:
        await container.livekit_server().aclose()
    return True


async def _clock(settings: Settings, container: Container) -> Finding:
    if settings.livekit_url is None:
        return Finding(name="clock", verdict="note", detail="there is no LiveKit to compare with")
    address = "http" + settings.livekit_url.removeprefix("ws").removeprefix("http")
    said = await _date_at(address)
    if said is None:
        return Finding(name="clock", verdict="note", detail="LiveKit does not tell its time")
    theirs = parsedate_to_datetime(said).astimezone(UTC)
    return _skew(container.clock().now(), theirs)


async def _date_at(address: str) -> str | None:
    async with httpx.AsyncClient(timeout=_TIMEOUT_S, trust_env=False) as client:
        try:
            said: str | None = (await client.get(address)).headers.get("date")
        except httpx.HTTPError:
            return None
    return said


def _skew(ours: datetime, theirs: datetime) -> Finding:
    seconds = (ours - theirs).total_seconds()
    if abs(seconds) <= _MOST_SKEW_S:
        return Finding(name="clock", verdict="ok", detail="agrees with LiveKit's")
    where = "ahead of" if seconds > 0 else "behind"
    return Finding(
        name="clock",
        verdict="problem",
        detail=f"{abs(seconds):.0f} seconds {where} LiveKit's: it will refuse our tokens",
        fix="synchronise the clocks (NTP)",
    )


async def _realtime(settings: Settings, container: Container) -> Finding:
    if not settings.has_realtime:
        return Finding(
            name="realtime",
            verdict="note",
            detail="no OPENAI_API_KEY; `serve` starts the local stand-in, which is not a model",
        )
    try:
        found = await container.realtime_probe().check()
    except Exception as error:
        status = getattr(error, "status", None)
        if status not in _REFUSALS:
            raise
        return Finding(
            name="realtime",
            verdict="problem",
            detail=f"the endpoint refused us with HTTP {status}",
            fix=_REFUSALS[status],
        )
    verdict: Verdict = "ok" if found.status == "healthy" else "problem"
    fix = None if verdict == "ok" else what_helps(found.detail)
    return Finding(name="realtime", verdict=verdict, detail=found.detail, fix=fix)


def what_helps(refusal: str) -> str:
    """The sentence for a session that was refused with a code in *refusal*."""
    known = (fix for code, fix in _CODES.items() if code in refusal)
    return next(known, "see whether the model and the quota of the key are right")


_CODES = {
    "insufficient_quota": "the account has no credit left: add some to it",
    "rate_limit": "the account's rate limit is reached: wait a minute, or ask for a higher one",
    "model_not_found": "OPENAI_REALTIME_MODEL is retired or misspelt: name a present one",
    "invalid_api_key": "set OPENAI_API_KEY to a valid key",
}


_REFUSALS = {
    401: "set OPENAI_API_KEY to a valid key",
    403: "give the key of OPENAI_API_KEY access to the Realtime API",
    404: "correct OPENAI_REALTIME_MODEL, which that endpoint does not know, or OPENAI_BASE_URL",
    429: "the key's quota is used up: raise it, or wait",
}


async def _database(settings: Settings, container: Container) -> Finding:
    found = await migrations(settings)
    if found.is_latest:
        return Finding(name="database", verdict="ok", detail=f"reached, at {found.current}")
    if found.current is None:
        return Finding(
            name="database", verdict="note", detail="reached, and empty; `serve` sets it up"
        )
    return Finding(
        name="database",
        verdict="problem",
        detail=f"its tables are at {found.current}, the latest are {found.latest}",
        fix="run `voice-agent db upgrade`",
    )


async def _port(settings: Settings, container: Container) -> Finding:
    host, port = settings.api_server_host, settings.api_server_port
    if _is_free(host, port):
        return Finding(name="port", verdict="ok", detail=f"{host}:{port} is free")
    if await _is_ours(host, port):
        return Finding(name="port", verdict="ok", detail=f"this service runs at {host}:{port}")
    return Finding(
        name="port",
        verdict="problem",
        detail=f"something else listens on {host}:{port}, or we may not",
        fix="choose another API_SERVER_PORT",
    )


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError:
        return False
    return True


async def _is_ours(host: str, port: int) -> bool:
    async with httpx.AsyncClient(timeout=2.0, trust_env=False) as client:
        try:
            about = (await client.get(f"http://{host}:{port}/")).json()
        except (httpx.HTTPError, ValueError):
            return False
    return isinstance(about, dict) and about.get("name") == "voice-agent-service"
