"""Words that can be a name, taken from where one begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.lead_extraction.call import Call
from domain.lead_extraction.cues.businesses import PARTICLE_SURNAMES, TRADES
from domain.lead_extraction.flat import flat, is_cased
from domain.spoken_form.lexicons import lexicon_for

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?|[,.!?;:…&]|\S")
_MOST = 4
_NAME_AND_SURNAME = 2
STOPS = set(".!?;:…,")


@dataclass(frozen=True, slots=True)
class Taken:
    """The words, and where they begin and end."""

    text: str
    start: int
    end: int

    @property
    def size(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def take_name(
    call: Call, text: str, start: int, *, most: int = _MOST, until: int | None = None
) -> Taken | None:
    """A person's name from *start*: behind titles and fillers, up to a word that is none."""
    words = list(_name_words(call, text, start, most, len(text) if until is None else until))
    while words and flat(words[-1].group()) in call.cues.particles:
        words.pop()
    if len(words) > _NAME_AND_SURNAME and _is_before_trade(text, words[-1].end()):
        # `ned stark winterfell heating`: where no capitals tell, a name has two words.
        words = words[:_NAME_AND_SURNAME]
    plain = {flat(word.group()) for word in words}
    if (
        plain & _SIGN_WORDS
        or (words and flat(words[-1].group()) in _JOBS)
        or all(len(word.rstrip(".")) == 1 for word in plain)
    ):
        return None
    if _SEPARATOR.match(flat(text), words[-1].end()) or _CUT_OFF.match(text, words[-1].end()):
        return None
    return as_taken(_said_once(words))


def _is_before_trade(text: str, at: int) -> bool:
    following = TOKEN.search(text, at)
    return following is not None and not is_cased(text) and flat(following.group()) in TRADES


def _name_words(
    call: Call, text: str, start: int, most: int, until: int
) -> Iterator[re.Match[str]]:
    words: list[re.Match[str]] = []
    for token in _unspelled(text, _behind_apposition(text, start)):
        plain = flat(token.group().rstrip("."))
        if not words and token.start() < until and _is_skipped(call, token.group(), plain):
            continue
        first_is_none = not words and plain in call.cues.not_names
        if token.start() >= until or first_is_none or _ends_name(call, text, token, words):
            break
        words.append(token)
        yield token
        said = sum(flat(one.group()) not in call.cues.particles for one in words)
        if said == most or (token.group().endswith(".") and len(plain) > 1):
            break


