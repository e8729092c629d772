"""The local Realtime server as a program of its own, for machines without a key."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx

from adapters.livekit.server_config import LOOPBACK, free_port
from adapters.system.child_process import ChildProcess
from domain.errors import UnavailableError
from entrypoints.bootstrap.programs import python_module

_READY_DEADLINE_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalRealtime:
    """Where it answers; `ready` once its ears and mouth are loaded."""

    base_url: str
    control_url: str
    log_file: Path
    process: ChildProcess

    async def ready(self) -> "StandIn":
        """What it hears and speaks with. Raises UnavailableError when it does not come up."""
        async with httpx.AsyncClient(base_url=self.control_url, trust_env=False) as client:
            try:
                async with asyncio.timeout(_READY_DEADLINE_S):
                    return await self._ask_until_answered(client)
            except TimeoutError:
                raise UnavailableError(self._failure("does not answer")) from None

    async def _ask_until_answered(self, client: httpx.AsyncClient) -> "StandIn":
        while self.process.exit_code is None:
            with contextlib.suppress(httpx.TransportError):
                health = (await client.get("/health")).json()
                return StandIn(ears=str(health["ears"]), mouth=str(health["mouth"]))
            await asyncio.sleep(0.1)
        raise UnavailableError(self._failure("has ended"))

    def _failure(self, what: str) -> str:
        return f"the local Realtime server {what}, see {self.log_file}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """The engines that stand in for the Realtime API's."""

    ears: str
    mouth: str


@contextlib.asynccontextmanager
async def local_realtime(log_dir: Path, *options: str) -> AsyncIterator[LocalRealtime]:
    """Start it with *options* of `voice-agent emulator`; leaving the block stops it."""
    port, control_port = free_port(), free_port()
    log_file = log_dir / "realtime.log"
    async with python_module(
        "entrypoints",
        *("emulator", "--port", str(port), "--control-port", str(control_port), *options),
        log_file=log_file,
    ) as process:
        yield LocalRealtime(
            base_url=f"http://{LOOPBACK}:{port}/v1",
            control_url=f"http://{LOOPBACK}:{control_port}",
            log_file=log_file,
            process=process,
        )
