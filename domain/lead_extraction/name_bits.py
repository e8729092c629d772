"""Where callers give names, and which part of a name each is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.contact_details import ContactField
from domain.lead_extraction.call import Call
from domain.lead_extraction.flat import flat
from domain.lead_extraction.given_names import given_names
from domain.lead_extraction.name_tokens import Taken, take_name
from domain.lead_extraction.questions import asks_of_others, next_value, offered_name

_FEWEST_LETTERS = 3
_NEAR = 10
_SPACE = re.compile(r"[ ,.]*(?:space|new word|espacio|espace|leerzeichen|espaco)[ ,.]*")


class Part(StrEnum):
    """What a name is of.

    CONTACT names somebody else who is to be reached; OFFERED is what the agent read back without
    the caller's agreement, ACCEPTED with it.
    """

    WHOLE = "whole"
    FIRST = "first"
    LAST = "last"
    LETTERS = "letters"
    CONTACT = "contact"
    OFFERED = "offered"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameBit:
    """*asked* is the part that the agent asked for, WHOLE if no certain one."""

    part: Part
    turn: int
    start: int
    end: int
    text: str
    asked: Part


def name_bits(call: Call) -> Iterator[NameBit]:
    """Every name and spelling of the caller's, in the order of the call."""
    for number in call.by_caller:
        yield from _read_back(call, number)
        yield from sorted(
            [*own_names(call, number), *_spellings(call, number)], key=lambda bit: bit.start
        )


def own_names(call: Call, number: int) -> list[NameBit]:
    """The names given in a turn as those of the caller, or of the one they call for."""
    if asks_of_others(call, number):
        return []
    return [*_contacts(call, number)] or [*_own(call, number)]


def _read_back(call: Call, number: int) -> Iterator[NameBit]:
    """The name in the agent's question before turn *number*, accepted or not."""
    taken = offered_name(call, number)
    if taken is not None:
        accepted = call.accepts(number)
        answer = Taken(taken.text, 0, len(call.turns[number].text) if accepted else 0)
        yield _bit(call, number, answer, Part.ACCEPTED if accepted else Part.OFFERED)


def asked_part(call: Call, number: int) -> Part:
    """The part of the name that the question before turn *number* is for."""
    asked = call.question_before(number)
    first, last = call.cues.first_name.search(asked), call.cues.last_name.search(asked)
    if bool(first) == bool(last):
        return Part.WHOLE
    return Part.FIRST if first else Part.LAST


def _contacts(call: Call, number: int) -> Iterator[NameBit]:
    turn, cues = call.turns[number], call.cues
    if cues.contact_me.search(turn.flat):
        return
    matches = [*cues.assistant.finditer(turn.flat)]
    if call.is_for_somebody_else:
        matches += cues.boss.finditer(turn.flat)
    for match in matches:
        taken = take_name(call, turn.text, match.end(), until=next_value(call, number, match.end()))
        if taken is not None:
            yield _bit(call, number, taken, Part.CONTACT)


def _own(call: Call, number: int) -> Iterator[NameBit]:
    parts = [*_parts(call, number)]
    for whole in given_names(call, number, [(bit.start, bit.end) for bit in parts]):
        yield _bit(call, number, whole, Part.WHOLE)
    yield from parts


def _parts(call: Call, number: int) -> Iterator[NameBit]:
    turn = call.turns[number]
    for part, cue in ((Part.FIRST, call.cues.first_name), (Part.LAST, call.cues.last_name)):
        for match in cue.finditer(turn.flat):
            taken = take_name(call, turn.text, match.end(), most=2, until=next_value(call, number))
            if taken is not None and taken.start - match.end() < _NEAR:
                first = flat(taken.text.split()[0])
                whole = part is Part.LAST and taken.size > 1 and first not in call.cues.particles
                yield _bit(call, number, taken, Part.WHOLE if whole else part)


def _spellings(call: Call, number: int) -> Iterator[NameBit]:
    for word in _spelled_words(call, number):
        if len(word.text) >= _FEWEST_LETTERS:
            yield _bit(call, number, word, Part.LETTERS)


def _spelled_words(call: Call, number: int) -> list[Taken]:
    """What is spelled outside of addresses; two words with `space` between them are one."""
    text = call.turns[number].text
    addresses = [one for one in call.values(number) if one.kind is ContactField.EMAIL]
    words: list[Taken] = []
    for one in call.spellings(number):
        if any(mail.start <= one.start < mail.end for mail in addresses):
            continue
        if words and _SPACE.fullmatch(flat(text[words[-1].end : one.start])):
            joined = f"{words[-1].text} {one.value}"
            words[-1] = Taken(joined, words[-1].start, one.end)
        else:
            words.append(Taken(one.value, one.start, one.end))
    return words


def _bit(call: Call, number: int, taken: Taken, part: Part) -> NameBit:
    return NameBit(
        part=part,
        turn=number,
        start=taken.start,
        end=taken.end,
        text=taken.text,
        asked=asked_part(call, number),
    )
