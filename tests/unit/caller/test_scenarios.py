"""What the demo makes of the calls it has played."""

import io
from pathlib import Path

import pytest

from domain.errors import InvalidValueError
from entrypoints.bootstrap.scripted_calls import (
    Heard,
    Joins,
    Listening,
    Says,
    ScriptReport,
    Stretch,
    Take,
)
from entrypoints.bootstrap.settings import load_settings
from entrypoints.cli.demo.evidence import CallEvidence, Evidence, Recorded
from entrypoints.cli.demo.played import Played
from entrypoints.cli.demo.run import run_demo
from entrypoints.cli.demo.scenarios.names import SCENARIO_NAMES
from entrypoints.cli.demo.scenarios.registry import SCENARIOS
from entrypoints.cli.demo.scenarios.scenario import Check, PlannedCall, Scenario
from entrypoints.cli.progress import Progress

LISTENING = Listening(
    duration_ms=10_000,
    caller=(Stretch(start_ms=2000, end_ms=3000), Stretch(start_ms=5500, end_ms=6500)),
    agent=(Stretch(start_ms=500, end_ms=1500), Stretch(start_ms=3600, end_ms=5700)),
)
SESSION = {"sessionId": "ses_1", "status": "ended", "closeReason": "participant_left"}


def played(*checks: Check, broke: str | None = None) -> Played:
    """A scenario of one call that went as LISTENING says."""
    take = Take(who="caller", path=Path("call.wav"), began_at=1.0)
    heard = (Heard(who="caller", text="Hello.", seconds=1.0),)
    call = CallEvidence(
        room="room",
        session=SESSION,
        turns=[],
        lead=None,
        report=ScriptReport(heard=heard, takes=(take,), worst_delay_ms=3, seconds=9.0, broke=broke),
        recordings=(Recorded(take=take, listening=LISTENING),),
    )
    planned = PlannedCall(agent={"name": "a"}, script=(Joins(), Says(text="Hello.")))
    scenario = Scenario(name="s", title="t", calls=(planned,), checks=checks)
    return Played(scenario=scenario, evidence=Evidence(calls=(call,)), database="sqlite://")


def test_help_names_every_scenario_there_is() -> None:
    assert tuple(SCENARIOS) == SCENARIO_NAMES
    assert [scenario.name for scenario in SCENARIOS.values()] == list(SCENARIO_NAMES)


async def test_a_name_that_is_neither_scenario_nor_persona_is_answered_with_those_there_are() -> (
    None
):
    with pytest.raises(InvalidValueError, match=", ".join(SCENARIO_NAMES)):
        await run_demo(
            load_settings(None), persona_name="nonsense", progress=Progress(io.StringIO())
        )


def test_what_did_not_show_is_named_with_what_there_was_instead() -> None:
    shows = Check(sentence="it rings", instead=lambda _: None)
    fails = Check(sentence="it sings", instead=lambda seen: f"{len(seen.calls)} silent call")
    assert played(shows).missing == ()
    assert played(shows, fails).missing == ("it sings: 1 silent call",)


def test_a_call_that_broke_is_what_is_missing() -> None:
    fails = Check(sentence="it sings", instead=lambda _: "no")
    assert played(fails, broke="no agent").missing == ("call 1 goes to its end: no agent",)


def test_the_figures_are_those_of_the_recording() -> None:
    shown = played().as_json()
    assert shown["firstAudioMs"] == [500]
    assert shown["responseGapMs"] == {"p50": 600, "p95": 600, "each": [600]}
    assert shown["overlapMs"] == [200]
    assert shown["longestSilenceMs"] == 600


def test_figures_and_findings_are_printed() -> None:
    stream = io.StringIO()
    played(Check(sentence="it sings", instead=lambda _: "silence")).show(Progress(stream))
    printed = stream.getvalue()
    assert "each [600]" in printed
    assert "200 ms (over 1000 ms)" in printed
    assert "NOT shown: it sings" in printed
