"""What every store promises of what calls add up to."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from application.ports.analytics import CallRange, Dimension
from domain.call_figures import CallFigures, CallTotals, ResponseGaps
from domain.ids import AgentId, VoiceSessionId
from domain.insight.sentiment import Sentiment
from domain.language import Language
from tests.contracts.store import Store, a_session, keep

BEGAN = datetime(2026, 3, 29, 1, 14, 59, 999_999, tzinfo=UTC)
MARCH = CallRange(begin=datetime(2026, 3, 1, tzinfo=UTC), end=datetime(2026, 4, 1, tzinfo=UTC))


def figures(number: int) -> CallFigures:
    """One of several calls, each different in everything."""
    return CallFigures(
        session_id=VoiceSessionId(f"ses_{number:03}"),
        agent_id=AgentId("demo" if number % 2 else "other"),
        began_at=BEGAN + timedelta(microseconds=1) * number,
        outcome="participant_left" if number % 3 else "agent_did_not_join",
        talk_ms=2**33 * number,
        language=None if number == 2 else Language("en"),
        sentiment=Sentiment.NEGATIVE if number == 1 else Sentiment.UNKNOWN,
        has_lead=number < 3,
        is_lead_confirmed=number == 1,
        gaps=ResponseGaps.of([150 * number, 700, 20_000]),
        cost_micros=None if number == 3 else 1_000 * number,
    )


class CallStatisticsContract:
    """Subclasses bring a `store` fixture."""

    @pytest.mark.parametrize("dimension", Dimension)
    async def test_calls_add_up_by_each_dimension(self, store: Store, dimension: Dimension) -> None:
        calls = [figures(number) for number in (1, 2, 3)]
        await _save(store, *calls)
        expected: dict[object, CallTotals] = {}
        for one in calls:
            value = {
                Dimension.AGENT: one.agent_id,
                Dimension.OUTCOME: one.outcome,
                Dimension.LANGUAGE: one.language,
                Dimension.SENTIMENT: one.sentiment.value,
            }[dimension]
            expected[value] = expected.get(value, CallTotals()) + CallTotals.of(one)
        assert await _by(store, dimension, MARCH) == expected

    async def test_a_call_counts_in_the_quarter_of_an_hour_it_began_in(self, store: Store) -> None:
        early, late = replace(figures(1), began_at=BEGAN), figures(2)
        await _save(store, early, late)
        async with store.unit_of_work() as uow:
            found = await uow.call_statistics.by_time(MARCH)
        assert found == {
            datetime(2026, 3, 29, 1, 0, tzinfo=UTC): CallTotals.of(early),
            datetime(2026, 3, 29, 1, 15, tzinfo=UTC): CallTotals.of(late),
        }

    async def test_a_range_begins_with_its_first_moment_and_ends_before_its_last(
        self, store: Store
    ) -> None:
        await _save(store, figures(1), figures(2), figures(3))
        calls = CallRange(begin=figures(1).began_at, end=figures(3).began_at)
        assert set(await _by(store, Dimension.AGENT, calls)) == {"demo", "other"}
        calls = replace(calls, agent_id=AgentId("demo"))
        assert set(await _by(store, Dimension.AGENT, calls)) == {"demo"}
        calls = replace(calls, begin=figures(2).began_at)
        assert await _by(store, Dimension.AGENT, calls) == {}

    async def test_a_call_counts_once_as_it_was_counted_last(self, store: Store) -> None:
        await _save(store, figures(1))
        again = replace(figures(1), outcome="error", cost_micros=7)
        await _save(store, again)
        assert await _by(store, Dimension.OUTCOME, MARCH) == {"error": CallTotals.of(again)}


async def _save(store: Store, *calls: CallFigures) -> None:
    async with store.unit_of_work() as uow:
        is_empty = not await uow.sessions.find_page(after=None, limit=1)
    if is_empty:
        await keep(store, *(a_session(number) for number in (1, 2, 3)))
    async with store.unit_of_work() as uow:
        for one in calls:
            await uow.call_statistics.save(one)
        await uow.commit()


async def _by(
    store: Store, dimension: Dimension, calls: CallRange
) -> Mapping[str | None, CallTotals]:
    async with store.unit_of_work() as uow:
        return await uow.call_statistics.by(dimension, calls)
