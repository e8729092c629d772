"""What a CRM is told of a call."""

import re

from domain.contact_details import ContactField
from domain.crm import ContactKeys, is_same
from domain.insight.call_insight import CallInsight, Topic
from domain.lead import FieldStatus, Lead, LeadField

_LABELS = {
    Topic.INTENT: "Wants",
    Topic.BUDGET: "Budget",
    Topic.TIMELINE: "When",
    Topic.CONSENT: "Consent",
    Topic.NEXT_STEP: "Next step",
}
_HIDDEN = "[not confirmed]"


def note_text(insight: CallInsight, lead: Lead) -> str:
    """The summary and what was found. Contact details that were not confirmed are left out."""
    lines = [insight.summary]
    lines += [
        f"{label}: {insight.findings[topic].value}"
        for topic, label in _LABELS.items()
        if topic in insight.findings
    ]
    return _without_doubtful("\n".join(line for line in lines if line), lead)


def order_mark(lead: Lead) -> str | None:
    """By what the caller's contact is told apart: the key that they confirmed first, as a mark.

    None while they confirmed none.
    """
    confirmed = [
        (field.history[-1].at, name, ContactKeys.of({name: field.value}))
        for name, field in lead.fields.items()
        if name in (ContactField.EMAIL, ContactField.PHONE)
        if field.status is FieldStatus.CONFIRMED and field.value is not None
    ]
    return min(confirmed, key=lambda one: one[:2])[2].mark if confirmed else None


def _without_doubtful(text: str, lead: Lead) -> str:
    for field in lead.fields.values():
        for value in _doubtful(field):
            text = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", _HIDDEN, text, flags=re.IGNORECASE)
    return text


def _doubtful(field: LeadField) -> set[str]:
    """Values that did not stand or were not confirmed; the confirmed one in no form of it."""
    values = {entry.value for entry in field.history if entry.value}
    if field.status is not FieldStatus.CONFIRMED or field.value is None:
        return values
    return {value for value in values if not is_same(field.name, value, field.value)}
