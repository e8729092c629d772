"""A transaction over the state in memory."""

from collections.abc import Callable, Iterable, Mapping
from types import TracebackType
from typing import Protocol, Self

from adapters.in_memory.agents import InMemoryAgentDrafts, InMemoryAgents
from adapters.in_memory.analytics import InMemoryCallStatistics
from adapters.in_memory.contact_merging import (
    InMemoryContactMerges,
    InMemoryContactSessions,
    InMemoryMergeSuggestions,
)
from adapters.in_memory.contacts import (
    InMemoryCallSummaries,
    InMemoryContacts,
    InMemoryErasureReceipts,
    InMemoryRememberedSessions,
)
from adapters.in_memory.crm import InMemoryCrmBook, InMemoryCrmReviews
from adapters.in_memory.idempotency import InMemoryKeyedRequests
from adapters.in_memory.insights import InMemoryCallInsights
from adapters.in_memory.repositories import (
    InMemoryLeads,
    InMemoryTurns,
    InMemoryVoiceSessions,
)
from adapters.in_memory.session_commands import InMemorySessionCommands
from adapters.in_memory.state import State
from adapters.in_memory.tenants import InMemoryTenants
from adapters.in_memory.webhooks import (
    InMemoryWebhookDeliveries,
    InMemoryWebhookSubscriptions,
)
from adapters.in_memory.work import InMemoryEffects, InMemoryWorkQueue
from adapters.in_memory.workflows import InMemoryTasks, InMemoryWorkflowRuns, InMemoryWorkflows
from domain.ids import TenantId

Change = Callable[[State], None]


class Held(Protocol):
    """What a store lets its units of work do."""

    def snapshot(self) -> State:
        """A copy of what is held of the acting tenant now."""
        ...

    def tenants(self) -> Mapping[TenantId, State]:
        """What is held of each tenant now, to be read only."""
        ...

    def apply(self, changes: Iterable[Change]) -> None:
        """All of *changes*, or none of them if one raises."""
        ...


class InMemoryUnitOfWork:
    """Works on a copy; a commit repeats the changes on what the store holds by then, or fails."""

    def __init__(self, store: Held) -> None:
        self._store = store
        self._changes: list[Change] = []
        self._copy = State()

    @property
    def agents(self) -> InMemoryAgents:
        """Agents as this unit of work sees them."""
        return InMemoryAgents(self)

    @property
    def agent_drafts(self) -> InMemoryAgentDrafts:
        """Drafts as this unit of work sees them."""
        return InMemoryAgentDrafts(self)

    @property
    def sessions(self) -> InMemoryVoiceSessions:
        """Sessions as this unit of work sees them."""
        return InMemoryVoiceSessions(self)

    @property
    def turns(self) -> InMemoryTurns:
        """Turns as this unit of work sees them."""
        return InMemoryTurns(self)

    @property
    def leads(self) -> InMemoryLeads:
        """Leads as this unit of work sees them."""
        return InMemoryLeads(self)

    @property
    def session_commands(self) -> InMemorySessionCommands:
        """Orders to live calls as this unit of work sees them."""
        return InMemorySessionCommands(self)

    @property
    def contacts(self) -> InMemoryContacts:
        """Contacts as this unit of work sees them."""
        return InMemoryContacts(self)

    @property
    def call_summaries(self) -> InMemoryCallSummaries:
        """Summaries of calls as this unit of work sees them."""
        return InMemoryCallSummaries(self)

    @property
    def contact_merges(self) -> InMemoryContactMerges:
        """Merges as this unit of work sees them."""
        return InMemoryContactMerges(self)

    @property
    def merge_suggestions(self) -> InMemoryMergeSuggestions:
        """Suggested merges as this unit of work sees them."""
        return InMemoryMergeSuggestions(self)

    @property
    def contact_sessions(self) -> InMemoryContactSessions:
        """Whose session was whose, as this unit of work sees it."""
        return InMemoryContactSessions(self)

    @property
    def erasure_receipts(self) -> InMemoryErasureReceipts:
        """Receipts as this unit of work sees them."""
        return InMemoryErasureReceipts(self)

    @property
    def remembered_sessions(self) -> InMemoryRememberedSessions:
        """Which calls were dealt with, as this unit of work sees them."""
        return InMemoryRememberedSessions(self)

    @property
    def call_insights(self) -> InMemoryCallInsights:
        """What calls were about, as this unit of work sees it."""
        return InMemoryCallInsights(self)

    @property
    def call_statistics(self) -> InMemoryCallStatistics:
        """What calls add up to, as this unit of work sees it."""
        return InMemoryCallStatistics(self)

    @property
    def crm_book(self) -> InMemoryCrmBook:
        """Our own CRM as this unit of work sees it."""
        return InMemoryCrmBook(self)

    @property
    def crm_reviews(self) -> InMemoryCrmReviews:
        """What people decide on, as this unit of work sees it."""
        return InMemoryCrmReviews(self)

    @property
    def webhook_subscriptions(self) -> InMemoryWebhookSubscriptions:
        """Who is told of what happens, as this unit of work sees it."""
        return InMemoryWebhookSubscriptions(self)

    @property
    def webhook_deliveries(self) -> InMemoryWebhookDeliveries:
        """What they were told, as this unit of work sees it."""
        return InMemoryWebhookDeliveries(self)

    @property
    def workflows(self) -> InMemoryWorkflows:
        """Workflows as this unit of work sees them."""
        return InMemoryWorkflows(self)

    @property
    def workflow_runs(self) -> InMemoryWorkflowRuns:
        """Their runs as this unit of work sees them."""
        return InMemoryWorkflowRuns(self)

    @property
    def tasks(self) -> InMemoryTasks:
        """What people are to do, as this unit of work sees it."""
        return InMemoryTasks(self)

    @property
    def keyed_requests(self) -> InMemoryKeyedRequests:
        """Requests under a key as this unit of work sees them."""
        return InMemoryKeyedRequests(self)

    @property
    def work(self) -> InMemoryWorkQueue:
        """The queue of durable work as this unit of work sees it."""
        return InMemoryWorkQueue(self)

    @property
    def effects(self) -> InMemoryEffects:
        """What was done outside, as this unit of work sees it."""
        return InMemoryEffects(self)

    @property
    def tenants(self) -> InMemoryTenants:
        """Who has anything here."""
        return InMemoryTenants(self._store.tenants)

    @property
    def state(self) -> State:
        """The copy being worked on."""
        return self._copy

    def change(self, change: Change) -> None:
        """Do *change* here, and again in the store at the commit."""
        change(self._copy)
        self._changes.append(change)

    async def commit(self) -> None:
        """Raises ConflictError or StaleVersionError when somebody was faster."""
        changes, self._changes = self._changes, []
        self._store.apply(changes)
        self._copy = self._store.snapshot()

    async def __aenter__(self) -> Self:
        self._changes = []
        self._copy = self._store.snapshot()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._changes = []
