"""Which language a conversation is in, from what was heard and what was asked for."""

import re
from collections.abc import Collection, Sequence

from adapters.realtime_emulator.ports import Item

_NAMES = {
    "en": r"english|ingl[eé]s|anglais|englisch|inglês",
    "es": r"spanish|espa[nñ]ol|castellano|espagnol|spanisch|espanhol",
    "fr": r"french|franc[eé]s|fran[cç]ais|franz[oö]sisch|franc[eê]s",
    "de": r"german|alem[aá]n|allemand|deutsch|alem[aã]o",
    "pt": r"portuguese|portugu[eé]s|portugais|portugiesisch|portugu[eê]s",
}
_SPEAK = (
    r"(?:speak|talk|switch|continue|in|habl\w+|sigamos|en|parl\w+|sprech\w*|red\w+|auf|fal\w+|em)"
)
_ASKS = {
    code: re.compile(rf"\b{_SPEAK}\b.{{0,25}}\b(?:{names})\b|\b(?:{names})\b.{{0,20}}\b{_SPEAK}\b")
    for code, names in _NAMES.items()
}
_TOLD = re.compile(
    r"\b(?:speak|answer|reply|respond)(?: only)?(?: in)? (?P<name>english|spanish|french|german|"
    r"portuguese)\b",
    re.IGNORECASE,
)
_CODES = {"english": "en", "spanish": "es", "french": "fr", "german": "de", "portuguese": "pt"}
_CUES = {
    "en": "the is are what my your you i and of to please can could how it that's yes hello thank "
    "this was with for do not have",
    "es": "el los las es mi su usted y qué cómo por favor gracias hola sí muy una puede estoy soy "
    "quiero quisiera lo del está con para",
    "fr": "le les est mon ma vous je et s'il plaît merci bonjour oui très une êtes puis suis c'est "
    "voudrais nous pour avec votre dans pas",
    "de": "der die das ist mein ihre ihr sie ich und bitte danke guten tag ja nein sehr eine "
    "können wie nicht habe möchte mit wir für auf",
    "pt": "o os as é meu minha seu você e que como obrigado olá sim não muito uma pode estou eu "
    "gostaria um está com para do em",
}
_WORDS_BY_LANGUAGE = {code: frozenset(words.split()) for code, words in _CUES.items()}


def asked_for(text: str) -> str | None:
    """The language that a caller asks to speak: "¿Habla español?"; None when they do not."""
    plain = text.lower()
    return next((code for code, asks in _ASKS.items() if asks.search(plain)), None)


def told(instructions: str) -> str | None:
    """The language that *instructions* tell the agent to speak."""
    found = _TOLD.search(instructions)
    return _CODES[found["name"].lower()] if found else None


def language_of(text: str) -> str | None:
    """The language of a written text by its small words; None without a clear winner."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text.lower())
    scores = {
        code: sum(word in cues for word in words) for code, cues in _WORDS_BY_LANGUAGE.items()
    }
    best, second = sorted(scores.values(), reverse=True)[:2]
    return max(scores, key=lambda code: scores[code]) if best > second else None


def spoken_language(items: Sequence[Item], *, start: str, known: Collection[str]) -> str:
    """The language to answer in after *items*, among those that are *known*.

    A language that was asked for stays until another one is; else it is the one heard last. A
    single word that is not plainly of another language changes nothing.
    """
    current, pinned = start, False
    for item in items:
        if item.kind != "message" or item.role != "user":
            continue
        asked = asked_for(item.text)
        if asked in known:
            current, pinned = str(asked), True
        elif not pinned:
            heard = _heard(item)
            current = heard if heard in known else current
    return current


def _heard(item: Item) -> str:
    written = language_of(item.text)
    if item.language is None or len(item.text.split()) < 2:
        return written or ""
    return item.language
