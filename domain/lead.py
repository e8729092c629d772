"""What a caller told us about themselves: each field with its evidence, status and history."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from domain.contact_details import ContactField
from domain.errors import ConflictError, NotFoundError
from domain.events import DomainEvent, LeadChanged
from domain.ids import LeadId, TurnId, VoiceSessionId


class FieldStatus(StrEnum):
    """How far a field can be trusted; only a confirmed one is a fact.

    `unverified`: the model reported it and no caller turn reproduces it. `stated` and `spelled`: a
    caller turn does. `confirmed`: the caller accepted its read-back. `declined`: the caller refused
    the read-back. `withdrawn`: the caller wants it forgotten.
    """

    UNVERIFIED = "unverified"
    STATED = "stated"
    SPELLED = "spelled"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a value was heard: the turn, its words, and the audio's milliseconds in the call."""

    turn_id: TurnId
    quote: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldEntry:
    """One thing that happened to a field; a withdrawn or declined entry has no value."""

    value: str | None
    status: FieldStatus
    evidence: tuple[Evidence, ...]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadField:
    """A field's entries, oldest first; the last one counts."""

    name: ContactField
    history: tuple[FieldEntry, ...]

    @property
    def value(self) -> str | None:
        """The value that stands, None after a refusal or a withdrawal."""
        return self.history[-1].value

    @property
    def status(self) -> FieldStatus:
        """How far the value can be trusted."""
        return self.history[-1].status

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The turns that the present value and its confirmation rest on."""
        return self.history[-1].evidence

    @property
    def times_read_back(self) -> int:
        """How often a value of this field was noted, and so read back."""
        noted = (FieldStatus.UNVERIFIED, FieldStatus.STATED, FieldStatus.SPELLED)
        return sum(1 for entry in self.history if entry.status in noted)

    def with_entry(self, entry: FieldEntry) -> "LeadField":
        """The field after one more thing happened to it."""
        return replace(self, history=(*self.history, entry))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The contact details of one session's caller. *revision* counts saves."""

    id: LeadId
    session_id: VoiceSessionId
    fields: Mapping[ContactField, LeadField] = field(default_factory=dict)
    revision: int = 0
    events: tuple[DomainEvent, ...] = ()

    @property
    def is_confirmed(self) -> bool:
        """Whether there is something to follow up, and every value that stands was confirmed."""
        standing = [item for item in self.fields.values() if item.value is not None]
        return bool(standing) and all(item.status is FieldStatus.CONFIRMED for item in standing)

    def value_of(self, name: ContactField) -> str | None:
        """The value of *name* that stands, if any."""
        held = self.fields.get(name)
        return held.value if held else None

    def token(self, name: ContactField) -> str:
        """Proof that a confirmation speaks of the value now held, not of an earlier one.

        Raises NotFoundError when the field holds no value.
        """
        held = self.fields.get(name)
        if held is None or held.value is None:
            raise NotFoundError(f"no {name} has been noted")
        seed = f"{self.id}/{name}/{len(held.history)}/{held.value}"
        return sha256(seed.encode()).hexdigest()[:12]

    def note(
        self,
        name: ContactField,
        value: str,
        *,
        status: FieldStatus,
        evidence: tuple[Evidence, ...],
        now: datetime,
    ) -> "Lead":
        """The caller gave *value*; a later one replaces an earlier one, which history keeps."""
        return self._add(name, FieldEntry(value=value, status=status, evidence=evidence, at=now))

    def confirm(
        self, name: ContactField, token: str, *, evidence: tuple[Evidence, ...], now: datetime
    ) -> "Lead":
        """The caller accepted the read-back that *token* was given for.

        Raises ConflictError for the token of another value, NotFoundError when nothing was noted.
        """
        if self.fields.get(name) and self.fields[name].status is FieldStatus.CONFIRMED:
            return self
        if token != self.token(name):
            raise ConflictError(f"the {name} has changed since that read-back; read it back again")
        held = self.fields[name]
        entry = FieldEntry(
            value=held.value,
            status=FieldStatus.CONFIRMED,
            evidence=(*held.evidence, *evidence),
            at=now,
        )
        return self._add(name, entry)

    def decline(self, name: ContactField, *, now: datetime) -> "Lead":
        """The caller refused the read-back: the value no longer stands."""
        entry = FieldEntry(value=None, status=FieldStatus.DECLINED, evidence=(), at=now)
        return self._add(name, entry)

    def withdraw(self, name: ContactField, *, now: datetime) -> "Lead":
        """The caller wants it forgotten: no entry of the field keeps a value or a quote."""
        entry = FieldEntry(value=None, status=FieldStatus.WITHDRAWN, evidence=(), at=now)
        return self._put(LeadField(name=name, history=(entry,)))

    def without_events(self) -> "Lead":
        """The same lead, its events handed over."""
        return replace(self, events=())

    def _add(self, name: ContactField, entry: FieldEntry) -> "Lead":
        held = self.fields.get(name, LeadField(name=name, history=()))
        return self._put(held.with_entry(entry))

    def _put(self, changed: LeadField) -> "Lead":
        event = LeadChanged(
            lead_id=self.id,
            session_id=self.session_id,
            field=changed.name,
            status=changed.status,
            occurred_at=changed.history[-1].at,
        )
        return replace(
            self,
            fields={**self.fields, changed.name: changed},
            events=(*self.events, event),
        )
