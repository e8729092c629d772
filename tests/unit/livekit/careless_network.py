"""A conversation as it was, and the events of it that a careless network brings."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from hypothesis import strategies as st

from adapters.livekit.turn_assembly import TurnAssembly
from application.ports.conversation import TurnEnded
from domain.transcript import Role

Event = dict[str, Any]
TRANSCRIPTION = "conversation.item.input_audio_transcription"
REPLY = "response.output_audio_transcript"

_WORDS = ("yes", "my name is Anna", "Monday at nine", "hola, buenos días", "no", "äöü 你好")
_FATES = ("fine", "fine", "late", "failed", "failed then late", "missing")
_PADDING_MS = 300
_JITTER_MS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What really happened in one turn; *fate* is what becomes of a caller's transcription."""

    item: str
    role: Role
    text: str
    fate: str = "fine"
    is_interrupted: bool = False
    is_broken_off: bool = False
    """The server did not finish the reply; the client takes what it has for all of it."""
    follows_on: bool = False
    """Another message of the reply before it."""

    @property
    def is_recognised(self) -> bool:
        return self.fate in ("fine", "late", "failed then late")

    @property
    def heard(self) -> str:
        words = self.text.split()
        return " ".join(words[: len(words) // 2]) if self.is_interrupted else self.text


@st.composite
def conversations(draw: st.DrawFn) -> list[Spoken]:
    """A greeting, then turns of both sides and of tools."""
    turns = [Spoken(item="item_000", role=Role.AGENT, text="Hello, this is the hotel.")]
    for number in range(1, draw(st.integers(2, 12))):
        role = draw(st.sampled_from((Role.CALLER, Role.AGENT, Role.TOOL)))
        before = turns[-1]
        after_agent = role is before.role is Role.AGENT and not before.is_interrupted
        turns.append(
            Spoken(
                item=f"item_{number:03d}",
                role=role,
                text=draw(st.sampled_from(_WORDS)),
                fate=draw(st.sampled_from(_FATES)),
                is_interrupted=role is Role.AGENT and draw(st.booleans()),
                is_broken_off=role is Role.AGENT and draw(st.integers(0, 3)) == 0,
                follows_on=after_agent and draw(st.booleans()),
            )
        )
    return turns


@dataclass
class Network:
    """Makes events late, duplicates them, loses what may get lost, and breaks connections.

    Events of one turn may change places, and all events of some seconds may come at once; events of
    different turns keep their distance, as they do on a socket, but for transcriptions and
    duplicates, which come whenever they like.
    """

    chance: random.Random
    now: int = 0
    reports: list[TurnEnded] = field(default_factory=list)
    whole_plans: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.assembly = TurnAssembly(now_ms=lambda: self.now)
        self._acts: list[tuple[int, int, Callable[[], None]]] = []
        self._connected_at = 0
        self._known: list[Spoken] = []
        self._numbers = iter(range(1_000_000))

    def carry(self, conversation: list[Spoken]) -> list[TurnEnded]:
        """Everything that is reported of *conversation*."""
        at = 1000
        for number, spoken in enumerate(conversation):
            next_one = conversation[number + 1] if number + 1 < len(conversation) else None
            at = self._speak(at, spoken, next_one)
            self._known.append(spoken)
            if not (spoken.is_interrupted or (next_one and next_one.follows_on)):
                at = self._perhaps_reconnect(at)
        for at_ms, _, act in sorted(self._acts, key=lambda one: one[:2]):
            self.now = at_ms
            act()
        self.now += 1000
        self.reports.extend(self.assembly.unfinished())
        return self.reports

    def _speak(self, at: int, spoken: Spoken, next_one: Spoken | None) -> int:
        match spoken.role:
            case Role.CALLER:
                return self._caller(at, spoken)
            case Role.AGENT:
                return self._agent(at, spoken, next_one)
            case _:
                turn = TurnEnded(
                    item_id=spoken.item,
                    role=spoken.role,
                    text=spoken.text,
                    start_ms=at,
                    end_ms=at + 200,
                )
                self._do(at + 200, lambda: self.reports.append(turn))
                return at + 1500

    def _caller(self, at: int, spoken: Spoken) -> int:
        ends = at + 900
        stall = self.chance.choice((0, 0, 0, 1200))
        audio = at - self._connected_at - _PADDING_MS
        item = {"id": spoken.item, "role": "user", "content": [{"type": "input_audio"}]}
        evidence: list[tuple[int, str, Event]] = [
            (at + 100, "input_audio_buffer.speech_started", {"audio_start_ms": max(0, audio)}),
            (
                ends,
                "input_audio_buffer.speech_stopped",
                {"audio_end_ms": ends - self._connected_at},
            ),
            (ends, "input_audio_buffer.committed", {"previous_item_id": None}),
            (ends + 10, "conversation.item.added", {"item": item}),
        ]
        kept = self.chance.randrange(len(evidence))
        for number, (when, kind, fields) in enumerate(evidence):
            if number == kept or self.chance.random() < 0.5:
                named = fields if "item" in fields else {"item_id": spoken.item, **fields}
                self._send(max(when, at + stall), kind, named)
        self._transcribe(max(ends, at + stall) + 100, spoken)
        return ends + 1500

    def _transcribe(self, at: int, spoken: Spoken) -> None:
        late = at + self.chance.randrange(3000, 30_000)
        for word in spoken.text.split():
            if self.chance.random() < 0.5:
                self._send(at, f"{TRANSCRIPTION}.delta", self._of(spoken, delta=f"{word} "))
        final = self._of(spoken, transcript=spoken.text)
        if "failed" in spoken.fate:
            self._send(at + 100, f"{TRANSCRIPTION}.failed", self._of(spoken))
        if spoken.is_recognised:
            when = at + 100 if spoken.fate == "fine" else late
            self._send(when, f"{TRANSCRIPTION}.completed", final)
            if self.chance.random() < 0.3:
                self._send(when + 1000, f"{TRANSCRIPTION}.failed", self._of(spoken))
            if self.chance.random() < 0.2:
                empty = self._of(spoken, transcript=" ")
                self._send(when + 500, f"{TRANSCRIPTION}.completed", empty)

    def _agent(self, at: int, spoken: Spoken, next_one: Spoken | None) -> int:
        if not spoken.follows_on:
            response = {"id": f"resp_{spoken.item}"}
            self._send(at - 60, "response.created", {"response": response})
            self._do(at, self.assembly.agent_speaks)
        self._plan(at, spoken)
        if next_one is not None and next_one.follows_on:
            return at + 20
        is_barge_in = spoken.is_interrupted and next_one is not None
        ends = at + (800 if is_barge_in else 1000)
        self._told(ends, spoken)
        if is_barge_in and next_one is not None and next_one.role is Role.CALLER:
            return ends - 150  # The caller is detected a moment before the agent falls silent.
        return ends + 1500

    def _plan(self, at: int, spoken: Spoken) -> None:
        words = [f"{word} " for word in spoken.text.split()]
        has_all = True
        for number, word in enumerate(words):
            if self.chance.random() < 0.8:
                self._send(at + 10 + number, f"{REPLY}.delta", self._of(spoken, delta=word), 0)
            else:
                has_all = False
        self._sound(at, spoken)
        has_done = self.chance.random() < 0.7
        has_item = self.chance.random() < 0.5 and not spoken.is_broken_off
        if has_done:
            whole = self._of(spoken, transcript=spoken.text)
            self._send(at + 200, f"{REPLY}.done", whole)
        if has_item:
            content = [{"type": "output_audio", "transcript": spoken.text}]
            item = {"id": spoken.item, "role": "assistant", "content": content}
            self._send(at + 200, "response.output_item.done", {"item": item})
        if has_all or has_done or has_item:
            self.whole_plans.add(spoken.item)

    def _sound(self, at: int, spoken: Spoken) -> None:
        # What was heard was sent: of a reply that broke off some sound is known.
        for _ in range(self.chance.randint(1 if spoken.is_broken_off else 0, 4)):
            audio = "A" * 64 * self.chance.randint(1, 300)
            self._send(at + 10, "response.output_audio.delta", self._of(spoken, delta=audio))
        if not spoken.is_broken_off:
            self._send(at + 200, "response.output_audio.done", self._of(spoken))

    def _told(self, at: int, spoken: Spoken) -> None:
        messages = [spoken]
        while messages[0].follows_on:
            messages.insert(0, self._known[-len(messages)])
        for message in messages:
            self._do(at, partial(self._tell, message))

    def _tell(self, message: Spoken) -> None:
        turn = self.assembly.agent_turn(
            message.item, message.heard, interrupted=message.is_interrupted
        )
        self.reports.append(turn)

    def _perhaps_reconnect(self, at: int) -> int:
        if self.chance.random() > 0.2:
            return at
        self._connected_at = at
        self._do(at, lambda: self._take({"type": "session.created", "session": {}}))
        for spoken in self._known:
            # As the client gives the conversation again: as text, with the same ids.
            kind = "input_text" if spoken.role is Role.CALLER else "output_text"
            role = "user" if spoken.role is Role.CALLER else "assistant"
            content = [{"type": kind, "text": spoken.text}]
            item = {"id": spoken.item, "role": role, "content": content}
            self._send(at + 50, "conversation.item.added", {"item": item})
        return at + 1500

    def _of(self, spoken: Spoken, **fields: Any) -> Event:
        return {"item_id": spoken.item, **fields}

    def _send(self, at: int, kind: str, fields: Event, jitter_ms: int = _JITTER_MS) -> None:
        event = {"type": kind, "event_id": f"event_{next(self._numbers)}", **fields}
        at += self.chance.randint(0, jitter_ms)
        self._do(at, lambda: self._take(event))
        while self.chance.random() < 0.2:
            at += self.chance.choice((0, 5, 40, 900, 9000))
            self._do(at, lambda: self._take(event))

    def _do(self, at: int, act: Callable[[], None]) -> None:
        self._acts.append((at, next(self._numbers), act))

    def _take(self, event: Event) -> None:
        turn = self.assembly.follow(event)
        if turn is not None:
            self.reports.append(turn)
