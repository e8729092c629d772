"""New statements against what is known already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.ids import FactId
from domain.memory.fact import Fact, FactStatus, Predicate, Statement
from domain.memory.keeping import may_be_kept

_MANY = frozenset({Predicate.PREFERENCE.value})
"""Predicates of which several values hold side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Nothing like it was known; or it was only stated, and a confirmed value stands beside it."""

    fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded:
    """*fact* takes the place of *replaced*, which stay as history."""

    fact: Fact
    replaced: tuple[FactId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """It was known, and is good for longer now."""

    fact_id: FactId
    expires_at: datetime


Change = Added | Superseded | Renewed


def remember(
    facts: Sequence[Fact],
    statements: Sequence[Statement],
    *,
    now: datetime,
    expires_at: datetime,
    ids: Iterator[FactId],
) -> tuple[Change, ...]:
    """What *statements*, oldest first, change in *facts*.

    A later value supersedes an earlier one. What was only stated never supersedes what was
    confirmed: it stands beside it until it is confirmed itself. Of what must not be stored nothing
    is kept.
    """
    changes: list[Change] = []
    for statement in statements:
        if may_be_kept(statement.predicate, statement.value):
            known = [fact for fact in applied(facts, changes) if fact.is_current(now)]
            changes.append(_change(known, statement, now, expires_at, ids))
    return tuple(changes)


def applied(facts: Sequence[Fact], changes: Sequence[Change]) -> tuple[Fact, ...]:
    """*facts* after *changes*, oldest first."""
    held = {fact.id: fact for fact in facts}
    for change in changes:
        match change:
            case Renewed():
                renewed = replace(held[change.fact_id], expires_at=change.expires_at)
                held[change.fact_id] = renewed
            case Added():
                held[change.fact.id] = change.fact
            case Superseded():
                for old in change.replaced:
                    held[old] = held[old].replaced_by(change.fact.id)
                held[change.fact.id] = change.fact
    return tuple(held.values())


def renewed_by(known: Sequence[Fact], said: Statement | Fact) -> Fact | None:
    """The one of *known*, all current, that *said* only says again."""
    same = (one for one in _alike(known, said) if one.says(said.value))
    found = next(same, None)
    return found if found is not None and _at_least(found.status, said.status) else None


def superseded_by(known: Sequence[Fact], said: Statement | Fact) -> tuple[FactId, ...]:
    """Those of *known*, all current, whose place *said* takes."""
    rivals = _alike(known, said)
    if said.predicate in _MANY:
        rivals = [one for one in rivals if one.says(said.value)]
    return tuple(one.id for one in rivals if _at_least(said.status, one.status))


def _change(
    known: Sequence[Fact],
    statement: Statement,
    now: datetime,
    expires_at: datetime,
    ids: Iterator[FactId],
) -> Change:
    same = renewed_by(known, statement)
    if same is not None:
        return Renewed(fact_id=same.id, expires_at=max(same.expires_at, expires_at))
    fact = Fact(
        id=next(ids),
        predicate=statement.predicate,
        value=statement.value,
        status=statement.status,
        confidence=statement.confidence,
        source=statement.source,
        valid_from=now,
        expires_at=expires_at,
    )
    replaced = superseded_by(known, statement)
    return Superseded(fact=fact, replaced=replaced) if replaced else Added(fact=fact)


def _alike(known: Sequence[Fact], said: Statement | Fact) -> list[Fact]:
    return [fact for fact in known if fact.predicate == said.predicate]


def _at_least(one: FactStatus, other: FactStatus) -> bool:
    return one is FactStatus.CONFIRMED or other is FactStatus.STATED
