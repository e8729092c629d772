"""Conditions are looked at, never run."""

import pytest

from domain.errors import InvalidValueError
from domain.workflow.conditions import (
    DEEPEST,
    MOST_CONDITIONS,
    AllOf,
    AnyOf,
    Condition,
    Equals,
    Exists,
    Greater,
    IsIn,
    Not,
    check_conditions,
    holds,
)

KNOWN = {
    "lead.email": "Ada@example.org",
    "lead.name": "",
    "payload.amount": 120,
    "payload.urgent": True,
    "payload.nothing": None,
}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Exists(field="lead.email"), True),
        (Exists(field="lead.name"), False),
        (Exists(field="payload.nothing"), False),
        (Exists(field="lead.phone"), False),
        (Equals(field="lead.email", value="ada@EXAMPLE.org"), True),
        (Equals(field="payload.amount", value=120), True),
        (Equals(field="payload.amount", value="120"), False),
        (Equals(field="payload.urgent", value=True), True),
        (Equals(field="payload.urgent", value=1), False),
        (Equals(field="payload.nothing", value=None), True),
        (IsIn(field="payload.amount", values=(1, 120)), True),
        (IsIn(field="payload.amount", values=()), False),
        (Greater(field="payload.amount", value=119.5), True),
        (Greater(field="payload.amount", value=120), False),
        (Greater(field="payload.urgent", value=0), False),
        (Greater(field="lead.email", value=0), False),
        (AllOf(of=()), True),
        (AnyOf(of=()), False),
        (AllOf(of=(Exists(field="lead.email"), Exists(field="lead.phone"))), False),
        (AnyOf(of=(Exists(field="lead.phone"), Exists(field="lead.email"))), True),
        (Not(of=Exists(field="lead.phone")), True),
    ],
)
def test_a_condition_holds_or_does_not(condition: Condition, expected: bool) -> None:
    assert holds(condition, KNOWN) is expected


def nested(depth: int) -> Condition:
    condition: Condition = Exists(field="lead.email")
    for _ in range(depth - 1):
        condition = Not(of=condition)
    return condition


def test_conditions_are_bounded() -> None:
    check_conditions((nested(DEEPEST),), what="when")
    check_conditions((Exists(field="lead.email"),) * MOST_CONDITIONS, what="when")
    with pytest.raises(InvalidValueError, match="when: nested deeper than 5"):
        check_conditions((nested(DEEPEST + 1),), what="when")
    with pytest.raises(InvalidValueError, match="more than 50"):
        check_conditions((AllOf(of=(Exists(field="lead.email"),) * MOST_CONDITIONS),), what="when")


@pytest.mark.parametrize("name", ["email", "leads.email", "lead.", ""])
def test_a_field_that_cannot_be_is_refused(name: str) -> None:
    with pytest.raises(InvalidValueError, match=r"known are trigger\.\*, session\.\*"):
        check_conditions((AnyOf(of=(Exists(field=name),)),), what="conditions")
