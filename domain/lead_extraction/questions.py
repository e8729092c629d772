"""What the agent asked before a turn, where answers begin, and where values stand in them."""

import re

from domain.lead_extraction.call import Call
from domain.lead_extraction.flat import flat
from domain.lead_extraction.name_tokens import Taken, take_name


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


def asks_name(call: Call, number: int) -> bool:
    """Whether the question before turn *number* is for a name, or reads one back wrongly."""
    asked, cues = call.question_before(number), call.cues
    if cues.asks_name.search(asked) or cues.asks_contact.search(asked):
        return True
    return not call.accepts(number) and offered_name(call, number) is not None


def asks_for_else(call: Call, number: int) -> bool:
    """Whether it is for an address or a number rather than a name."""
    asked, cues = call.question_before(number), call.cues
    other = cues.asks_email.search(asked) or cues.asks_phone.search(asked)
    return bool(other) and not asks_name(call, number)


def is_early(call: Call, number: int) -> bool:
    """Whether callers may introduce themselves in turn *number* without much ado."""
    return number == call.by_caller[0] or asks_name(call, number)


def behind_leaders(call: Call, text: str, start: int) -> int:
    """Behind the words with which answers begin: `yes sure it's`."""
    at = start
    for token in re.finditer(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[,.!]|\S", text[start:]):
        plain = flat(token.group())
        if plain not in call.cues.leaders and token.group() not in {",", ".", "!"}:
            break
        at = start + token.end()
    return at


def next_value(call: Call, number: int, start: int = 0) -> int:
    """Where the first address or number behind *start* begins: a name ends before it."""
    behind = [one.start for one in call.values(number) if one.start >= start]
    return min(behind, default=len(call.turns[number].text))
