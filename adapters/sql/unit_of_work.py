"""The unit of work on SQLite and Postgres."""

from collections.abc import Callable
from types import TracebackType
from typing import Self

from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.sql.agent_drafts import SqlAgentDrafts
from adapters.sql.agents import SqlAgents
from adapters.sql.analytics import SqlCallStatistics
from adapters.sql.call_memory import SqlCallSummaries, SqlRememberedSessions
from adapters.sql.contact_merging import (
    SqlContactMerges,
    SqlContactSessions,
    SqlMergeSuggestions,
)
from adapters.sql.contacts import SqlContacts
from adapters.sql.crm import SqlCrmBook, SqlCrmReviews
from adapters.sql.erasures import SqlErasureReceipts
from adapters.sql.idempotency import SqlKeyedRequests
from adapters.sql.insights import SqlCallInsights
from adapters.sql.repositories import SqlLeads, SqlTurns, SqlVoiceSessions
from adapters.sql.session_commands import SqlSessionCommands
from adapters.sql.tenants import SqlTenants
from adapters.sql.transaction import Transaction
from adapters.sql.webhooks import SqlWebhookDeliveries, SqlWebhookSubscriptions
from adapters.sql.work import SqlEffects, SqlWorkQueue
from adapters.sql.workflow_runs import SqlWorkflowRuns
from adapters.sql.workflow_tasks import SqlTasks
from adapters.sql.workflows import SqlWorkflows
from application.cached_agents import AgentVersions, CachedAgents


class SqlUnitOfWork:
    """One transaction; leaving it without `commit` rolls back."""

    def __init__(
        self, engine: AsyncEngine, agent_versions: AgentVersions, *, on_work: Callable[[], None]
    ) -> None:
        self._transaction = Transaction(engine, on_work=on_work)
        self.work = SqlWorkQueue(self._transaction, engine)
        self.effects = SqlEffects(self._transaction, engine)
        self.agents = CachedAgents(SqlAgents(self._transaction), agent_versions)
        self.agent_drafts = SqlAgentDrafts(self._transaction)
        self.sessions = SqlVoiceSessions(self._transaction)
        self.turns = SqlTurns(self._transaction)
        self.leads = SqlLeads(self._transaction)
        self.session_commands = SqlSessionCommands(self._transaction)
        self.contacts = SqlContacts(self._transaction)
        self.call_summaries = SqlCallSummaries(self._transaction)
        self.call_insights = SqlCallInsights(self._transaction)
        self.call_statistics = SqlCallStatistics(self._transaction)
        self.contact_merges = SqlContactMerges(self._transaction)
        self.merge_suggestions = SqlMergeSuggestions(self._transaction)
        self.contact_sessions = SqlContactSessions(self._transaction)
        self.erasure_receipts = SqlErasureReceipts(self._transaction)
        self.remembered_sessions = SqlRememberedSessions(self._transaction)
        self.crm_book = SqlCrmBook(self._transaction)
        self.crm_reviews = SqlCrmReviews(self._transaction)
        self._follow_up()
        self.tenants = SqlTenants(engine)

    def _follow_up(self) -> None:
        self.webhook_subscriptions = SqlWebhookSubscriptions(self._transaction)
        self.webhook_deliveries = SqlWebhookDeliveries(self._transaction)
        self.workflows = SqlWorkflows(self._transaction)
        self.workflow_runs = SqlWorkflowRuns(self._transaction)
        self.tasks = SqlTasks(self._transaction)

    @property
    def keyed_requests(self) -> SqlKeyedRequests:
        """Requests under a key, in this transaction."""
        return SqlKeyedRequests(self._transaction)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._transaction.close()

    async def commit(self) -> None:
        """Make it durable."""
        await self._transaction.commit()
