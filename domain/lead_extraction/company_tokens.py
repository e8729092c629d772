"""Words that can be a company, taken from where one begins."""

import re
from collections.abc import Sequence
from itertools import takewhile

from domain.lead_extraction.call import Call
from domain.lead_extraction.cues.businesses import LEGAL_FORMS, PLACES, TRADES
from domain.lead_extraction.flat import flat, is_cased
from domain.lead_extraction.name_tokens import STOPS, TOKEN, Taken, as_taken, is_spelled_at

_MOST = 5
_Token = re.Match[str]


def take_company(call: Call, text: str, start: int, *, until: int | None = None) -> Taken | None:
    """A company's name from *start*: like a person's, and with `and`, `&` and figures inside.

    Where the caller's address is at a domain that says the same, the name is as long as it is.
    """
    tokens = list(TOKEN.finditer(text, start, len(text) if until is None else until))
    if named := _as_in_domain(call, tokens):
        return as_taken(named)
    words = _words(call, text, tokens)
    if not is_cased(text) and len(words) == 1 and _BARE_THE.search(flat(text)[: words[0].start()]):
        return None
    return None if _is_none(call, words) else as_taken(words)


def _words(call: Call, text: str, tokens: Sequence[_Token]) -> list[_Token]:
    words: list[_Token] = []
    cased = is_cased(text)
    for at, token in enumerate(tokens):
        word = token.group()
        plain = flat(word.rstrip("."))
        if words and is_spelled_at(text, token.start()):
            break
        if not words and _is_skipped(plain, word, cased=cased, ahead=tokens[at + 1 : at + 2]):
            continue
        ahead = tokens[at + 1 :]
        if not (
            _joins(call, words, word, ahead, cased=cased)
            or (not words and cased and _is_trade_of(call, plain, ahead))
        ) and _ends(call, word, cased=cased, first=not words):
            break
        words.append(token)
        said = sum(flat(one.group()) not in call.cues.particles | _JOINERS for one in words)
        if said == _MOST or (word.endswith(".") and len(plain) > 3):
            break
    while words and flat(words[-1].group()) in call.cues.particles | _JOINERS | {"&", "of", "the"}:
        words.pop()
    return words


def _joins(
    call: Call, words: Sequence[_Token], word: str, ahead: Sequence[_Token], *, cased: bool
) -> bool:
    """Whether *word* is inside of the name: `Kessler and Wade`, `boulangerie du marché`."""
    plain = flat(word)
    if not words:
        return False
    if word == "&" or plain in _JOINERS:
        return _follows(call, ahead, cased=cased)
    first = flat(words[0].group())
    if plain in {"of", "for"} and call.language == "en":
        return first in _BODIES and _is_content(call, ahead, cased=cased)
    if plain in call.cues.particles | {"da", "do", "dos", "das", "des", "du", "la", "le"}:
        return _is_content(call, _behind_particles(call, ahead), cased=cased)
    return plain in _SOFT and first in TRADES and _is_content(call, ahead, cased=cased)


def _behind_particles(call: Call, tokens: Sequence[_Token]) -> Sequence[_Token]:
    at = 0
    while at < len(tokens) and flat(tokens[at].group()) in call.cues.particles:
        at += 1
    return tokens[at:]


def _is_content(call: Call, ahead: Sequence[_Token], *, cased: bool) -> bool:
    if not ahead or not ahead[0].group()[0].isalpha():
        return False
    plain = flat(ahead[0].group().rstrip("."))
    if cased:
        return ahead[0].group()[0].isupper()
    return len(plain) > 2 and plain not in call.cues.breaks | call.cues.not_names | PLACES


def _is_trade_of(call: Call, plain: str, ahead: Sequence[_Token]) -> bool:
    """`du cabinet Lemoine`: the trade is said like a word, the rest like a name."""
    if plain not in TRADES:
        return False
    return _is_content(call, _behind_particles(call, ahead), cased=True)


