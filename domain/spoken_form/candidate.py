"""What a normaliser finds."""

from dataclasses import dataclass

from domain.contact_details import ContactField


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A well-formed value and the characters of the text that say it.

    An e-mail is in lower case, a phone number in E.164, a name as it was spelled. *spelled* means
    that at least part of it was given letter by letter.
    """

    kind: ContactField
    value: str
    start: int
    end: int
    spelled: bool = False
