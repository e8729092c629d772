"""Rows to merges and suggested merges, and back."""

from adapters.sql.mapping import Row
from adapters.sql.times import from_micros, maybe_micros, maybe_moment, to_micros
from domain.contact import IdentityKind
from domain.contact_merge import Merge, MergeDecision, MergeSuggestion, SharedIdentity
from domain.ids import ContactId, SuggestionId, VoiceSessionId


def merge_to_row(merge: Merge) -> dict[str, object]:
    """A merge as its row."""
    return {
        "absorbed_id": merge.absorbed_id,
        "survivor_id": merge.survivor_id,
        "decided_by": merge.decided_by.value,
        **(_shared_to_row(merge.shared) if merge.shared else {}),
        "at": to_micros(merge.at),
        "identities": merge.identities,
        "facts": merge.facts,
        "summaries": merge.summaries,
    }


def merge_from_row(row: Row) -> Merge:
    """A merge from its row."""
    return Merge(
        absorbed_id=ContactId(row["absorbed_id"]),
        survivor_id=ContactId(row["survivor_id"]),
        decided_by=MergeDecision(row["decided_by"]),
        shared=_shared_from_row(row) if row["identity_kind"] else None,
        at=from_micros(row["at"]),
        identities=row["identities"],
        facts=row["facts"],
        summaries=row["summaries"],
    )


def suggestion_to_row(suggestion: MergeSuggestion) -> dict[str, object]:
    """A suggested merge as its row."""
    return {
        "id": suggestion.id,
        "first_id": suggestion.first_id,
        "second_id": suggestion.second_id,
        **_shared_to_row(suggestion.shared),
        "at": to_micros(suggestion.at),
        "dismissed_at": maybe_micros(suggestion.dismissed_at),
    }


def suggestion_from_row(row: Row) -> MergeSuggestion:
    """A suggested merge from its row."""
    return MergeSuggestion(
        id=SuggestionId(row["id"]),
        first_id=ContactId(row["first_id"]),
        second_id=ContactId(row["second_id"]),
        shared=_shared_from_row(row),
        at=from_micros(row["at"]),
        dismissed_at=maybe_moment(row["dismissed_at"]),
    )


def _shared_to_row(shared: SharedIdentity) -> dict[str, object]:
    return {
        "identity_kind": shared.kind.value,
        "identity_mark": shared.mark,
        "session_id": shared.session_id,
    }


def _shared_from_row(row: Row) -> SharedIdentity:
    return SharedIdentity(
        kind=IdentityKind(row["identity_kind"]),
        mark=row["identity_mark"],
        session_id=VoiceSessionId(row["session_id"]),
    )
