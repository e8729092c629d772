"""One of everything that a store can keep, and arguments for every method that could reach it."""

import inspect
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, get_type_hints

from application.ports.analytics import Dimension
from application.ports.unit_of_work import UnitOfWork
from application.ports.work_queue import Effect, Job
from domain.consent import Consent, ConsentAnswer, ConsentKind, ConsentSource
from domain.ids import LeadId, VoiceSessionId
from domain.insight.call_insight import CallInsight
from domain.lead import Lead
from domain.session_command import HangUp
from domain.voice_session import CloseReason
from tests.contracts.agents import a_draft
from tests.contracts.analytics import MARCH, figures
from tests.contracts.contact_merging import a_merge, a_suggestion
from tests.contracts.contacts import a_contact, a_fact, a_summary
from tests.contracts.crm import a_call, a_record, a_review
from tests.contracts.erasures import RECEIPT
from tests.contracts.idempotency import a_request
from tests.contracts.session_commands import an_order
from tests.contracts.store import LEASE, NOW, Store, a_session, a_turn, an_agent
from tests.contracts.webhooks import a_delivery, a_subscription
from tests.contracts.workflows import a_run, a_task, a_workflow

BEFORE, AFTER = NOW - timedelta(days=999), NOW + timedelta(days=999)
SESSION = VoiceSessionId("ses_001")
ACTIVE = a_session(2).start("job", now=NOW, lease_for=LEASE)
ENDED = a_session(3).start("job", now=NOW, lease_for=LEASE).end(CloseReason.ERROR, now=NOW)
ASKED = Consent(
    kind=ConsentKind.MEMORY, answer=ConsentAnswer.GRANTED, source=ConsentSource.STAFF, at=NOW
)
CONTACT = replace(a_contact(1, a_fact(1)), consents=(ASKED,))
OTHER = a_contact(2)
LEAD = Lead(id=LeadId("led_1"), session_id=SESSION)
INSIGHT = CallInsight(session_id=SESSION, summary="a chair", made_by="rules/1", made_at=NOW)
EFFECT = Effect(key="effect-1", kind="ring", target="bell", at=NOW)
ORDER = an_order(1, HangUp())
MERGE = a_merge("con_009")
SUGGESTION = a_suggestion(1, CONTACT.id, OTHER.id)
REQUEST = a_request()
JOB = Job(kind="ring", key="ring:1", payload={"n": 1})

_BY_NAME: Mapping[str, object] = {
    "after": None,
    "before": None,
    "limit": 10,
    "version": None,
    "is_open": None,
    "attempted_before": AFTER,
    "now": AFTER,
    "ended_after": BEFORE,
    "ended_before": AFTER,
    "created_before": AFTER,
    "at": NOW,
    "names": ("flow-1",),
    "record_id": "crm_1",
    "event_id": "event-1",
    "session_id": SESSION,
    "contact_id": CONTACT.id,
    "agent_id": an_agent().id,
    "conversation": "conv-1",
    "dispatch_id": "dsp_001",
    "user_id": "user",
    "lead_id": LEAD.id,
    "suggestion_id": SUGGESTION.id,
    "receipt_id": RECEIPT.id,
    "review_id": "rev_1",
    "webhook_id": "whk_001",
    "delivery_id": "msg_001",
    "workflow_id": "wfl_001",
    "run_id": "run_001",
    "task_id": "tsk_001",
    "identity": CONTACT.identities[0],
    "keys": a_record().keys,
    "agent": an_agent(),
    "draft": a_draft(),
    "session": a_session(),
    "command": ORDER,
    "lead": LEAD,
    "contact": CONTACT,
    "summary": a_summary(),
    "insight": INSIGHT,
    "merge": MERGE,
    "suggestion": SUGGESTION,
    "receipt": RECEIPT,
    "record": a_record(),
    "call": a_call(),
    "review": a_review(),
    "subscription": a_subscription(),
    "delivery": a_delivery(),
    "workflow": a_workflow(),
    "run": a_run(),
    "task": a_task(),
    "effect": EFFECT,
    "figures": figures(1),
    "calls": MARCH,
    "dimension": Dimension.AGENT,
    "job": JOB,
    "request": REQUEST,
    "expired_before": AFTER,
}
_SPECIAL: Mapping[tuple[str, str], Mapping[str, object]] = {
    ("effects", "find"): {"key": EFFECT.key},
    ("workflow_runs", "find_by_key"): {"key": a_run().key},
    ("remembered_sessions", "has"): {"session_id": ACTIVE.id},
    ("contact_merges", "find_by_absorbed"): {"contact_id": MERGE.absorbed_id},
    ("remembered_sessions", "add"): {"session_id": ACTIVE.id},
}
_READS = ("get", "find", "count", "has", "transcript", "latest_version", "by")


