"""What the agent asked before a turn, where answers begin, and where values stand in them."""

import re

from domain.lead_extraction.call import Call
from domain.lead_extraction.flat import flat
from domain.lead_extraction.name_tokens import Taken, take_name

_COMPANY_NAME = re.compile(
    r"(?:compan(?:y|ies)|business|firm|shop|store|organi[sz]ation|practice|agency|employer|firmen)"
    r"(?:'s)? ?-?name"
    r"|(?:name|nombre|nom|nome)(?:ns)?(?: (?!(?:and|y|et|und|e|or|o|ou)\b)\w+){1,3}? "
    r"(?:company|business|firm|shop|store|employer|empresa|compania|negocio|tienda|societe|entreprise|compagnie|boite|firma|unternehmens?|betriebs?|loja)"
)
_NAME_WORD = re.compile(
    r"(?<!\w)(?:names?|nombres?|apellidos?|nom|prenom|namen?|(?:vor|nach)namen?|nome|sobrenome|"
    r"surname|who(?:'s| is| am)|yourself)(?!\w)"
)


def offered_name(call: Call, number: int) -> Taken | None:
    """The name that the agent reads back in the question before turn *number*."""
    if number == 0 or call.turns[number - 1].by_caller:
        return None
    turn = call.turns[number - 1]
    for match in call.cues.reads_name.finditer(turn.flat):
        taken = take_name(call, turn.text, match.end())
        if taken is not None and turn.starts_name(taken.start) and turn.asks_behind(taken.end):
            return taken
    return None


def asks_of_others(call: Call, number: int) -> bool:
    """Whether it is for somebody else, who referred the caller."""
    return _REFERRAL.search(call.question_before(number)) is not None


def asks_name(call: Call, number: int) -> bool:
    """Whether the question before turn *number* is for a name, or reads one back wrongly."""
    asked, cues = call.question_before(number), call.cues
    if cues.asks_name.search(asked) or cues.asks_contact.search(asked):
        return True
    return offered_name(call, number) is not None


def asks_for_else(call: Call, number: int) -> bool:
    """Whether it is for an address or a number, or reads one back, rather than for a name."""
    asked, cues = call.question_before(number), call.cues
    other = cues.asks_email.search(asked) or cues.asks_phone.search(asked)
    read_back = number > 0 and not call.turns[number - 1].by_caller and call.values(number - 1)
    return bool(other or read_back) and not asks_name(call, number)


def asks_company(call: Call, number: int) -> bool:
    """Whether the agent asks for the company, rather than greeting with their own."""
    greeting = number == call.by_caller[0] and "?" not in call.turns[number - 1].text
    asked = call.cues.asks_company.search(call.question_before(number))
    return asked is not None and not (greeting and call.turns[number - 1].is_cased)


def asks_company_alone(call: Call, number: int) -> bool:
    """Whether it is for the company, and for no person's name beside."""
    asked = call.question_before(number)
    if not asks_company(call, number):
        return False
    return _NAME_WORD.search(_COMPANY_NAME.sub("", asked)) is None


def is_early(call: Call, number: int) -> bool:
    """Whether callers may introduce themselves in turn *number* without much ado."""
    return number == call.by_caller[0] or asks_name(call, number)


def behind_leaders(call: Call, text: str, start: int) -> int:
    """Behind the words with which answers begin: `yes sure it's`."""
    at = start
    for token in re.finditer(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[,.!]|\S", text[start:]):
        plain = flat(token.group())
        if plain not in call.cues.leaders | _REFUSALS and token.group() not in {",", ".", "!"}:
            break
        at = start + token.end()
    return at


_REFERRAL = re.compile(
    r"(?<!\w)(?:refer(?:red)?|recommend\w*|hear(?:d)? (?:about|of) us|find us|recomend\w+|conocio|"
    r"conseill\w*|connu|parle de nous|empfohlen|auf uns (?:gekommen|aufmerksam)|indicou|"
    r"conheceu)(?!\w)"
)
_REFUSALS = {"no", "nope", "non", "nein", "nao"}


def next_value(call: Call, number: int, start: int = 0) -> int:
    """Where the first address or number behind *start* begins: a name ends before it."""
    behind = [one.start for one in call.values(number) if one.start >= start]
    return min(behind, default=len(call.turns[number].text))
