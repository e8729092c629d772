"""A value as it is read back to the caller."""

from typing import assert_never

import phonenumbers

from domain.contact_details import ContactField
from domain.language import Language
from domain.spoken_form.wording import Wording, wording_of


def read_back(field: ContactField, value: str, *, language: Language, attempt: int) -> str:
    """A question that says *value* aloud: naturally the first time, then character by character."""
    wording = wording_of(language)
    return f"{_spoken(field, value, wording, spell=attempt > 1)}, {wording.ask}"


def _spoken(field: ContactField, value: str, wording: Wording, *, spell: bool) -> str:
    match field:
        case ContactField.PHONE:
            return _phone(value, wording, one_by_one=spell)
        case ContactField.EMAIL:
            return _email(value, wording, spell=spell)
        case ContactField.NAME | ContactField.COMPANY:
            return f"{value}: {_letters(value)}" if spell else value
    assert_never(field)


def _email(value: str, wording: Wording, *, spell: bool) -> str:
    local, _, host = value.partition("@")
    said = [_word(part, wording, spell=spell) for part in _parts(local)]
    said.append(wording.signs["@"])
    said += [_word(part, wording, spell=False) for part in _parts(host)]
    return " ".join(said)


def _word(part: str, wording: Wording, *, spell: bool) -> str:
    if part in wording.signs:
        return wording.signs[part]
    return _letters(part) if spell else part


def _parts(text: str) -> list[str]:
    parts = [""]
    for char in text:
        if char.isalnum():
            parts[-1] += char
        else:
            parts += [char, ""]
    return [part for part in parts if part]


def _phone(value: str, wording: Wording, *, one_by_one: bool) -> str:
    number = phonenumbers.parse(value)
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    groups = shown.replace("-", " ").lstrip("+").split()
    between = ", " if not one_by_one else " ... "
    said = between.join(" ".join(wording.digits[int(d)] for d in group) for group in groups)
    return f"{wording.plus} {said}"


def _letters(text: str) -> str:
    return ", ".join(char.upper() for char in text if char.isalnum())
