"""What is left of an erasure: numbers, and what it did not reach. Nothing of whom it was about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.ids import ReceiptId


class ErasedKind(StrEnum):
    """What was erased. `leads`: their values and quotes; `turns`: their words."""

    IDENTITIES = "identities"
    FACTS = "facts"
    CONSENTS = "consents"
    SUMMARIES = "summaries"
    INSIGHTS = "insights"
    LEADS = "leads"
    TURNS = "turns"
    CRM_CONTACTS = "crm_contacts"


class ErasureException(StrEnum):
    """What was not erased, or not here."""

    CALLS = "calls"
    TRANSCRIPTS = "transcripts"
    CRM = "crm"
    WORK = "work"

    @property
    def why(self) -> str:
        """What there is, and what can be done about it."""
        return _WHY[self]


_WHY = {
    ErasureException.CALLS: (
        "That there were calls stays: their times, and the userId and metadata that they were"
        " dispatched with."
    ),
    ErasureException.TRANSCRIPTS: (
        "What was said in the calls stays with them; ?transcripts=true erases it too."
    ),
    ErasureException.CRM: (
        "A CRM other than the one built in cannot be told; delete the contact there, and decide"
        " on its open reviews."
    ),
    ErasureException.WORK: (
        "Work that waits, and the list of what was done outside, hold ids only; what is to be sent"
        " is read when it is sent."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureReceipt:
    """An erasure in numbers."""

    id: ReceiptId
    at: datetime
    erased: Mapping[ErasedKind, int]
    exceptions: tuple[ErasureException, ...]
