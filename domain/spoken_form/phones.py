"""Phone numbers, dictated or written."""

from collections.abc import Iterator, Sequence
from itertools import islice

import phonenumbers

from domain.contact_details import ContactField
from domain.spoken_form.candidate import Candidate
from domain.spoken_form.digit_runs import Group, Part, digit_runs
from domain.spoken_form.lexicons.lexicon import Lexicon
from domain.spoken_form.numbers import readings_at
from domain.spoken_form.symbols import Symbol
from domain.spoken_form.words import Word

_MOST_READINGS = 24
_FEWEST_DIGITS = 7
_MOST_DIGITS = 15


def read_phones(symbols: Sequence[Symbol], lexicon: Lexicon, region: str) -> Iterator[Candidate]:
    """The numbers in *symbols*: from their country code, or national ones of *region*."""
    for run in digit_runs(symbols, lexicon):
        yield from _in_run(_repaired(run, region), lexicon, region)


def e164(digits: str, region: str) -> tuple[str, bool] | None:
    """*digits* as E.164 and whether such a number can be assigned; None when it is impossible."""
    if not _FEWEST_DIGITS <= len(digits.lstrip("+")) <= _MOST_DIGITS + 3:
        return None
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return shown, phonenumbers.is_valid_number(number)


def _in_run(run: list[Group], lexicon: Lexicon, region: str) -> Iterator[Candidate]:
    sentences = _split_at_stops(run)
    found = [_best(part, lexicon, region) for part in sentences]
    if len(sentences) > 1 and not any(found):
        whole = _restarted(run, sentences, region) or _best(run, lexicon, region)
        found = [whole]
    yield from (candidate for candidate in found if candidate)


def _restarted(run: list[Group], sentences: list[list[Group]], region: str) -> Candidate | None:
    """`916 555 01... 0127`: what was broken off is said again."""
    number = e164(_digits(run), region)
    if number and number[1]:
        return None
    kept = sentences[0]
    for again in sentences[1:]:
        kept = _replaced(kept, again, region)
    restarted = e164(_digits(kept), region)
    return _candidate(restarted[0], run) if restarted and restarted[1] else None


def _split_at_stops(run: list[Group]) -> list[list[Group]]:
    parts: list[list[Group]] = [[]]
    for group in run:
        if group.part is Part.STOP:
            parts.append([])
        else:
            parts[-1].append(group)
    return [part for part in parts if part]


def _best(run: list[Group], lexicon: Lexicon, region: str) -> Candidate | None:
    """The whole run as a number in its likeliest assignable reading, else a part of it."""
    possible: Candidate | None = None
    for digits in islice(_readings(run, lexicon), _MOST_READINGS):
        number = _number(digits, region)
        if number and number[1]:
            return _candidate(number[0], run)
        if number and possible is None:
            possible = _candidate(number[0], run)
    return _assignable_part(run, region) or possible


def _number(digits: str, region: str) -> tuple[str, bool] | None:
    """Some say the code without `plus`, or the trunk zero behind it: `44 0 20 7946 0958`."""
    number = e164(digits, region)
    if number and number[1]:
        return number
    code = str(phonenumbers.country_code_for_region(region))
    if not digits.startswith("+") and digits.startswith(code):
        coded = e164(f"+{digits}", region)
        if coded and coded[1]:
            return coded
    return number


def _assignable_part(run: list[Group], region: str) -> Candidate | None:
    """A number between two pauses, when the run as a whole is none."""
    cuts = [at for at, group in enumerate(run) if group.part is Part.PAUSE]
    best: Candidate | None = None
    for start in [0, *(cut + 1 for cut in cuts)]:
        for stop in [len(run), *reversed(cuts)]:
            part = run[start:stop]
            number = e164(_digits(part), region) if part else None
            if number and number[1] and (start, stop) != (0, len(run)):
                found = _candidate(number[0], part)
                if best is None or found.end - found.start > best.end - best.start:
                    best = found
    return best


def _digits(run: Sequence[Group]) -> str:
    text = "".join(group.text for group in run if group.part in {Part.DIGITS, Part.PLUS})
    return text[:1] + text[1:].replace("+", "")


def _readings(run: list[Group], lexicon: Lexicon) -> Iterator[str]:
    """The digits of *run*, the greedy reading of its number words first."""
    plus = "+" if run[0].part is Part.PLUS else ""
    stretches = [""]
    for group in run:
        if group.part is Part.DIGITS:
            stretches[-1] += group.text
    yield plus + stretches[0]
    words = [group.words if group.part is Part.DIGITS else () for group in run]
    for digits in _spelled_out(_runs_of_words(words), lexicon):
        if digits != stretches[0]:
            yield plus + digits


def _runs_of_words(groups: list[tuple[Word, ...]]) -> list[tuple[Word, ...]]:
    runs: list[tuple[Word, ...]] = [()]
    for words in groups:
        if words:
            runs[-1] += words
        elif runs[-1]:
            runs.append(())
    return [run for run in runs if run]


def _spelled_out(runs: list[tuple[Word, ...]], lexicon: Lexicon) -> Iterator[str]:
    if not runs:
        yield ""
        return
    for head in islice(_segmentations(runs[0], 0, lexicon), _MOST_READINGS):
        for tail in _spelled_out(runs[1:], lexicon):
            yield head + tail


def _segmentations(words: tuple[Word, ...], at: int, lexicon: Lexicon) -> Iterator[str]:
    if at >= len(words):
        yield ""
        return
    for text, length in readings_at(words, at, lexicon):
        for rest in _segmentations(words, at + length, lexicon):
            yield text + rest


def _repaired(run: list[Group], region: str) -> list[Group]:
    """What follows a repair replaces the groups before it, wholly or from where they agree."""
    for at in range(len(run) - 1, -1, -1):
        if run[at].part is Part.REPAIR:
            after = [group for group in run[at + 1 :] if group.part is not Part.STOP]
            return _replaced(_repaired(run[:at], region), after, region)
    return run


def _replaced(before: list[Group], after: list[Group], region: str) -> list[Group]:
    alone = e164(_digits(after), region)
    if not before or (alone and alone[1]):
        return after
    said = _digits(after)
    options = []
    for keep in range(len(before) + 1):
        number = e164(_digits(before[:keep]) + said, region)
        if number and number[1]:
            dropped = len(_digits(before[keep:]))
            options.append((abs(dropped - len(said)), keep))
    exact = options and min(options)[0] == 0
    if not exact and len(said) < _FEWEST_DIGITS and (tailed := _tailed(before, after, region)):
        return tailed
    if options:
        return [*before[: min(options)[1]], *after]
    return after if alone else [*_without_last(before), *after]


def _tailed(before: list[Group], after: list[Group], region: str) -> list[Group]:
    """The digits of *before* with those of *after* in the place of its last ones."""
    kept = _digits(before)[: -len(_digits(after))]
    number = e164(kept + _digits(after), region)
    if not number or not number[1]:
        return []
    words = tuple(word for group in before for word in group.words)
    return [Group(Part.DIGITS, kept, words), *after]


def _without_last(before: list[Group]) -> list[Group]:
    last = max((at for at, group in enumerate(before) if group.part is Part.DIGITS), default=0)
    return before[:last]


def _candidate(value: str, run: Sequence[Group]) -> Candidate:
    return Candidate(
        kind=ContactField.PHONE,
        value=value,
        start=run[0].words[0].start,
        end=run[-1].words[-1].end,
    )
