"""A relay that delivers webhooks, and dies where it is told; also as a program of its own."""

import asyncio
import os
import random
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

from adapters.net.addresses import AddressGuard
from adapters.sql.store import SqlStore
from adapters.system.clock import SystemClock
from adapters.webhooks.sender import HttpWebhookSender
from application.job_attempt import Backoff
from application.ports.webhooks import WebhookAnswer, WebhookMessage
from application.ports.work_queue import Outcome, RunningJob
from application.use_cases.webhooks.deliver_webhook import DeliverWebhook
from application.use_cases.work.run_work import RunWork
from application.webhook_work import DELIVER_WEBHOOK

LEASE = timedelta(seconds=1)
BOUNDARIES = ("before it is sent", "before it is noted", "before the job is done")


class MortalDelivery:
    """Delivers, and kills its process at a boundary; "never" lets it live."""

    def __init__(self, store: SqlStore, host: str, dies: str = "never") -> None:
        guard = AddressGuard(allowed_hosts=frozenset({host}))
        self._sender = HttpWebhookSender(guard=guard)
        self._dies = dies
        self._deliver = DeliverWebhook(
            unit_of_work=store.unit_of_work,
            sender=self,
            clock=SystemClock(),
            chance=lambda: 0.0,
        )

    async def check(self, url: str) -> None:
        """As the sender does."""
        await self._sender.check(url)

    async def send(self, message: WebhookMessage) -> WebhookAnswer:
        """As the sender does, unless it is the end."""
        self._die("before it is sent")
        answer = await self._sender.send(message)
        self._die("before it is noted")
        return answer

    async def __call__(self, job: RunningJob) -> Outcome:
        """The handler."""
        outcome = await self._deliver.execute(job)
        self._die("before the job is done")
        return outcome

    def _die(self, where: str) -> None:
        if self._dies == where:
            os.kill(os.getpid(), signal.SIGKILL)


@asynccontextmanager
async def delivering(store: SqlStore, host: str, dies: str = "never") -> AsyncIterator[None]:
    """A runner of deliveries, until the context is left."""
    delivery = MortalDelivery(store, host, dies)
    work = RunWork(
        desk=store.work_desk,
        handlers=lambda: {DELIVER_WEBHOOK: delivery},
        owner=f"process {os.getpid()}",
        backoff=Backoff(chance=random.random),
        lease=LEASE,
        poll_s=0.1,
    )
    running = asyncio.create_task(work.execute())
    try:
        yield
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def main(url: str, host: str, dies: str) -> None:
    """Deliver what there is; this process is not to see the end of it."""
    store = SqlStore(url)
    await store.open()
    async with delivering(store, host, dies), asyncio.timeout(30):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
