"""Choosing the words for an occasion."""

from collections.abc import Mapping
from string import Formatter

from domain.errors import InvalidValueError
from domain.language import Language
from domain.phrases.lexicons import de, en, es, fr, pt
from domain.phrases.phrase import Phrase

_BY_LANGUAGE: Mapping[str, Mapping[Phrase, tuple[str, ...]]] = {
    "en": en.PHRASES,
    "es": es.PHRASES,
    "fr": fr.PHRASES,
    "de": de.PHRASES,
    "pt": pt.PHRASES,
}
_MINUTES: Mapping[str, tuple[str, str]] = {
    "en": en.MINUTES,
    "es": es.MINUTES,
    "fr": fr.MINUTES,
    "de": de.MINUTES,
    "pt": pt.MINUTES,
}


def phrase(key: Phrase, language: Language, *, index: int = 0, **values: str | int) -> str:
    """What to say on the occasion *key*, English for a language we have no words for.

    *index* picks among several wordings, beginning anew after the last. Empty values count as
    missing. Raises InvalidValueError when a value that the words need is missing.
    """
    spoken = language if language in _BY_LANGUAGE else Language("en")
    given = {name: _said(name, value, spoken) for name, value in values.items() if value != ""}
    fitting = [words for words in _BY_LANGUAGE[spoken][key] if needs(words) <= given.keys()]
    if not fitting:
        raise InvalidValueError(f"{key} needs {', '.join(_needed(key, spoken))}")
    richest = max(len(needs(words)) for words in fitting)
    choice = [words for words in fitting if len(needs(words)) == richest]
    return choice[index % len(choice)].format_map(given)


def variants(key: Phrase, language: Language) -> tuple[str, ...]:
    """Every wording for *key*, with its placeholders; English for a language we have none for."""
    return _BY_LANGUAGE.get(language, en.PHRASES)[key]


def needs(words: str) -> frozenset[str]:
    """The names of the placeholders in *words*."""
    return frozenset(name for _, name, _, _ in Formatter().parse(words) if name)


def _said(name: str, value: str | int, language: Language) -> str:
    if name != "minutes":
        return str(value)
    one, several = _MINUTES[language]
    return one if value == 1 else several.format(minutes=value)


def _needed(key: Phrase, language: Language) -> list[str]:
    return sorted({name for words in _BY_LANGUAGE[language][key] for name in needs(words)})
