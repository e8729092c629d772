"""One name out of the parts in which it was given."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from domain.contact_details import ContactField
from domain.lead_extraction.call import Call
from domain.lead_extraction.claims import Claim, ClaimKind
from domain.lead_extraction.flat import flat
from domain.lead_extraction.name_bits import NameBit, Part, name_bits
from domain.lead_extraction.name_tokens import titled

_ALIKE = 60
_KINDS = {Part.LETTERS: ClaimKind.SPELLED, Part.ACCEPTED: ClaimKind.CONFIRMED}


@dataclass(frozen=True, slots=True)
class _Held:
    """The words so far; *part* tells a lone word's place, CONTACT that they are somebody else's."""

    words: tuple[str, ...] = ()
    part: Part = Part.WHOLE
    offered: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def flat_words(self) -> tuple[str, ...]:
        return tuple(flat(word) for word in self.words)


@dataclass(frozen=True, slots=True)
class Place:
    """The words from *start* to *end* of a name that are written as *word*."""

    start: int
    end: int
    word: str


def names(call: Call) -> Iterator[Claim]:
    """The caller's name as it stands after each thing said of it."""
    held = _Held()
    for bit in name_bits(call):
        changed = _with(call, held, bit)
        if (changed.words and changed != held) or bit.part is Part.ACCEPTED:
            yield _claim(bit, changed)
        held = changed


def _with(call: Call, held: _Held, bit: NameBit) -> _Held:
    match bit.part:
        case Part.LETTERS:
            return _with_letters(call, held, bit)
        case Part.OFFERED:
            return replace(held, offered=tuple(bit.text.split()))
        case Part.CONTACT:
            return _Held(tuple(bit.text.split()), Part.CONTACT)
        case _ if held.part is Part.CONTACT:
            return _with_fuller_contact(held, bit)
        case Part.FIRST:
            return _with_first(held, bit.text)
        case Part.LAST:
            return _with_last(held, bit.text)
        case _:
            return _with_whole(held, bit)


def _with_whole(held: _Held, bit: NameBit) -> _Held:
    words = tuple(bit.text.split())
    if len(words) > 1 and bit.asked is not Part.LAST:
        return replace(held, words=words, part=Part.WHOLE)
    if bit.asked is Part.LAST:
        return _with_last(held, bit.text)
    if bit.asked is Part.FIRST or held.part is Part.LAST:
        return _with_first(held, bit.text)
    if flat(bit.text) in held.flat_words:
        return held
    return _corrected(held, bit.text) or _Held(words, Part.WHOLE)


def _with_fuller_contact(held: _Held, bit: NameBit) -> _Held:
    words = tuple(bit.text.split())
    said = {flat(word) for word in words}
    fuller = len(words) > len(held.words) and set(held.flat_words) <= said
    return replace(held, words=words) if fuller else held


def _corrected(held: _Held, word: str) -> _Held | None:
    """*word* in its place in the name that was read back wrongly."""
    best = best_place(held.offered, word)
    return _Held(_placed(held.offered, best)) if best and len(held.offered) > 1 else None


def _with_first(held: _Held, text: str) -> _Held:
    words = tuple(text.split())
    known = set(held.flat_words)
    if known & {flat(word) for word in words}:
        return held
    if held.words and held.part is not Part.FIRST:
        rest = held.words if len(held.words) == 1 or held.part is Part.LAST else held.words[1:]
        return _Held((*words, *rest))
    return _Held(words, Part.FIRST)


def _with_last(held: _Held, text: str) -> _Held:
    words = tuple(text.split())
    said = tuple(flat(word) for word in words)
    if not held.words or held.part is Part.LAST:
        return _Held(words, Part.LAST)
    if held.flat_words[: len(said)] == said and len(held.words) > len(words):
        return held
    if held.flat_words[-len(said) :] == said:
        return held if len(held.words) > len(words) else _Held(held.words, Part.LAST)
    if set(held.flat_words) & set(said) and len(words) > 1:
        return _Held(words)
    first = held.words[:1] if len(held.words) <= len(words) + 1 else held.words[: -len(words)]
    return _Held((*first, *words))


def _with_letters(call: Call, held: _Held, bit: NameBit) -> _Held:
    best = best_place(held.words, bit.text)
    if best is not None:
        return replace(held, words=_placed(held.words, best))
    if corrected := _corrected(held, bit.text):
        return corrected
    asked = call.question_before(bit.turn)
    is_of_name = call.cues.asks_name.search(asked) or call.cues.asks_spelling.search(asked)
    if not is_of_name or held.part is Part.CONTACT:
        return held
    if not held.words:
        spelling = call.cues.asks_spelling.search(asked) and bit.asked is Part.WHOLE
        return _Held((titled(bit.text),), Part.LAST if spelling else bit.asked)
    if len(held.words) == 1 and held.part is not Part.LAST:
        return _with_last(held, titled(bit.text))
    return held


def _placed(words: tuple[str, ...], place: Place) -> tuple[str, ...]:
    return (*words[: place.start], place.word, *words[place.end :])


def best_place(words: tuple[str, ...], letters: str) -> Place | None:
    """Which of *words* was spelled, and how: one of them, or two that are written as one.

    A letter that announces the spelling is dropped: `Bryan, a Y, B R Y A N` is heard as `Ybryan`.
    """
    spans = [(at, at + size) for size in (1, 2) for at in range(len(words) - size + 1)]
    options = [
        (fuzz.ratio(flat("".join(words[start:end])), flat(spelled)), -cut, -start, -end, spelled)
        for start, end in spans
        for cut, spelled in enumerate((letters, letters[1:].capitalize()))
    ]
    best = max(options, default=None)
    if best is None or best[0] < _ALIKE:
        return None
    start, end, spelled = -best[2], -best[3], best[4]
    same = end - start == 1 and _is_same(words[start], spelled)
    return Place(start, end, words[start] if same else spelled)


def _is_same(heard: str, spelled: str) -> bool:
    """Letters that were named without their accents, or a `D'`, do not take them away."""
    if "'" in flat(heard) and flat(heard).partition("'")[2] == flat(spelled):
        return True
    return flat(heard) == flat(spelled) and (heard != flat(heard).title() or spelled.isascii())


def _claim(bit: NameBit, held: _Held) -> Claim:
    return Claim(
        field=ContactField.NAME,
        kind=_KINDS.get(bit.part, ClaimKind.STATED),
        turn=bit.turn,
        start=bit.start,
        end=bit.end,
        value=held.text,
    )
