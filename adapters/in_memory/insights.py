"""What calls were about, in memory."""

from adapters.in_memory.repositories import Repository
from adapters.in_memory.state import State
from domain.ids import VoiceSessionId
from domain.insight.call_insight import CallInsight


class InMemoryCallInsights(Repository):
    """Insights by session."""

    async def save(self, insight: CallInsight) -> None:
        """Keep it, in place of an earlier one."""
        self._work.change(lambda state: _put(state, insight))

    async def find(self, session_id: VoiceSessionId) -> CallInsight | None:
        """The insight of a session."""
        return self._work.state.insights.get(session_id)


def _put(state: State, insight: CallInsight) -> None:
    state.insights[insight.session_id] = insight
