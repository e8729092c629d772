"""What the service has the agent say: complete in every language, and fit to be spoken."""

import re
import typing

import pytest

from domain.errors import InvalidValueError
from domain.language import Language
from domain.phrases import Phrase, phrase, variants
from domain.phrases.spoken import needs

LANGUAGES = tuple(Language(code) for code in ("en", "es", "fr", "de", "pt"))
EN = LANGUAGES[0]
VALUES: dict[str, typing.Any] = {"minutes": 2, "name": "Ana"}


@pytest.mark.parametrize("key", Phrase)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_wordings_with_the_same_values(
    key: Phrase, language: Language
) -> None:
    english = [needs(words) for words in variants(key, EN)]
    assert [needs(words) for words in variants(key, language)] == english


@pytest.mark.parametrize("key", Phrase)
def test_no_two_languages_say_the_same(key: Phrase) -> None:
    said = [words for language in LANGUAGES for words in variants(key, language)]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("key", Phrase)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_can_be_spoken(key: Phrase, language: Language) -> None:
    for index in range(len(variants(key, language))):
        said = phrase(key, language, index=index, **VALUES)
        assert not re.search(r"[{}_<>\n]|  ", said)
        assert said[-1] in ".!?"
        assert len(said.split()) <= 30


def test_wordings_take_turns() -> None:
    said = [phrase(Phrase.SILENCE_PROMPT, EN, index=index) for index in range(4)]
    assert len(set(said)) == 3
    assert said[3] == said[0]


def test_minutes_are_counted_as_the_language_does() -> None:
    german = Language("de")
    assert "eine Minute Zeit" in phrase(Phrase.TIME_WARNING, german, minutes=1)
    assert "3 Minuten Zeit" in phrase(Phrase.TIME_WARNING, german, minutes=3)


def test_a_name_is_said_where_there_is_one() -> None:
    assert phrase(Phrase.LATE_JOINER, EN, name="Ana") == "Hello Ana, welcome to the call."
    for unnamed in (phrase(Phrase.LATE_JOINER, EN, name=""), phrase(Phrase.LATE_JOINER, EN)):
        assert unnamed == "Hello, and welcome to the call."


def test_a_value_with_braces_is_said_as_it_is() -> None:
    assert "{minutes}" in phrase(Phrase.LATE_JOINER, EN, name="{minutes}")


def test_a_language_without_words_of_its_own_is_spoken_to_in_english() -> None:
    greek = Language("el")
    assert phrase(Phrase.GOODBYE, greek) == phrase(Phrase.GOODBYE, EN)
    assert variants(Phrase.GOODBYE, greek) == variants(Phrase.GOODBYE, EN)


def test_a_missing_value_is_named() -> None:
    with pytest.raises(InvalidValueError, match="minutes"):
        phrase(Phrase.TIME_WARNING, EN)
