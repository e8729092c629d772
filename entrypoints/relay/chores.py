"""Work that nobody asks for, done again and again."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from application.ports.system import Clock
from domain.errors import UnavailableError
from entrypoints.bootstrap.containers import Container

log = logging.getLogger(__name__)

_HOUR_S = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chore:
    """*run* is called every *every_s* seconds, and cut off after *deadline_s*."""

    name: str
    run: Callable[[], Awaitable[object]]
    every_s: float
    deadline_s: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """Does its chores side by side until it is cancelled; one that fails is logged and repeated."""

    chores: Sequence[Chore]
    clock: Clock

    async def run(self) -> None:
        """Never returns."""
        async with asyncio.TaskGroup() as group:
            for chore in self.chores:
                group.create_task(self._repeat(chore), name=f"chore {chore.name}")

    async def _repeat(self, chore: Chore) -> None:
        while True:
            await _attempt(chore)
            await self.clock.sleep(chore.every_s)


async def _attempt(chore: Chore) -> None:
    try:
        async with asyncio.timeout(chore.deadline_s):
            await chore.run()
    except (UnavailableError, TimeoutError) as error:
        log.warning("chore put off", extra={"chore": chore.name, "error": type(error).__name__})
    except Exception:
        log.exception("chore broke", extra={"chore": chore.name})


def relay_of(container: Container) -> Relay:
    """The service's chores.

    Every dispatch is seen to its end, every dead session ended, every call that is over
    remembered, and what was remembered forgotten in time.
    """
    return Relay(
        chores=(
            Chore(
                name="supervise dispatches",
                run=container.supervise_dispatches().execute,
                every_s=1.0,
            ),
            Chore(name="reap sessions", run=container.reap_sessions().execute, every_s=3.0),
            Chore(name="remember calls", run=container.remember_calls().execute, every_s=2.0),
            Chore(name="forget expired", run=container.forget_expired().execute, every_s=_HOUR_S),
        ),
        clock=container.clock(),
    )
