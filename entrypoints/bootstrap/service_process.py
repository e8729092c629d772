"""The whole service as a program of its own, as `make run` starts it."""

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
from entrypoints.bootstrap.settings import Settings, environment_of

_READY_DEADLINE_S = 60.0
_DRAIN_S = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceProcess:
    """A `voice-agent serve --mode both` that was started; `ready` once it takes dispatches."""

    base_url: str
    log_file: Path
    process: ChildProcess

    async def ready(self, *, with_worker: bool = True) -> None:
        """Return once it answers, and a worker of its database would take a call.

        Raises UnavailableError when that does not come to pass.
        """
        async with httpx.AsyncClient(base_url=self.base_url, trust_env=False) as client:
            try:
                async with asyncio.timeout(_READY_DEADLINE_S):
                    await self._wait_until_ready(client, with_worker=with_worker)
            except TimeoutError:
                raise UnavailableError(f"the service is not ready, see {self.log_file}") from None

    async def _wait_until_ready(self, client: httpx.AsyncClient, *, with_worker: bool) -> None:
        while True:
            if await self._is_ready(client, with_worker=with_worker):
                return
            await asyncio.sleep(0.1)

    async def _is_ready(self, client: httpx.AsyncClient, *, with_worker: bool) -> bool:
        if self.process.exit_code is not None:
            raise UnavailableError(f"the service has ended, see {self.log_file}")
        try:
            answer = await client.get("/health" if with_worker else "/health/ready")
        except httpx.TransportError:
            return False
        if not with_worker:
            return answer.is_success
        return bool(answer.json()["checks"]["worker"]["status"] == "healthy")


@contextlib.asynccontextmanager
async def service_process(
    settings: Settings, *, log_dir: Path, mode: str = "both"
) -> AsyncIterator[ServiceProcess]:
    """Start the service with *settings* on a free port; leaving the block drains and stops it."""
    port = free_port()
    log_file = log_dir / f"service-{mode}.log"
    async with python_module(
        "entrypoints",
        *("serve", "--mode", mode),
        log_file=log_file,
        environment=environment_of(settings.updated(api_server_port=port)),
        grace_s=_DRAIN_S,
    ) as process:
        yield ServiceProcess(
            base_url=f"http://{LOOPBACK}:{port}", log_file=log_file, process=process
        )
