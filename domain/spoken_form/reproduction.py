"""Whether what a caller said gives a certain value."""

import re
from collections.abc import Sequence
from typing import assert_never

import phonenumbers

from domain.contact_details import ContactField
from domain.language import Language
from domain.spoken_form.lexicon import Lexicon, lexicon_of

_SENTENCE_END = re.compile(r"[.?!](?=\s|$)")
_NOT_LETTERS = re.compile(r"[^\w]+|_")
_GAPS = re.compile(r"[\s,;:!?\"'()]+")
_SPELLED = re.compile(r"(?<=\b\w)[-.\s]+(?=\w\b)")


def reproduces(
    field: ContactField, value: str, texts: Sequence[str], *, language: Language, region: str
) -> bool:
    """Whether *texts*, one after the other, say *value* (as written, dictated or spelled).

    *region* tells which national numbers stand for an E.164 one.
    """
    heard = " ".join(texts).casefold()
    lexicon = lexicon_of(language)
    match field:
        case ContactField.EMAIL:
            return value in _as_address(heard, lexicon)
        case ContactField.PHONE:
            return _says_number(value, heard, lexicon, region)
        case ContactField.NAME | ContactField.COMPANY:
            return _letters(value.casefold()) in _letters(heard)
    assert_never(field)


def _as_address(heard: str, lexicon: Lexicon) -> str:
    text = _SPELLED.sub("", _SENTENCE_END.sub(" ", heard))
    for sign, words in lexicon.signs.items():
        for word in sorted(words, key=len, reverse=True):
            text = re.sub(rf"\b{re.escape(word.casefold())}\b", sign, text)
    text = _with_digits(text, lexicon)
    return _GAPS.sub("", text)


def _says_number(value: str, heard: str, lexicon: Lexicon, region: str) -> bool:
    digits = re.sub(r"\D", "", _with_digits(heard, lexicon))
    number = phonenumbers.parse(value)
    if value.lstrip("+") in digits:
        return True
    is_national = number.country_code == phonenumbers.country_code_for_region(region)
    return is_national and phonenumbers.national_significant_number(number) in digits


def _with_digits(text: str, lexicon: Lexicon) -> str:
    for digit, words in enumerate(lexicon.digits):
        for word in words:
            text = re.sub(rf"\b{re.escape(word)}\b", str(digit), text)
    return text


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text)
