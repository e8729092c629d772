"""No check of a scenario is satisfied by a call of which nothing is known."""

import pytest

from entrypoints.bootstrap.scripted_calls import ScriptReport
from entrypoints.cli.demo.evidence import CallEvidence, Evidence
from entrypoints.cli.demo.scenarios.registry import SCENARIOS
from entrypoints.cli.demo.scenarios.scenario import Check, Scenario

CHECKS = [
    pytest.param(scenario, check, id=f"{scenario.name}: {check.sentence}")
    for scenario in SCENARIOS.values()
    for check in scenario.checks
]


@pytest.mark.parametrize(("scenario", "check"), CHECKS)
def test_nothing_shows_where_nothing_was_said_or_heard(scenario: Scenario, check: Check) -> None:
    call = CallEvidence(
        room="room",
        session={"sessionId": "ses_1", "status": "active", "closeReason": None},
        turns=[],
        lead=None,
        report=ScriptReport(heard=(), takes=(), worst_delay_ms=0, seconds=0.0, broke=None),
        recordings=(),
    )
    seen = Evidence(calls=(call,) * len(scenario.calls))
    assert check.instead(seen)
