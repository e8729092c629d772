"""What is counted of a call."""

from datetime import UTC, datetime

import pytest

from domain.call_figures import (
    GAP_BOUNDS_MS,
    CallFigures,
    CallTotals,
    ResponseGaps,
    main_language,
    response_gaps,
)
from domain.ids import AgentId, TurnId, VoiceSessionId
from domain.language import Language
from domain.transcript import Role, Transcript, Turn

SESSION = VoiceSessionId("ses_1")


def _turn(role: Role, start: int, end: int, language: str | None = None) -> Turn:
    return Turn(
        id=TurnId(f"t{start}"),
        session_id=SESSION,
        role=role,
        text="",
        start_ms=start,
        end_ms=end,
        language=Language(language) if language else None,
    )


def _call(cost: int | None) -> CallTotals:
    figures = CallFigures(
        session_id=SESSION,
        agent_id=AgentId("demo"),
        began_at=datetime(2026, 3, 1, tzinfo=UTC),
        outcome="participant_left",
        cost_micros=cost,
    )
    return CallTotals.of(figures)


def test_nothing_measured_has_no_percentile() -> None:
    assert ResponseGaps().percentile(0.5) is None


@pytest.mark.parametrize(("share", "low", "high"), [(0.5, 500, 600), (0.95, 1_600, 2_000)])
def test_a_percentile_is_in_the_class_that_holds_it(share: float, low: int, high: int) -> None:
    gaps = ResponseGaps.of([550] * 90 + [1_900] * 10)

    found = gaps.percentile(share)

    assert found is not None
    assert low < found <= high


def test_the_longest_gaps_have_no_upper_end() -> None:
    assert ResponseGaps.of([60_000]).percentile(0.95) == GAP_BOUNDS_MS[-1]


def test_percentiles_of_sums_are_those_of_all_calls_together() -> None:
    one, other = [250, 350, 450], [900, 2_700]

    together = ResponseGaps.of(one) + ResponseGaps.of(other)

    assert together == ResponseGaps.of(one + other)
    assert together.measured == 5


def test_a_gap_is_between_a_caller_and_the_agent_that_answers() -> None:
    turns = (
        _turn(Role.AGENT, 0, 1_000),
        _turn(Role.CALLER, 2_000, 3_000),
        _turn(Role.TOOL, 3_100, 3_200),
        _turn(Role.AGENT, 3_700, 5_000),
        _turn(Role.CALLER, 5_500, 7_000),
        # Over the caller's words.
        _turn(Role.AGENT, 6_800, 7_500),
    )

    assert response_gaps(Transcript(session_id=SESSION, turns=turns)) == ResponseGaps.of([700])


def test_the_language_is_the_callers_most_frequent_one() -> None:
    turns = (
        _turn(Role.CALLER, 0, 1, "es"),
        _turn(Role.CALLER, 2, 3, "de"),
        _turn(Role.CALLER, 4, 5, "de"),
        _turn(Role.CALLER, 6, 7),
        *(_turn(Role.AGENT, number, number, "en") for number in range(8, 12)),
    )

    assert main_language(Transcript(session_id=SESSION, turns=turns)) == "de"
    assert main_language(Transcript(session_id=SESSION)) is None


def test_a_cost_nobody_knows_is_not_nothing() -> None:
    assert (_call(None) + _call(None)).cost_micros is None
    assert (_call(None) + _call(5) + _call(6)).cost_micros == 11