def _as_in_domain(call: Call, tokens: Sequence[_Token]) -> list[_Token]:
    if not call.domain_labels:
        return []
    said: list[_Token] = []
    for at, token in enumerate(tokens[: _MOST + 1]):
        if token.group() in STOPS:
            break
        said.append(token)
        joined = "".join(flat(one.group()) for one in said)
        joined = "".join(char for char in joined if char.isalnum())
        if joined in call.domain_labels and len(said) > 1:
            return [*said, *takewhile(_is_of_firm, tokens[at + 1 :])]
    return []


def _is_of_firm(token: _Token) -> bool:
    return flat(token.group().rstrip(".")) in TRADES | LEGAL_FORMS


def _is_skipped(plain: str, word: str, *, cased: bool, ahead: Sequence[_Token]) -> bool:
    if word in {'"', "'", ","}:
        return True
    belongs = cased and word[0].isupper() and bool(ahead) and ahead[0].group()[0].isupper()
    return plain in _ARTICLES and not belongs


def _ends(call: Call, word: str, *, cased: bool, first: bool) -> bool:
    plain = flat(word.rstrip("."))
    if word in STOPS or not word[0].isalnum():
        return True
    capital = cased and word[0].isupper()
    if plain in call.cues.breaks and (first or not capital):
        return True
    return cased and not capital and plain not in call.cues.particles


def _is_none(call: Call, words: Sequence[_Token]) -> bool:
    plain = [flat(word.group().rstrip(".")) for word in words]
    named = len(words) > 1 and all(word.group()[0].isupper() for word in (words[0], words[-1]))
    if not plain or plain[0] in _NO_COMPANIES:
        return True
    if plain[0] in call.cues.not_names and not named:
        return True
    return all(word in PLACES | _NO_COMPANIES or len(word) == 1 for word in plain)


def _follows(call: Call, ahead: Sequence[_Token], *, cased: bool) -> bool:
    """Whether a second name comes behind `and`, rather than a new thought."""
    if not ahead:
        return False
    word = ahead[0].group()
    if cased or flat(word) in _TAILS:
        return word[0].isupper() or not cased
    ends = (
        len(ahead) == 1 or ahead[1].group() in STOPS or flat(ahead[1].group()) in call.cues.breaks
    )
    return ends and _is_content(call, ahead, cased=cased)


_ARTICLES = {"the", "la", "el", "le", "die", "der", "das", "a", "o", "empresa", "firma", "les"}
_ARTICLES |= {"company", "called", "named", "societe", "entreprise", "l", "uh", "um", "firm", "los"}
_ARTICLES |= {"las", "os", "as", "dem", "den", "compania", "se", "llama", "chama", "heis"}
_BARE_THE = re.compile(r"(?<!\w)(?:the|el|la|le|der|die|das|dem|o|a|my|our|mi|mon|ma|meu|minha) $")
_JOINERS = {"and", "y", "et", "und", "e"}
_TAILS = {"sons", "son", "co", "company", "partners", "associates", "brothers", "daughters"}
_TAILS |= {"hijos", "fils", "sohne", "filhos", "asociados", "associes", "partner", "sohn"}
_BODIES = {"city", "town", "county", "bank", "university", "church", "school", "house", "friends"}
_BODIES |= {"department", "state", "institute", "board", "port", "village", "museum", "art"}
_SOFT = {"casa", "cuenta", "calle", "maison", "haus", "home", "mi", "nosso", "boa", "bom", "tudo"}
_NO_COMPANIES = {"myself", "private", "privately", "privat", "privatperson", "particular", "none"}
_NO_COMPANIES |= {"particulier", "autonomo", "freelance", "freelancer", "self", "selbststandig"}
_NO_COMPANIES |= {"individual", "personal", "independent", "independant", "rentner", "retired"}
_NO_COMPANIES |= {"website", "quote", "price", "cliente", "casa", "personne", "aucune", "ninguna"}
_NO_COMPANIES |= {"nenhuma", "keine", "number", "home", "family", "school", "office", "car"}
