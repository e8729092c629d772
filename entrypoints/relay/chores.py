"""Work that nobody asks for, done again and again."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from application.ports.health import WorkerBeat
from application.ports.system import Clock
from application.use_cases.operations.sweep_tenants import SweepTenants
from domain.errors import UnavailableError
from domain.ids import WorkerId
from entrypoints.bootstrap.containers import Container

log = logging.getLogger(__name__)

Sweep = Callable[[], Awaitable[int]]

_HOUR_S = 3600.0
_MINUTE_S = 60.0
_PAUSE_S = 1.0
_BEAT_S = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chore:
    """*run* is called every *every_s* seconds, and cut off after *deadline_s*."""

    name: str
    run: Callable[[], Awaitable[object]]
    every_s: float
    deadline_s: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """Durable work and chores side by side until cancelled; what fails is logged and repeated."""

    chores: Sequence[Chore]
    clock: Clock
    work: Callable[[], Awaitable[None]] | None = None

    async def run(self) -> None:
        """Never returns."""
        async with asyncio.TaskGroup() as group:
            if self.work is not None:
                group.create_task(_steadily(self.work, self.clock), name="durable work")
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


async def _steadily(work: Callable[[], Awaitable[None]], clock: Clock) -> None:
    while True:
        try:
            await work()
        except Exception:
            log.exception("durable work broke off; it goes on")
            await clock.sleep(_PAUSE_S)


def _sign_of_life(container: Container) -> Callable[[], Awaitable[object]]:
    relay = WorkerId(container.ids().new("rly"))
    beats, clock = container.worker_beats(), container.clock()

    async def beat() -> None:
        await beats.beat(
            WorkerBeat(worker_id=relay, active=0, capacity=0, draining=False, at=clock.now())
        )

    return beat


def relay_of(container: Container) -> Relay:
    """The service's durable work, and its chores.

    Every dispatch is seen to its end, every dead session ended, and what was kept forgotten in
    time. Calls are remembered by the work that follows their end; the chore is for those that
    ended before there was such work. Each chore is done for every tenant.
    """

    def for_all(sweep: Sweep, *, live: bool = False) -> Sweep:
        unit_of_work = container.unit_of_work()
        return SweepTenants(unit_of_work=unit_of_work, sweep=sweep, only_live=live).execute

    supervise = for_all(container.supervise_dispatches().execute, live=True)
    reap = for_all(container.reap_sessions().execute, live=True)
    remember = for_all(container.remember_calls().execute)
    forget = for_all(container.forget_expired().execute)
    forget_deliveries = for_all(container.forget_deliveries().execute)
    forget_answers = for_all(container.forget_answers().execute)
    return Relay(
        chores=(
            Chore(name="sign of life", run=_sign_of_life(container), every_s=_BEAT_S),
            Chore(name="supervise dispatches", run=supervise, every_s=1.0),
            Chore(name="reap sessions", run=reap, every_s=3.0),
            Chore(name="remember calls", run=remember, every_s=_MINUTE_S),
            Chore(name="forget expired", run=forget, every_s=_HOUR_S),
            Chore(name="forget deliveries", run=forget_deliveries, every_s=_HOUR_S),
            Chore(name="forget answers", run=forget_answers, every_s=_HOUR_S),
        ),
        clock=container.clock(),
        work=container.run_work().execute,
    )
