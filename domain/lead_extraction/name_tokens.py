"""Words that can be a name, taken from where one begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.lead_extraction.call import Call
from domain.lead_extraction.flat import flat

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?|[,.!?;:…&]|\S")
_MOST = 4
_STOPS = set(".!?;:…,")


@dataclass(frozen=True, slots=True)
class Taken:
    """The words, and where they begin and end."""

    text: str
    start: int
    end: int


def take_name(call: Call, text: str, start: int, *, most: int = _MOST) -> Taken | None:
    """A person's name from *start*: behind titles and fillers, up to a word that is none."""
    words: list[re.Match[str]] = []
    for token in _unspelled(text, _behind_apposition(text, start)):
        plain = flat(token.group().rstrip("."))
        if not words and _is_skipped(call, token.group(), plain):
            continue
        if (not words and plain in call.cues.not_names) or _ends_name(call, text, token, words):
            break
        words.append(token)
        said = sum(flat(word.group()) not in call.cues.particles for word in words)
        if said == most or (token.group().endswith(".") and len(plain) > 1):
            break
    while words and flat(words[-1].group()) in call.cues.particles:
        words.pop()
    if words and _SEPARATOR.match(flat(text), words[-1].end()):
        return None
    return _taken(words)


def _unspelled(text: str, start: int) -> Iterator[re.Match[str]]:
    """The tokens from *start*; letters that spell the word before them are left out."""
    spelled_until = begun = 0
    for token in _TOKEN.finditer(text, start):
        if token.start() < spelled_until:
            continue
        if begun and (letters := _LETTERS.match(text, token.start())):
            spelled_until = letters.end()
            continue
        begun = 1
        yield token


def _is_skipped(call: Call, word: str, plain: str) -> bool:
    return plain in call.cues.titles or plain in _FILLERS or word == ","


def _behind_apposition(text: str, start: int) -> int:
    """Behind `the owner,` where a name follows in capitals."""
    found = _APPOSITION.match(text, start)
    return found.end() if found else start


def take_company(call: Call, text: str, start: int, *, most: int = 5) -> Taken | None:
    """A company's name from *start*: like a person's, and with `and`, `&` and figures inside."""
    words: list[re.Match[str]] = []
    cased = is_cased(text)
    for token in _TOKEN.finditer(text, start):
        word = token.group()
        plain = flat(word.rstrip("."))
        if not words and (plain in _ARTICLES or word in {'"', "'", ","}):
            continue
        joins = bool(words) and (word == "&" or plain in _JOINERS)
        if not (joins and _follows(text, token.end(), cased)) and _ends_company(
            call, word, cased=cased, first=not words
        ):
            break
        words.append(token)
        if len(words) == most or (word.endswith(".") and len(plain) > 3):
            break
    while words and flat(words[-1].group()) in call.cues.particles | _JOINERS | {"&"}:
        words.pop()
    return _taken(words)


def _ends_company(call: Call, word: str, *, cased: bool, first: bool) -> bool:
    plain = flat(word.rstrip("."))
    if word in _STOPS or not word[0].isalnum():
        return True
    capital = cased and word[0].isupper()
    if plain in call.cues.particles and not first:
        return False
    if plain in call.cues.breaks and (first or not capital):
        return True
    return cased and not capital and plain not in call.cues.particles


def _ends_name(call: Call, text: str, token: re.Match[str], words: Sequence[re.Match[str]]) -> bool:
    word = token.group()
    plain = flat(word.rstrip("."))
    if word[0] in _STOPS or not word[0].isalpha():
        return True
    if plain in call.cues.particles and words:
        following = _TOKEN.search(text, token.end())
        return following is not None and flat(following.group()) in _BUSINESSES
    if plain in _BUSINESSES and words:
        return True
    if not words and plain in _NAMES_AND_WORDS and _goes_on(call, text, token.end()):
        return False
    if plain in call.cues.breaks:
        return True
    if len(plain) == 1 and not word.endswith("."):
        return True
    return is_cased(text) and not word[0].isupper()


def _goes_on(call: Call, text: str, at: int) -> bool:
    following = _TOKEN.search(text, at)
    if following is None or not following.group()[0].isalpha():
        return False
    plain = flat(following.group())
    return len(plain) > 2 and plain not in call.cues.breaks | call.cues.not_names


def _follows(text: str, at: int, cased: bool) -> bool:
    following = _TOKEN.search(text, at)
    if following is None:
        return False
    word = following.group()
    return word[0].isupper() if cased else flat(word) in _TAILS


def is_cased(text: str) -> bool:
    """Whether whoever wrote *text* used capitals."""
    return any(char.isupper() for char in text[1:])


def _taken(words: Sequence[re.Match[str]]) -> Taken | None:
    if not words:
        return None
    text = " ".join(word.group().rstrip(".") for word in words)
    return Taken(titled(text), words[0].start(), words[-1].end())


def titled(text: str) -> str:
    """*text* with capitals where a recogniser wrote none."""
    if text != text.lower():
        return text
    return " ".join(_capital(word) for word in text.split())


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


_LETTERS = re.compile(r"[^\W\d_](?:[ ,.-]+[^\W\d_](?![^\W_])){2,}")
_SEPARATOR = re.compile(
    r" +(?:dot|underscore|dash|hyphen|minus|at|punto|arroba|guion|point|arobase|tiret|punkt|"
    r"klammeraffe|unterstrich|bindestrich|ponto|hifen|underline)(?!\w)|[@_]"
)
_APPOSITION = re.compile(
    r"\s*(?:the|a|el|la|le|die|der|o)\s+\w+(?: \w+)?,\s*(?=[A-ZÀ-Ý])", re.IGNORECASE
)
_NAMES_AND_WORDS = {"will", "mark", "may", "grant", "art", "rob", "drew", "sue", "pat", "bill"}
_NAMES_AND_WORDS |= {"faith", "hope", "joy", "dawn", "rose", "june", "april", "august", "jean"}
_BUSINESSES = {"padaria", "empresa", "clinica", "loja", "oficina", "construtora", "restaurante"}
_BUSINESSES |= {"escola", "farmacia", "agencia", "imobiliaria", "hotel", "transportes", "taller"}
_BUSINESSES |= {"panaderia", "tienda", "ferreteria", "inmobiliaria", "construcciones", "bodega"}
_BUSINESSES |= {"boulangerie", "societe", "garage", "cabinet", "agence", "pharmacie", "atelier"}
_BUSINESSES |= {"grupo", "talleres", "supermercado", "libreria", "seguros", "gruppe", "groupe"}
_BUSINESSES |= {"firma", "praxis", "autohaus", "backerei", "kanzlei", "werkstatt", "apotheke"}
_FILLERS = {"uh", "um", "er", "euh", "ahm", "eh", "hm", "ah", "well", "the"}
_ARTICLES = {"the", "la", "el", "le", "die", "der", "das", "a", "o", "empresa", "firma"}
_ARTICLES |= {"company", "called", "named", "societe", "entreprise", "l", "uh", "um", "firm"}
_JOINERS = {"and", "y", "et", "und", "e"}
_TAILS = {"sons", "son", "co", "company", "partners", "associates", "brothers", "daughters"}
_TAILS |= {"hijos", "fils", "sohne", "filhos", "asociados", "associes", "partner", "sohn"}
