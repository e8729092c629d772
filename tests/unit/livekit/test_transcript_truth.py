"""Whatever comes late, twice, out of order or not at all: the transcript says what was said."""

import random
from dataclasses import dataclass, field
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.livekit.turn_assembly import TurnAssembly
from application.ports.conversation import TurnEnded
from domain.ids import ParticipantIdentity, VoiceSessionId
from domain.transcript import Role, Transcript, Turn

SESSION = VoiceSessionId("ses_1")
_WORDS = ("yes", "my name is Anna", "Monday at nine", "hola, buenos días", "no", "äöü 你好")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What really happened in one turn. *recognised* None: the transcription never comes."""

    role: Role
    text: str
    recognised: str | None = None
    is_failed: bool = False
    is_late: bool = False
    is_interrupted: bool = False


@st.composite
def conversations(draw: st.DrawFn) -> list[Spoken]:
    """A greeting, then turns of both sides and of tools."""
    turns = [Spoken(role=Role.AGENT, text="Hello, this is the hotel.")]
    for _ in range(draw(st.integers(1, 12))):
        role = draw(st.sampled_from((Role.CALLER, Role.AGENT, Role.TOOL)))
        text = draw(st.sampled_from(_WORDS))
        fate = draw(st.sampled_from(("fine", "fine", "late", "failed", "missing")))
        turns.append(
            Spoken(
                role=role,
                text=text,
                recognised=None if fate in ("failed", "missing") else text,
                is_failed=fate == "failed",
                is_late=fate == "late",
                is_interrupted=role is Role.AGENT and draw(st.booleans()),
            )
        )
    return turns


@dataclass
class Wire:
    """Plays a conversation into an assembly as a careless network would, and keeps the reports."""

    chance: random.Random
    now: int = 0
    reports: list[TurnEnded] = field(default_factory=list)
    late: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.assembly = TurnAssembly(now_ms=lambda: self.now)

    def send(self, kind: str, item: str, **fields: Any) -> None:
        event = {"type": kind, "item_id": item, **fields}
        for _ in range(self.chance.choice((1, 1, 1, 2, 3))):
            self._take(event)

    def _take(self, event: dict[str, Any]) -> None:
        self.now += 10
        turn = self.assembly.follow(event)
        if turn is not None:
            self.reports.append(turn)

    def say(self, number: int, spoken: Spoken) -> None:
        item = f"item_{number:03d}"
        self.now += 1000
        match spoken.role:
            case Role.CALLER:
                self._caller(item, spoken)
            case Role.AGENT:
                self._agent(item, spoken)
            case _:
                self._tool(item, spoken)

    def _caller(self, item: str, spoken: Spoken) -> None:
        self.send("input_audio_buffer.speech_started", item)
        self.now += 800
        if self.chance.random() < 0.8:
            self.send("input_audio_buffer.speech_stopped", item)
        kind = "conversation.item.input_audio_transcription"
        if spoken.recognised is not None:
            final = {"type": f"{kind}.completed", "item_id": item, "transcript": spoken.recognised}
            (self.late.append if spoken.is_late else self._take)(final)
            if self.chance.random() < 0.3:
                self.late.append({"type": f"{kind}.failed", "item_id": item})
        elif spoken.is_failed:
            self.send(f"{kind}.failed", item)

    def _agent(self, item: str, spoken: Spoken) -> None:
        self.assembly.agent_speaks()
        for word in spoken.text.split():
            if self.chance.random() < 0.9:
                self._take(
                    {
                        "type": "response.output_audio_transcript.delta",
                        "item_id": item,
                        "delta": f"{word} ",
                    }
                )
        self.send("response.output_audio_transcript.done", item, transcript=spoken.text)
        self.now += 700
        self.reports.append(
            self.assembly.agent_turn(item, heard_of(spoken), interrupted=spoken.is_interrupted)
        )

    def _tool(self, item: str, spoken: Spoken) -> None:
        self.reports.append(
            TurnEnded(
                item_id=item,
                role=Role.TOOL,
                text=spoken.text,
                start_ms=self.now,
                end_ms=self.now + 200,
            )
        )

    def noise(self) -> None:
        """Events that tell nothing, or are no events."""
        for event in ({}, {"type": None}, {"item_id": 3, "type": "x"}, {"type": "rate_limits"}):
            self._take(event)

    def end(self) -> None:
        """Late events trickle in, in any order; then the call is over."""
        self.chance.shuffle(self.late)
        for event in self.late:
            self.send(event["type"], event["item_id"], transcript=event.get("transcript", ""))
        self.reports.extend(self.assembly.unfinished())


def heard_of(spoken: Spoken) -> str:
    words = spoken.text.split()
    return " ".join(words[: len(words) // 2]) if spoken.is_interrupted else spoken.text


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
            participant=ParticipantIdentity("anna") if one.role is Role.CALLER else None,
        )
        for one in reports
    ]
    return Transcript.of(SESSION, turns)


def truth_of(spoken: Spoken) -> str:
    if spoken.role is Role.CALLER:
        return spoken.recognised or ""
    return heard_of(spoken) if spoken.role is Role.AGENT else spoken.text


@settings(max_examples=200, deadline=None)
@given(conversation=conversations(), seed=st.integers(0, 2**32))
def test_the_transcript_is_what_was_said(conversation: list[Spoken], seed: int) -> None:
    wire = Wire(random.Random(seed))
    for number, spoken in enumerate(conversation):
        wire.say(number, spoken)
        wire.noise()
    wire.end()

    turns = stored(wire.reports).turns

    assert [turn.id for turn in turns] == [
        Turn.id_for(SESSION, f"item_{number:03d}") for number in range(len(conversation))
    ]
    assert [turn.text for turn in turns] == [truth_of(spoken) for spoken in conversation]
    assert [turn.start_ms for turn in turns] == sorted(turn.start_ms for turn in turns)
    for turn, spoken in zip(turns, conversation, strict=True):
        assert turn.interrupted is spoken.is_interrupted
        assert turn.planned == (spoken.text if spoken.is_interrupted else None)


@settings(max_examples=100, deadline=None)
@given(conversation=conversations(), seed=st.integers(0, 2**32))
def test_reports_may_reach_the_store_in_any_order_of_turns(
    conversation: list[Spoken], seed: int
) -> None:
    chance = random.Random(seed)
    wire = Wire(random.Random(seed))
    for number, spoken in enumerate(conversation):
        wire.say(number, spoken)
    wire.end()
    by_turn: dict[str, list[TurnEnded]] = {}
    for report in wire.reports:
        by_turn.setdefault(report.item_id, []).append(report)
    shuffled = list(by_turn.values())
    chance.shuffle(shuffled)

    again = stored([report for reports in shuffled for report in reports])

    assert again == stored(wire.reports)


def test_words_that_were_recognised_are_never_taken_back() -> None:
    wire = Wire(random.Random(1))
    kind = "conversation.item.input_audio_transcription"
    wire.send("input_audio_buffer.speech_started", "i1")
    wire.send(f"{kind}.completed", "i1", transcript="Hello")
    wire.send(f"{kind}.failed", "i1")
    wire.send(f"{kind}.completed", "i1", transcript=" ")
    wire.end()
    assert [turn.text for turn in stored(wire.reports).turns] == ["Hello"]


def test_a_reply_that_the_call_broke_off_is_kept_as_planned() -> None:
    wire = Wire(random.Random(1))
    wire.assembly.agent_speaks()
    wire.send("response.output_audio_transcript.done", "i1", transcript="I was about to say")
    wire.end()
    (turn,) = stored(wire.reports).turns
    assert (turn.text, turn.planned, turn.interrupted) == ("", "I was about to say", True)


def test_a_reply_that_nobody_heard_is_no_turn() -> None:
    wire = Wire(random.Random(1))
    wire.send("response.output_audio_transcript.done", "i1", transcript="I was about to say")
    wire.end()
    assert stored(wire.reports).turns == ()


def test_languages_that_are_none_are_left_out() -> None:
    wire = Wire(random.Random(1))
    kind = "conversation.item.input_audio_transcription.completed"
    for number, languages in enumerate(([{"code": "es"}], [{"code": "?!"}], ["x"], 3, None)):
        wire.send(kind, f"i{number}", transcript="Hola", languages=languages)
    codes = {report.item_id: report.language for report in wire.reports}
    assert codes == {"i0": "es", "i1": None, "i2": None, "i3": None, "i4": None}
