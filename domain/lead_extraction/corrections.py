"""Corrections of a value that was read back wrongly: a letter, the last digits."""

import re

from rapidfuzz import fuzz

from domain.contact_details import ContactField, EmailAddress
from domain.errors import InvalidValueError
from domain.lead_extraction.call import Call
from domain.lead_extraction.flat import flat
from domain.spoken_form import Candidate, candidates
from domain.spoken_form.digit_runs import Part, digit_runs
from domain.spoken_form.lexicons import lexicon_for
from domain.spoken_form.phones import e164
from domain.spoken_form.symbols import SymbolKind, read_symbols

_MOST_TAIL = 7
_FEW = 2
_ALIKE = 74
_NOT = re.compile(
    r"(?<!\w)(?:not|instead of|rather than|no(?! ,)|pas|nicht|statt|nao|en vez de|em vez de)(?!\w)"
)


def corrected(call: Call, found: Candidate, answer: int) -> str | None:
    """What *found* becomes by the caller's words in turn *answer*; None when they do not tell.

    `P as in Peter, not B` puts the one letter in the place of the other; `it ends in 43` puts
    digits in the place of the last ones. A whole new value is read elsewhere.
    """
    text = call.turns[answer].text
    said = candidates(text, language=call.language, region=call.region)
    if any(one.kind is found.kind for one in said):
        return None
    if found.kind is ContactField.EMAIL:
        return _by_letter(call, found.value, answer)
    return _by_last_digits(call, found.value, answer)


def _by_letter(call: Call, address: str, answer: int) -> str | None:
    text = call.turns[answer].text
    told = call.turns[answer].flat
    places = [match for match in _NOT.finditer(told) if match.start() > 3 or match.group() == "not"]
    if not places:
        return _with_word(call, address, answer)
    split = places[-1]
    right = _letters(call, text[: split.start()])
    wrong = _letters(call, text[split.end() :])
    local, _, domain = address.partition("@")
    if not right or not wrong or wrong[:1] not in local:
        return _with_word(call, address, answer)
    whole = len(wrong) > 1 and len(right) > 1 and wrong in local
    replaced = local.replace(wrong, right, 1) if whole else local.replace(wrong[:1], right[-1:], 1)
    return _address(replaced, domain)


def _with_word(call: Call, address: str, answer: int) -> str | None:
    """The address with the word of it that is said or spelled anew: `it's oskar, with a k`."""
    local, _, domain = address.partition("@")
    text = call.turns[answer].text
    spelled = [one.value for one in candidates(text, language=call.language, region=call.region)]
    said = [word for word in re.findall(r"[^\W\d_]+", call.turns[answer].flat) if len(word) > _FEW]
    for word in (*(flat(one) for one in spelled if one.isalpha()), *said):
        for part in re.findall(r"[a-z]+", local):
            if len(part) > _FEW and part != word and fuzz.ratio(part, word) >= _ALIKE:
                return _address(local.replace(part, word, 1), domain)
    return None


def _address(local: str, domain: str) -> str | None:
    try:
        return EmailAddress.parse(f"{local}@{domain}").value
    except InvalidValueError:
        return None


def _by_last_digits(call: Call, number: str, answer: int) -> str | None:
    found = call.cues.last_digits.search(call.turns[answer].flat)
    if found is None:
        refusal = call.cues.no.match(call.turns[answer].flat)
        found = refusal if refusal and call.refuses(answer) else None
    if found is None:
        return None
    return with_tail(call, number, call.turns[answer].text[found.end() :])


def with_tail(call: Call, number: str, said: str) -> str | None:
    """*number* with the digits of *said* in the place of its last ones."""
    lexicon = lexicon_for(call.language)
    runs = digit_runs(read_symbols(said, lexicon), lexicon)
    first = next((run for run in runs if any(one.part is Part.DIGITS for one in run)), [])
    digits = "".join(one.text for one in first if one.part is Part.DIGITS)
    if not 0 < len(digits) < _MOST_TAIL:
        return None
    changed = e164(number[: -len(digits)] + digits, call.region)
    return changed[0] if changed else None


def _letters(call: Call, text: str) -> str:
    symbols = read_symbols(text, lexicon_for(call.language))
    return "".join(one.text.lower() for one in symbols if one.kind is SymbolKind.LETTER)
