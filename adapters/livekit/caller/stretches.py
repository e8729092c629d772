"""Stretches of time, and what can be said of several."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

_SLACK_MS = 250
"""How much later somebody is heard than they speak, and how much longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """From one moment to another, in milliseconds of one recording."""

    start_ms: int
    end_ms: int

    @property
    def ms(self) -> int:
        """How long it is."""
        return self.end_ms - self.start_ms

    def within(self, start_ms: int, end_ms: int) -> int:
        """How much of it falls between two moments."""
        return max(0, min(self.end_ms, end_ms) - max(self.start_ms, start_ms))

    def moved(self, by_ms: int) -> "Stretch":
        """The same stretch on a clock that began *by_ms* earlier."""
        return Stretch(start_ms=self.start_ms + by_ms, end_ms=self.end_ms + by_ms)


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """In order, those that touch made one."""
    merged: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda one: (one.start_ms, one.end_ms)):
        if merged and stretch.start_ms <= merged[-1].end_ms:
            merged[-1] = replace(merged[-1], end_ms=max(merged[-1].end_ms, stretch.end_ms))
        else:
            merged.append(stretch)
    return tuple(merged)


def between(stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """The pauses between stretches that are in order and do not touch."""
    return tuple(
        Stretch(start_ms=before.end_ms, end_ms=after.start_ms)
        for before, after in pairwise(stretches)
    )


def without(heard: Iterable[Stretch], known: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """What is left of *heard* when all that sounds while *known* is spoken is taken away."""
    left = list(heard)
    for stretch in known:
        end = stretch.end_ms + _SLACK_MS
        left = [part for one in left for part in _cut(one, stretch.start_ms, end)]
    return tuple(left)


def _cut(stretch: Stretch, start_ms: int, end_ms: int) -> list[Stretch]:
    before = replace(stretch, end_ms=min(stretch.end_ms, start_ms))
    after = replace(stretch, start_ms=max(stretch.start_ms, end_ms))
    return [part for part in (before, after) if part.ms > 0]
