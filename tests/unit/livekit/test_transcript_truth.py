"""Whatever comes late, twice, out of order or not at all: the transcript says what was said."""

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.livekit.heard_turns import INCOMPLETE
from application.ports.conversation import TurnEnded
from domain.ids import VoiceSessionId
from domain.transcript import Role, Transcript, Turn
from tests.unit.livekit.careless_network import Network, Spoken, conversations

SESSION = VoiceSessionId("ses_1")
seeds = st.integers(0, 2**32)


def stored(reports: list[TurnEnded]) -> Transcript:
    """As the journal keeps them: the last report of an item counts."""
    turns = [
        Turn(
            id=Turn.id_for(SESSION, one.item_id),
            session_id=SESSION,
            role=one.role,
            text=one.text,
            start_ms=one.start_ms,
            end_ms=one.end_ms,
            planned=one.planned,
            interrupted=one.interrupted,
            suspect=one.suspect,
        )
        for one in reports
    ]
    return Transcript.of(SESSION, turns)


@settings(max_examples=300, deadline=None)
@given(conversation=conversations(), seed=seeds)
def test_every_turn_is_there_once_in_the_order_of_its_audio(
    conversation: list[Spoken], seed: int
) -> None:
    reports = Network(random.Random(seed)).carry(conversation)
    assert [turn.id for turn in stored(reports).turns] == [
        Turn.id_for(SESSION, spoken.item) for spoken in conversation
    ]


@settings(max_examples=300, deadline=None)
@given(conversation=conversations(), seed=seeds)
def test_callers_words_are_there_if_any_came(conversation: list[Spoken], seed: int) -> None:
    turns = stored(Network(random.Random(seed)).carry(conversation)).turns
    for turn, spoken in zip(turns, conversation, strict=True):
        if spoken.role is not Role.CALLER:
            continue
        if spoken.is_recognised:
            assert (turn.text, turn.suspect) == (spoken.text, None)
        else:
            assert set(turn.text.split()) <= set(spoken.text.split())
            assert turn.suspect == (INCOMPLETE if turn.text else None)


@settings(max_examples=300, deadline=None)
@given(conversation=conversations(), seed=seeds)
def test_what_was_heard_of_the_agent_stands_beside_what_it_planned(
    conversation: list[Spoken], seed: int
) -> None:
    network = Network(random.Random(seed))
    turns = stored(network.carry(conversation)).turns
    for turn, spoken in zip(turns, conversation, strict=True):
        if spoken.role is not Role.AGENT:
            continue
        if spoken.is_broken_off and not spoken.is_interrupted:
            assert turn.interrupted
            assert spoken.text.startswith(turn.text)
        else:
            assert (turn.text, turn.interrupted) == (spoken.heard, spoken.is_interrupted)
        if not turn.interrupted:
            assert turn.planned is None
        elif spoken.item in network.whole_plans:
            assert turn.planned == spoken.text
        else:
            assert len(turn.planned or "") >= len(turn.text)


@settings(max_examples=100, deadline=None)
@given(conversation=conversations(), seed=seeds)
def test_nothing_is_reported_twice(conversation: list[Spoken], seed: int) -> None:
    reports = Network(random.Random(seed)).carry(conversation)
    for item in {report.item_id for report in reports}:
        of_item = [report for report in reports if report.item_id == item]
        assert all(one != other for one, other in pairwise(of_item))
        assert len({report.start_ms for report in of_item}) == 1


@settings(max_examples=100, deadline=None)
@given(conversation=conversations(), seed=seeds)
def test_reports_may_reach_the_store_in_any_order_of_turns(
    conversation: list[Spoken], seed: int
) -> None:
    reports = Network(random.Random(seed)).carry(conversation)
    by_turn: dict[str, list[TurnEnded]] = {}
    for report in reports:
        by_turn.setdefault(report.item_id, []).append(report)
    shuffled = list(by_turn.values())
    random.Random(seed).shuffle(shuffled)
    assert stored([one for some in shuffled for one in some]) == stored(reports)
