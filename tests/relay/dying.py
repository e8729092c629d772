"""A relay of the service's own wiring that is killed at a step of the work after a call."""

import asyncio
import logging
import os
import signal
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import cast

from dependency_injector import providers
from pydantic import SecretStr

from application.ports.crm import CallNote, Crm, CrmCapabilities, CrmContact, PastCall
from application.ports.insight import CallReader
from application.ports.webhooks import WebhookAnswer, WebhookMessage, WebhookSender
from application.ports.work_queue import JobHandler, Outcome, RunningJob, WorkState
from application.use_cases.memory.remember_call import RememberCall, RememberCallCommand, Remembered
from application.workflows.performing import Performer
from domain.crm import ContactKeys, Details
from domain.insight.call_insight import Reading
from domain.lead import Lead
from domain.transcript import Transcript
from domain.voice_session import CloseReason
from domain.workflow.run import WorkflowRun
from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.lifecycle import open_container
from entrypoints.bootstrap.settings import Settings

NEVER = "never"
WORKFLOW_SECRET = "whsec_c2VjcmV0IG9mIHRoZSB3b3JrZmxvd3M="
STEPS = ("note", "tell", "task", "close")
WORKFLOW_BOUNDARIES = (
    "before run_workflow",
    *(f"{when} step {step}" for step in STEPS for when in ("before", "after")),
    "before webhook sent",
    "after webhook sent",
    "run_workflow Sleep",
    "run_workflow Done",
)
BOUNDARIES = (
    "before event SessionEnded",
    "after event SessionEnded",
    "before wrap_up_call",
    "after call read",
    "before call remembered",
    "after call remembered",
    "after wrap_up_call",
    "before event CallWrappedUp",
    "after event CallWrappedUp",
    "before sync_lead",
    "after sync_lead",
    "before sync_contact",
    "before contact upserted",
    "after contact upserted",
    "before call noted",
    "after call noted",
    "after sync_contact",
    "before deliver_webhook",
    "before webhook sent",
    "after webhook sent",
    "after deliver_webhook",
)

# What the killed one held is free again this soon; the one that finishes keeps the usual lease.
_SHORT_LEASE = timedelta(seconds=0.2)
_POLL_S = 0.03
_WITHIN_S = 30
_UNFINISHED = (WorkState.READY, WorkState.RUNNING)


@dataclass(frozen=True, slots=True)
class Fate:
    """Where the process ends."""

    boundary: str

    def reach(self, boundary: str) -> None:
        """Without any chance to tidy up."""
        if boundary == self.boundary:
            os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True, slots=True)
class MortalHandler:
    """A handler; after it, its effects are stored and the job is not yet done."""

    handler: JobHandler
    fate: Fate

    async def __call__(self, job: RunningJob) -> Outcome:
        """As the handler does."""
        step = f"{job.kind} {job.payload['kind']}" if job.kind == "event" else job.kind
        self.fate.reach(f"before {step}")
        outcome = await self.handler(job)
        self.fate.reach(f"{step} {type(outcome).__name__}")
        self.fate.reach(f"after {step}")
        return outcome


@dataclass(frozen=True, slots=True)
class MortalReader:
    """A reader of calls."""

    reader: CallReader
    fate: Fate

    async def read(
        self, transcript: Transcript, lead: Lead | None, reason: CloseReason | None
    ) -> Reading:
        """As the reader does."""
        reading = await self.reader.read(transcript, lead, reason)
        self.fate.reach("after call read")
        return reading


@dataclass(frozen=True, slots=True)
class MortalMemory:
    """Remembers calls; before it, the call's insight is kept."""

    remember_call: RememberCall
    fate: Fate

    async def execute(self, command: RememberCallCommand) -> Remembered:
        """As the use case does."""
        self.fate.reach("before call remembered")
        remembered = await self.remember_call.execute(command)
        self.fate.reach("after call remembered")
        return remembered


@dataclass(frozen=True, slots=True)
class MortalPerformer:
    """Does steps of workflows; after one, it is kept and the next is not begun."""

    performer: Performer
    fate: Fate

    async def perform(self, job: RunningJob, run: WorkflowRun) -> WorkflowRun:
        """As the performer does."""
        self.fate.reach(f"before step {run.step.name}")
        kept = await self.performer.perform(job, run)
        self.fate.reach(f"after step {run.step.name}")
        return kept