def _said_once(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """`marcus marcus oyelaran`, `fitzgerald nora fitzgerald`: the whole name is the rest."""
    plain = [flat(word.group()) for word in words]
    return words[1:] if plain[:1] and plain[0] in plain[1:] else words


def _unspelled(text: str, start: int) -> Iterator[re.Match[str]]:
    """The tokens from *start*; letters that spell the word before them are left out."""
    spelled_until = begun = 0
    for token in TOKEN.finditer(text, start):
        if token.start() < spelled_until:
            continue
        if begun and (letters := _spelling_at(text, token.start())):
            spelled_until = letters
            continue
        begun = 1
        yield token


def _spelling_at(text: str, at: int) -> int:
    """Where the letters that begin at *at* end, with a comma on both sides where it goes on."""
    inside = _LETTERS.match(text, at + len(text[at:]) - len(text[at:].lstrip(" ,")))
    if inside is None:
        return 0
    if text[at] != ",":
        return inside.end()
    goes_on = re.compile(r", (?=[A-ZÀ-Ý][^\W\d_]+)").match(text, inside.end())
    return goes_on.end() if goes_on else 0


def is_spelled_at(text: str, at: int) -> bool:
    """Whether single letters that spell something begin at *at*."""
    return _LETTERS.match(text, at) is not None


def _is_skipped(call: Call, word: str, plain: str) -> bool:
    return plain in call.cues.titles or plain in _FILLERS or word == ","


def _behind_apposition(text: str, start: int) -> int:
    """Behind `the owner,` where a name follows in capitals."""
    found = _APPOSITION.match(text, start) or _WITH_ARTICLE.match(flat(text), start)
    return found.end() if found else start


def _ends_name(call: Call, text: str, token: re.Match[str], words: Sequence[re.Match[str]]) -> bool:
    word = token.group()
    plain = flat(word.rstrip("."))
    if word[0] in STOPS or not word[0].isalpha():
        return True
    if plain in call.cues.particles and words:
        return _particle_ends(call, text, token, words)
    if plain in TRADES and words and not is_cased(text):
        return True
    if not words and plain in _NAMES_AND_WORDS and _goes_on(call, text, token.end()):
        return False
    if plain in call.cues.breaks or plain in lexicon_for(call.language).digit_words:
        return True
    if len(plain) == 1 and not word.endswith("."):
        return True
    return is_cased(text) and not word[0].isupper()


def _particle_ends(
    call: Call, text: str, token: re.Match[str], words: Sequence[re.Match[str]]
) -> bool:
    """Whether `de`, `von` is no part of the name, but leads to where the person works."""
    plain = flat(token.group())
    if len(words) == 1 and _OF_THE.match(flat(text), token.start()):
        return False
    following = (flat(one.group().rstrip(".")) for one in TOKEN.finditer(text, token.end()))
    ahead = next((word for word in following if word not in call.cues.particles), "")
    if not ahead.isalpha() or ahead in TRADES | call.cues.breaks | call.cues.not_names:
        return True
    match call.language:
        case "es" | "pt":
            return plain in {"de", "del", "da", "do"} and ahead not in PARTICLE_SURNAMES
        case "de" | "fr":
            return plain in {"von", "vom", "de", "du"} and len(words) > 1
        case _:
            return False


def _goes_on(call: Call, text: str, at: int) -> bool:
    following = TOKEN.search(text, at)
    if following is None or not following.group()[0].isalpha():
        return False
    plain = flat(following.group())
    return len(plain) > 2 and plain not in call.cues.breaks | call.cues.not_names


def as_taken(words: Sequence[re.Match[str]]) -> Taken | None:
    """*words* of a text as one; None without any."""
    if not words:
        return None
    text = " ".join(word.group().rstrip(".") for word in words)
    return Taken(titled(_POSSESSIVE.sub("", text)), words[0].start(), words[-1].end())


def titled(text: str) -> str:
    """*text* with capitals where a recogniser wrote none."""
    if text != text.lower():
        return text
    return " ".join(_capital(word) for word in text.split())


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


_LETTERS = re.compile(
    r"(?:(?:double|triple|treble|doble|doppel|capital|deux|dos|duplo|with|with an?) ?-?)?"
    r"[^\W\d_](?:[ ,.-]+(?:(?:double|triple|treble|doble|doppel|deux|dos|duplo|dois)[ -])?"
    r"[^\W\d_](?![^\W_])){2,}"
)
_SIGN_WORDS = {
    "dot",
    "underscore",
    "dash",
    "hyphen",
    "punto",
    "arroba",
    "guion",
    "point",
    "arobase",
}
_SIGN_WORDS |= {"tiret", "punkt", "klammeraffe", "unterstrich", "bindestrich", "ponto", "hifen"}
_SEPARATOR = re.compile(
    r" +(?:dot|underscore|dash|hyphen|minus|punto|arroba|guion|point|arobase|tiret|punkt|"
    r"klammeraffe|unterstrich|bindestrich|ponto|hifen|underline)(?!\w)|[@_]"
    r"| +at(?: [a-z0-9-]+){1,4} dot(?!\w)"
    r"| +at (?:g ?mail|hotmail|yahoo|outlook|icloud|aol|web|gmx)(?!\w)"
)
_POSSESSIVE = re.compile(r"['’]s$")
_WITH_ARTICLE = re.compile(
    r"[ ,]*(?:la|el|le|die|der|o|a|the) (?=(?:senor|senora|senorita|don|dona|frau|herr|senhor|"
    r"senhora|monsieur|madame)(?!\w))"
)
_JOBS = {"manager", "director", "supervisor", "coordinator", "assistant", "engineer", "officer"}
_JOBS |= {"owner", "technician", "receptionist", "accountant", "foreman", "superintendent", "nurse"}
_CUT_OFF = re.compile(r"[-–—]+(?:\W|$)")
_OF_THE = re.compile(r"de (?:los|las) |del? (?:pilar|carmen|rosario|mar) ")
_APPOSITION = re.compile(
    r"\s*(?:(?i:the|a|el|la|le|die|der|o)\s+|(?i:l'))[a-zà-ÿ' -]{2,40},\s*(?=[A-ZÀ-Ý])"
)
_NAMES_AND_WORDS = {"will", "mark", "may", "grant", "art", "rob", "drew", "sue", "pat", "bill"}
_NAMES_AND_WORDS |= {"faith", "hope", "joy", "dawn", "rose", "june", "april", "august", "jean"}
_FILLERS = {"uh", "um", "er", "euh", "ahm", "eh", "hm", "ah", "well", "the"}
