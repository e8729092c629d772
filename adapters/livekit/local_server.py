"""A LiveKit server of our own, on loopback, for machines that have none configured."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from adapters.livekit.media_address import ensure_media_address
from adapters.livekit.programs import RunningProgram, StartProgram
from adapters.livekit.server_config import LOOPBACK, ServerKeys, ServerPorts, as_yaml
from domain.errors import UnavailableError

_START_ATTEMPTS = 3
_STOP_GRACE_S = 1.0  # it keeps nothing on disk, and waits for its rooms to empty by themselves


@dataclass(slots=True, kw_only=True)
class LocalLiveKitServer:
    """`async with` starts it and waits until it answers; leaving stops it.

    Ports that are taken are replaced by free ones: *ports* says which it really has. Raises
    UnavailableError when it does not answer within *deadline_s*.
    """

    program: Path
    log_file: Path
    start_program: StartProgram
    ports: ServerPorts = field(default_factory=ServerPorts)
    keys: ServerKeys = field(default_factory=ServerKeys.generate)
    deadline_s: float = 20.0
    _running: RunningProgram | None = None

    @property
    def url(self) -> str:
        """Where participants and workers connect to."""
        return f"ws://{LOOPBACK}:{self.ports.http}"

    @property
    def pid(self) -> int | None:
        """The server's process, None when it is not running."""
        return self._running.pid if self._running else None

    async def __aenter__(self) -> Self:
        await ensure_media_address(self.start_program, log_file=self.log_file)
        for _ in range(_START_ATTEMPTS):
            if await self._try_to_start():
                return self
        raise UnavailableError(f"livekit-server did not start, see {self.log_file}")

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    async def stop(self) -> None:
        """End the server; rooms in it end too."""
        running, self._running = self._running, None
        if running:
            await running.stop(grace_s=_STOP_GRACE_S)

    async def _try_to_start(self) -> bool:
        # A port can be taken between our look and the server's bind: the next attempt looks again.
        self.ports = self.ports.where_free()
        self._running = await self.start_program(
            str(self.program),
            log_file=self.log_file,
            environment={"LIVEKIT_CONFIG": as_yaml(self.ports, self.keys)},
        )
        try:
            async with asyncio.timeout(self.deadline_s):
                answered = await self._answers(self._running)
        except BaseException as error:
            await self.stop()
            if isinstance(error, TimeoutError):
                raise UnavailableError(f"livekit-server is silent, see {self.log_file}") from None
            raise
        return answered

    async def _answers(self, running: RunningProgram) -> bool:
        while running.exit_code is None:
            if await _speaks_http(self.ports.http):
                return True
            await asyncio.sleep(0.05)
        return False


async def _speaks_http(port: int) -> bool:
    try:
        reader, writer = await asyncio.open_connection(LOOPBACK, port)
    except OSError:
        return False
    try:
        writer.write(f"GET / HTTP/1.0\r\nHost: {LOOPBACK}\r\n\r\n".encode())
        return b" 200 " in await reader.readline()
    except OSError:
        return False
    finally:
        writer.close()
