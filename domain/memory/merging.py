"""What two contacts knew, as the knowledge of one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.memory.fact import Fact, FactStatus
from domain.memory.remembering import Added, Renewed, Superseded, applied, renewed_by, superseded_by

_UNTRUSTED = 0.5


def merged_facts(
    facts: Sequence[Fact], others: Sequence[Fact], *, now: datetime
) -> tuple[Fact, ...]:
    """All of both, as if one contact had learnt them in the order of their time.

    No fact is lost but what expired until *now*: one that says what an earlier one says renews it,
    and is kept as its history.
    """
    together = sorted((*facts, *others), key=lambda fact: (fact.valid_from, fact.id))
    kept = [fact for fact in together if now < fact.expires_at]
    held = tuple(fact for fact in kept if not fact.is_current(now))
    for fact in kept:
        if fact.is_current(now):
            held = _learnt(held, fact, now)
    return held


def merely_stated(fact: Fact) -> Fact:
    """The same on the word of somebody for whom nobody vouches."""
    confidence = min(fact.confidence, _UNTRUSTED)
    return replace(fact, status=FactStatus.STATED, confidence=confidence)


def _learnt(held: tuple[Fact, ...], fact: Fact, now: datetime) -> tuple[Fact, ...]:
    current = [one for one in held if one.is_current(now)]
    same = renewed_by(current, fact)
    if same is not None:
        renewed = Renewed(fact_id=same.id, expires_at=max(same.expires_at, fact.expires_at))
        return applied((*held, fact.replaced_by(same.id)), [renewed])
    replaced = superseded_by(current, fact)
    if replaced:
        return applied(held, [Superseded(fact=fact, replaced=replaced)])
    return applied(held, [Added(fact=fact)])
