"""When the context of a long call is made shorter, and by how much."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.errors import InvalidValueError
from domain.memory.context_summary import ContextSummary
from domain.transcript import Role, Turn

_ALWAYS_KEPT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextBudget:
    """How much of a call a model is to hold, in characters of text.

    Speech costs a Realtime model about a token a character, more or less: 12,000 leave most of a
    context of 32,000 tokens to instructions, tools and the reply. At most *keep_last* turns stay
    as they were said, in at most a third of *chars*, so that the next time is not soon.
    """

    chars: int = 12_000
    keep_last: int = 20
    summary_chars: int = 4_000

    def __post_init__(self) -> None:
        if self.keep_last < _ALWAYS_KEPT:
            raise InvalidValueError(f"keep_last must be at least {_ALWAYS_KEPT}")
        if not 500 <= self.summary_chars <= self.chars // 2:
            raise InvalidValueError("summary_chars must be between 500 and half of chars")


@dataclass(frozen=True, slots=True, kw_only=True)
class Compaction:
    """*text* takes the place of all but *kept*, the last turns: *keep_last* items of the context.

    *summary* is what to hand in the next time.
    """

    summary: ContextSummary
    text: str
    kept: tuple[Turn, ...]
    keep_last: int


def plan_compaction(
    turns: Sequence[Turn], *, budget: ContextBudget, previous: ContextSummary | None = None
) -> Compaction | None:
    """None while *previous* and *turns*, those said since, are within *budget*.

    Nothing is lost by being left out twice: what *previous* holds stays, as far as its bounds go.
    """
    if context_chars(turns, budget=budget, previous=previous) <= budget.chars:
        return None
    kept = _kept(turns, budget)
    older = turns[: len(turns) - len(kept)]
    if not older:
        return None
    summary = (previous or ContextSummary()).after(older)
    return Compaction(
        summary=summary,
        text=summary.text(budget.summary_chars),
        kept=kept,
        keep_last=sum(_items(turn) for turn in kept),
    )


def context_chars(
    turns: Sequence[Turn], *, budget: ContextBudget, previous: ContextSummary | None = None
) -> int:
    """How large the conversation in a model's context is."""
    summary = len(previous.text(budget.summary_chars)) if previous else 0
    return summary + sum(_chars(turn) for turn in turns)


def _kept(turns: Sequence[Turn], budget: ContextBudget) -> tuple[Turn, ...]:
    room = budget.chars // 3
    kept: list[Turn] = []
    for turn in reversed(turns):
        room -= _chars(turn)
        if len(kept) >= _ALWAYS_KEPT and (room < 0 or len(kept) >= budget.keep_last):
            break
        kept.append(turn)
    return tuple(reversed(kept))


def _chars(turn: Turn) -> int:
    return len(turn.text) if _items(turn) else 0


def _items(turn: Turn) -> int:
    """A tool's turn is a call and its result; what the service notes is in no model's context."""
    match turn.role:
        case Role.SYSTEM:
            return 0
        case Role.TOOL:
            return 2
        case _:
            return 1
