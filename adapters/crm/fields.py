"""Our four fields as other CRMs have them: most know a first and a last name."""

from collections.abc import Mapping
from dataclasses import dataclass

from application.ports.crm import CallNote
from domain.contact_details import ContactField
from domain.crm import Details


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldNames:
    """What a CRM calls them. What it writes where nothing is known is *blank*."""

    first: str
    last: str
    email: str
    phone: str
    company: str
    blank: str = ""

    @property
    def all(self) -> tuple[str, ...]:
        """Every field."""
        return (self.first, self.last, self.email, self.phone, self.company)

    def written(self, details: Details) -> dict[str, str]:
        """*details* as the CRM takes them."""
        plain = {
            self.email: details.get(ContactField.EMAIL),
            self.phone: details.get(ContactField.PHONE),
            self.company: details.get(ContactField.COMPANY),
        }
        if ContactField.NAME in details:
            first, last = split_name(details[ContactField.NAME])
            plain |= {self.first: first, self.last: last or self.blank}
        return {name: value for name, value in plain.items() if value is not None}

    def read(self, values: Mapping[str, object]) -> Details:
        """What the CRM holds, as details; empty fields are none."""
        first, last = self._text(values, self.first), self._text(values, self.last)
        details = {
            ContactField.NAME: f"{first} {last}".strip(),
            ContactField.EMAIL: self._text(values, self.email),
            ContactField.PHONE: self._text(values, self.phone),
            ContactField.COMPANY: self._text(values, self.company),
        }
        return {name: value for name, value in details.items() if value}

    def _text(self, values: Mapping[str, object], name: str) -> str:
        text = str(values.get(name) or "").strip()
        return "" if text == self.blank else text


def split_name(name: str) -> tuple[str, str]:
    """First names and the last one; a single name is a first one."""
    *first, last = name.split()
    return (" ".join(first), last) if first else (last, "")


def subject_of(note: CallNote) -> str:
    """What a call is called in a CRM: the same for the same call, so that it can be looked for."""
    return f"Voice agent call {note.call_id}"


def text_of(note: CallNote) -> str:
    """What is written under it."""
    return "\n\n".join(part for part in (note.summary, note.transcript_url) if part)
