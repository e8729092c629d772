"""Contact details as values: one that exists is well-formed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from domain.errors import InvalidValueError


class ContactField(StrEnum):
    """What a lead can hold."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class EmailAddress:
    """A syntactically valid address, its domain in lower case."""

    value: str

    @classmethod
    def parse(cls, text: str) -> "EmailAddress":
        """Raises InvalidValueError, without repeating the text, when it is not an address."""
        try:
            valid = validate_email(text.strip(), check_deliverability=False)
        except EmailNotValidError:
            raise InvalidValueError("that is not a complete e-mail address") from None
        return cls(valid.normalized.lower())


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number in E.164. Possible, not assigned: reserved and drama ranges are accepted."""

    value: str

    @classmethod
    def parse(cls, text: str, *, region: str) -> "PhoneNumber":
        """Read a national number as one of *region* (ISO country code); `+` and `00` are heeded.

        Raises InvalidValueError, without repeating the text, when it cannot be a number.
        """
        try:
            number = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            raise InvalidValueError("that is not a phone number") from None
        if not phonenumbers.is_possible_number(number):
            raise InvalidValueError("that phone number has too many or too few digits")
        return cls(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


@dataclass(frozen=True, slots=True)
class PlainName:
    """The name of a person or a company: some letters, one line."""

    value: str

    _NOT_NAMES = frozenset({"null", "none", "unknown", "n/a", "undefined"})

    @classmethod
    def parse(cls, text: str) -> "PlainName":
        """Raises InvalidValueError for placeholders and for texts without letters."""
        name = " ".join(text.strip(" \t\r\n.,;:!?\"'").split())
        if not any(char.isalpha() for char in name) or name.lower() in cls._NOT_NAMES:
            raise InvalidValueError("that is not a name")
        return cls(name)


def parse_contact(field: ContactField, text: str, *, region: str) -> str:
    """The well-formed value of *field*, or InvalidValueError."""
    match field:
        case ContactField.EMAIL:
            return EmailAddress.parse(text).value
        case ContactField.PHONE:
            return PhoneNumber.parse(text, region=region).value
        case ContactField.NAME | ContactField.COMPANY:
            return PlainName.parse(text).value
    assert_never(field)
