"""Merges, suggested merges, and the sessions of contacts, over the copy of a unit of work."""

from collections.abc import Sequence

from adapters.in_memory.repositories import Repository
from domain.contact_merge import Merge, MergeSuggestion
from domain.errors import NotFoundError
from domain.ids import ContactId, SuggestionId, VoiceSessionId


class InMemoryContactMerges(Repository):
    """Merges by the contact that was absorbed."""

    async def add(self, merge: Merge) -> None:
        """Raises ConflictError when it was absorbed already."""
        self._work.change(lambda state: state.memory.links.merge(merge))

    async def find_by_absorbed(self, contact_id: ContactId) -> Merge | None:
        """How a contact ended."""
        return self._work.state.memory.links.merges.get(contact_id)

    async def find_by_survivor(self, contact_id: ContactId) -> Sequence[Merge]:
        """Newest first."""
        merges = self._work.state.memory.links.merges.values()
        found = [one for one in merges if one.survivor_id == contact_id]
        return sorted(found, key=lambda one: (one.at, one.absorbed_id), reverse=True)


class InMemoryMergeSuggestions(Repository):
    """Suggested merges by id."""

    async def add(self, suggestion: MergeSuggestion) -> None:
        """Nothing new for a pair that is there."""
        self._work.change(lambda state: state.memory.links.suggest(suggestion))

    async def save(self, suggestion: MergeSuggestion) -> None:
        """Keep it as it is now."""
        self._work.change(lambda state: state.memory.links.put_suggestion(suggestion))

    async def get(self, suggestion_id: SuggestionId) -> MergeSuggestion:
        """Raises NotFoundError."""
        found = self._work.state.memory.links.suggestions.get(suggestion_id)
        if found is None:
            raise NotFoundError(f"no suggested merge {suggestion_id}")
        return found

    async def find_by_contact(self, contact_id: ContactId) -> Sequence[MergeSuggestion]:
        """By id."""
        return [one for one in self._by_id() if contact_id in (one.first_id, one.second_id)]

    async def find_open(self, *, after: str | None, limit: int) -> Sequence[MergeSuggestion]:
        """Newest first."""
        waiting = [one for one in reversed(self._by_id()) if one.dismissed_at is None]
        return [one for one in waiting if after is None or one.id < after][:limit]

    def _by_id(self) -> list[MergeSuggestion]:
        suggestions = self._work.state.memory.links.suggestions.values()
        return sorted(suggestions, key=lambda one: one.id)


class InMemoryContactSessions(Repository):
    """Contacts by session."""

    async def add(self, session_id: VoiceSessionId, contact_id: ContactId) -> None:
        """Raises ConflictError when there is no such contact."""
        self._work.change(lambda state: state.memory.attribute(session_id, contact_id))

    async def find_by_contact(self, contact_id: ContactId) -> Sequence[VoiceSessionId]:
        """By id."""
        sessions = self._work.state.memory.links.sessions
        return sorted(key for key, owner in sessions.items() if owner == contact_id)
