"""One transaction: everything saved inside it becomes durable together, or not at all."""

from collections.abc import Callable
from types import TracebackType
from typing import Protocol, Self

from application.ports.analytics import CallStatistics
from application.ports.contact_merging import (
    ContactMerges,
    ContactSessions,
    MergeSuggestions,
)
from application.ports.crm import CrmBook, CrmReviews
from application.ports.idempotency import KeyedRequests
from application.ports.insight import CallInsights
from application.ports.memory import (
    CallSummaries,
    Contacts,
    ErasureReceipts,
    RememberedSessions,
)
from application.ports.repositories import (
    AgentDrafts,
    Agents,
    Leads,
    SessionCommands,
    Turns,
    VoiceSessions,
)
from application.ports.tenants import Tenants
from application.ports.webhooks import WebhookDeliveries, WebhookSubscriptions
from application.ports.work_queue import EffectLedger, WorkQueue
from application.ports.workflows import Tasks, WorkflowRuns, Workflows


class UnitOfWork(Protocol):
    """`async with factory() as uow: ...; await uow.commit()`. Without the commit nothing happened.

    Domain events of saved aggregates are stored in the same transaction. Raises UnavailableError
    when the store does not answer. Rows are read and written of the acting tenant alone; another's
    are as if they were not there.
    """

    @property
    def agents(self) -> Agents: ...

    @property
    def agent_drafts(self) -> AgentDrafts: ...

    @property
    def sessions(self) -> VoiceSessions: ...

    @property
    def turns(self) -> Turns: ...

    @property
    def leads(self) -> Leads: ...

    @property
    def session_commands(self) -> SessionCommands: ...

    @property
    def contacts(self) -> Contacts: ...

    @property
    def call_summaries(self) -> CallSummaries: ...

    @property
    def contact_merges(self) -> ContactMerges: ...

    @property
    def merge_suggestions(self) -> MergeSuggestions: ...

    @property
    def contact_sessions(self) -> ContactSessions: ...

    @property
    def erasure_receipts(self) -> ErasureReceipts: ...

    @property
    def remembered_sessions(self) -> RememberedSessions: ...

    @property
    def call_insights(self) -> CallInsights: ...

    @property
    def call_statistics(self) -> CallStatistics: ...

    @property
    def crm_book(self) -> CrmBook: ...

    @property
    def crm_reviews(self) -> CrmReviews: ...

    @property
    def webhook_subscriptions(self) -> WebhookSubscriptions: ...

    @property
    def webhook_deliveries(self) -> WebhookDeliveries: ...

    @property
    def workflows(self) -> Workflows: ...

    @property
    def workflow_runs(self) -> WorkflowRuns: ...

    @property
    def tasks(self) -> Tasks: ...

    @property
    def keyed_requests(self) -> KeyedRequests: ...

    @property
    def work(self) -> WorkQueue: ...

    @property
    def effects(self) -> EffectLedger: ...

    @property
    def tenants(self) -> Tenants: ...

    async def commit(self) -> None:
        """Make it durable. Raises ConflictError or StaleVersionError when somebody was faster."""
        ...

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


UnitOfWorkFactory = Callable[[], UnitOfWork]