@dataclass(frozen=True, slots=True)
class Reach:
    """A method of a repository, and arguments by which it reaches what the world holds."""

    repository: str
    method: str
    arguments: Mapping[str, object]

    @property
    def reads(self) -> bool:
        return self.method.startswith(_READS)

    async def on(self, uow: UnitOfWork) -> object:
        do: Callable[..., Awaitable[object]] = getattr(getattr(uow, self.repository), self.method)
        return await do(**self.arguments)

    def __str__(self) -> str:
        return f"{self.repository}.{self.method}"


def every_reach() -> list[Reach]:
    """Of every repository of the port every method; a KeyError names an argument without value."""
    found = []
    for repository, port in _repositories().items():
        if repository == "tenants":
            continue
        for method, function in inspect.getmembers(port, inspect.isfunction):
            if not method.startswith("_"):
                found.append(Reach(repository, method, _arguments(repository, method, function)))
    return found


def _repositories() -> Mapping[str, type]:
    return {
        name: get_type_hints(one.fget)["return"]
        for name, one in vars(UnitOfWork).items()
        if isinstance(one, property)
    }


def _arguments(repository: str, method: str, function: Any) -> Mapping[str, object]:
    names = [name for name in inspect.signature(function).parameters if name != "self"]
    special = _SPECIAL.get((repository, method), {})
    return {name: special[name] if name in special else _BY_NAME[name] for name in names}


async def build_world(store: Store) -> None:
    """Keep one of everything for whoever acts."""
    async with store.unit_of_work() as uow:
        await uow.agents.add(an_agent())
        await uow.agent_drafts.save(a_draft())
        for session in (a_session(), ACTIVE, ENDED):
            await uow.sessions.add(session)
        await uow.commit()
    await store.journal.record(a_turn(1))
    async with store.unit_of_work() as uow:
        await _keep_people(uow)
        await _keep_work(uow)
        await uow.commit()


async def _keep_people(uow: UnitOfWork) -> None:
    await uow.leads.save(LEAD)
    await uow.session_commands.add(ORDER)
    for contact in (CONTACT, OTHER):
        await uow.contacts.save(contact)
    await uow.call_summaries.save(a_summary())
    await uow.call_insights.save(INSIGHT)
    await uow.call_statistics.save(figures(1))
    await uow.contact_merges.add(MERGE)
    await uow.merge_suggestions.add(SUGGESTION)
    await uow.contact_sessions.add(SESSION, CONTACT.id)
    await uow.erasure_receipts.add(RECEIPT)
    await uow.remembered_sessions.add(ACTIVE.id, at=NOW)
    await uow.crm_book.save(a_record())
    await uow.crm_book.add_call(a_call())
    await uow.crm_reviews.save(a_review())


async def _keep_work(uow: UnitOfWork) -> None:
    await uow.webhook_subscriptions.save(a_subscription())
    await uow.webhook_deliveries.save(a_delivery())
    await uow.workflows.save(a_workflow())
    await uow.workflow_runs.save(a_run(session_id=SESSION, number=1))
    await uow.tasks.save(a_task())
    await uow.work.put(JOB)
    await uow.effects.add(EFFECT)
    await uow.keyed_requests.claim(REQUEST, now=NOW)
