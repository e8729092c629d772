"""What connects contacts with each other and with their calls, in memory."""

from dataclasses import dataclass, field

from domain.contact_merge import Merge, MergeSuggestion
from domain.errors import ConflictError
from domain.ids import ContactId, SuggestionId, VoiceSessionId


@dataclass(slots=True, kw_only=True)
class ContactLinks:
    """Merges, suggested merges, and whose session was whose."""

    merges: dict[ContactId, Merge] = field(default_factory=dict)
    suggestions: dict[SuggestionId, MergeSuggestion] = field(default_factory=dict)
    sessions: dict[VoiceSessionId, ContactId] = field(default_factory=dict)

    def copy(self) -> "ContactLinks":
        """The same content in containers of its own."""
        return ContactLinks(
            merges=dict(self.merges),
            suggestions=dict(self.suggestions),
            sessions=dict(self.sessions),
        )

    def merge(self, merge: Merge) -> None:
        """Raises ConflictError when it was absorbed already."""
        if merge.absorbed_id in self.merges:
            raise ConflictError(f"contact {merge.absorbed_id} was absorbed already")
        self.merges[merge.absorbed_id] = merge

    def suggest(self, suggestion: MergeSuggestion) -> None:
        """Nothing new for a pair that is there."""
        pairs = {(one.first_id, one.second_id) for one in self.suggestions.values()}
        if (suggestion.first_id, suggestion.second_id) not in pairs:
            self.suggestions[suggestion.id] = suggestion

    def put_suggestion(self, suggestion: MergeSuggestion) -> None:
        """In place of what was."""
        self.suggestions[suggestion.id] = suggestion

    def remove(self, contact_id: ContactId) -> None:
        """Nothing leads to *contact_id* any more."""
        self.merges = {
            key: one for key, one in self.merges.items() if one.survivor_id != contact_id
        }
        self.suggestions = {
            key: one
            for key, one in self.suggestions.items()
            if contact_id not in (one.first_id, one.second_id)
        }
        self.sessions = {key: one for key, one in self.sessions.items() if one != contact_id}