@dataclass(frozen=True, slots=True)
class MortalSender:
    """A sender of webhooks."""

    sender: WebhookSender
    fate: Fate

    async def check(self, url: str) -> None:
        """As the sender does."""
        await self.sender.check(url)

    async def send(self, message: WebhookMessage) -> WebhookAnswer:
        """As the sender does."""
        self.fate.reach("before webhook sent")
        answer = await self.sender.send(message)
        self.fate.reach("after webhook sent")
        return answer


@dataclass(frozen=True, slots=True)
class MortalCrm:
    """A CRM; after either of its deeds, nobody here has written down that it was done."""

    crm: Crm
    fate: Fate

    @property
    def capabilities(self) -> CrmCapabilities:
        """Those of the CRM."""
        return self.crm.capabilities

    async def find_contact(self, keys: ContactKeys) -> CrmContact | None:
        """As the CRM does."""
        return await self.crm.find_contact(keys)

    async def history(self, contact_id: str, *, limit: int) -> "list[PastCall]":
        """As the CRM does."""
        return list(await self.crm.history(contact_id, limit=limit))

    async def upsert_contact(
        self, keys: ContactKeys, patch: Details, *, contact_id: str | None, idempotency_key: str
    ) -> str:
        """As the CRM does."""
        self.fate.reach("before contact upserted")
        kept = await self.crm.upsert_contact(
            keys, patch, contact_id=contact_id, idempotency_key=idempotency_key
        )
        self.fate.reach("after contact upserted")
        return kept

    async def log_call(self, contact_id: str, note: CallNote, *, idempotency_key: str) -> None:
        """As the CRM does."""
        self.fate.reach("before call noted")
        await self.crm.log_call(contact_id, note, idempotency_key=idempotency_key)
        self.fate.reach("after call noted")


def settings_of(url: str, host: str) -> Settings:
    """A service with its own CRM, which may send webhooks to *host*."""
    return Settings(
        _env_file=None,
        database_url=url,
        webhook_allowed_hosts=host,
        workflow_webhook_secret=SecretStr(WORKFLOW_SECRET),
    )


def run(url: str, host: str, boundary: str) -> None:
    """What the process does: all the work there is, as far as *boundary*."""
    logging.disable(logging.CRITICAL)
    asyncio.run(_work(settings_of(url, host), Fate(boundary)))


async def _work(settings: Settings, fate: Fate) -> None:
    async with asyncio.timeout(_WITHIN_S), open_container(settings) as container:
        _make_mortal(container, fate)
        lease = {} if fate.boundary == NEVER else {"lease": _SHORT_LEASE}
        working = asyncio.create_task(container.run_work(poll_s=_POLL_S, **lease).execute())
        try:
            await _until_nothing_is_left(container)
        finally:
            working.cancel()
            with suppress(asyncio.CancelledError):
                await working


async def _until_nothing_is_left(container: Container) -> None:
    while True:
        stats = await container.work_admin().stats()
        if not any(stats.by_state.get(state) for state in _UNFINISHED):
            return
        await asyncio.sleep(_POLL_S)


def _make_mortal(container: Container, fate: Fate) -> None:
    reader, crm = container.call_reader(), container.crm()
    memory, sender = container.remember_call(), container.webhook_sender()
    container.call_reader.override(providers.Object(MortalReader(reader, fate)))
    container.crm.override(providers.Object(MortalCrm(crm, fate)))
    container.remember_call.override(providers.Object(MortalMemory(memory, fate)))
    container.webhook_sender.override(providers.Object(MortalSender(sender, fate)))
    _make_runs_mortal(container, fate)
    handlers: Mapping[str, JobHandler] = container.job_handlers()
    mortal = {kind: MortalHandler(handler, fate) for kind, handler in handlers.items()}
    container.job_handlers.override(providers.Object(mortal))


def _make_runs_mortal(container: Container, fate: Fate) -> None:
    whole = container.run_workflow()
    performer = cast("Performer", MortalPerformer(whole.performer, fate))
    container.run_workflow.override(providers.Object(replace(whole, performer=performer)))
