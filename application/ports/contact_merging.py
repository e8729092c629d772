"""Where it is kept which contacts were found to be one, and whose calls were whose."""

from collections.abc import Sequence
from typing import Protocol

from domain.contact_merge import Merge, MergeSuggestion
from domain.ids import ContactId, SuggestionId, VoiceSessionId


class ContactMerges(Protocol):
    """Merges, one for each contact that was absorbed. They go with the contact that survived."""

    async def add(self, merge: Merge) -> None:
        """Keep a merge. Raises ConflictError when the absorbed contact was absorbed already."""
        ...

    async def find_by_absorbed(self, contact_id: ContactId) -> Merge | None:
        """How *contact_id* ended, if it was absorbed."""
        ...

    async def find_by_survivor(self, contact_id: ContactId) -> Sequence[Merge]:
        """Whom *contact_id* absorbed, newest first."""
        ...


class MergeSuggestions(Protocol):
    """Merges that a person is to decide on, at most one a pair. They go with either contact."""

    async def add(self, suggestion: MergeSuggestion) -> None:
        """Keep *suggestion*, unless the pair was suggested before, dismissed or not."""
        ...

    async def save(self, suggestion: MergeSuggestion) -> None:
        """Keep *suggestion* as it is now."""
        ...

    async def get(self, suggestion_id: SuggestionId) -> MergeSuggestion:
        """Raises NotFoundError."""
        ...

    async def find_by_contact(self, contact_id: ContactId) -> Sequence[MergeSuggestion]:
        """All that concern *contact_id*, dismissed ones included, by id."""
        ...

    async def find_open(self, *, after: str | None, limit: int) -> Sequence[MergeSuggestion]:
        """What waits for a person, newest first; *after* is the last id of the page before."""
        ...


class ContactSessions(Protocol):
    """Which sessions were a contact's, for as long as there is the contact."""

    async def add(self, session_id: VoiceSessionId, contact_id: ContactId) -> None:
        """The session was theirs, whatever was said before. Raises ConflictError for nobody's."""
        ...

    async def find_by_contact(self, contact_id: ContactId) -> Sequence[VoiceSessionId]:
        """All of them, by id."""
        ...
