"""Do the durable work there is, as long as the process lives."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from application.job_attempt import Attempt, Backoff
from application.ports.work_queue import JobHandler, WorkDesk, WorkItem
from domain.errors import UnavailableError

log = logging.getLogger(__name__)

_GIVE_BACK_WITHIN_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RunWork:
    """Up to *at_once* jobs side by side, each kept by a heartbeat for as long as it takes.

    It looks when something was put in this process and every *poll_s* seconds in any case: what
    other processes put, and what timers and leases bring back, is found by looking only. Of kinds
    without a handler it leaves the jobs to others.
    """

    desk: WorkDesk
    handlers: Callable[[], Mapping[str, JobHandler]]
    owner: str
    backoff: Backoff
    at_once: int = 10
    lease: timedelta = timedelta(seconds=30)
    poll_s: float = 1.0

    async def execute(self) -> None:
        """Never returns. When it is cancelled, jobs under way are given back for others."""
        handlers = self.handlers()
        running: set[asyncio.Task[None]] = set()
        try:
            while True:
                for item in await self._claim(tuple(handlers), self.at_once - len(running)):
                    attempt = Attempt(
                        desk=self.desk, item=item, lease=self.lease, backoff=self.backoff
                    )
                    task = asyncio.create_task(attempt.run(handlers[item.kind]), name=item.kind)
                    running.add(task)
                    task.add_done_callback(running.discard)
                await self._wait(running)
        finally:
            await _cancelled(running)

    async def _claim(self, kinds: Sequence[str], free: int) -> Sequence[WorkItem]:
        if free <= 0:
            return ()
        try:
            return await self.desk.claim(
                owner=self.owner, kinds=kinds, lease=self.lease, at_most=free
            )
        except UnavailableError as error:
            log.warning("no work to be had", extra={"error": type(error).__name__})
            return ()

    async def _wait(self, running: set[asyncio.Task[None]]) -> None:
        if len(running) >= self.at_once:
            # Only a claim takes the news back: whoever cannot claim must not ask for it.
            await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            return
        news = asyncio.create_task(self.desk.wait(at_most_s=self.poll_s))
        try:
            await asyncio.wait({news, *running}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            news.cancel()
            # Not `await news`: a cancellation of ours would be taken for its own, and forgotten.
            await asyncio.wait({news})


async def _cancelled(running: set[asyncio.Task[None]]) -> None:
    for task in running:
        task.cancel()
    if running:
        await asyncio.wait(set(running), timeout=_GIVE_BACK_WITHIN_S)
