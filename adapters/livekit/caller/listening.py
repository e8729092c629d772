"""What a recorded call sounded like: who spoke when, who waited for whom, who spoke over whom."""

import wave
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from adapters.livekit.caller.audio import FRAME_MS, FRAME_SAMPLES, RATE, Samples, samples_of
from adapters.livekit.caller.speech_detector import Speech, SpeechDetector
from adapters.livekit.caller.stretches import Stretch, between, joined, without

_HANGOVER_S = 0.4
"""Pauses between words and sentences are shorter; the pause before an answer ends a stretch."""
_SILENCE_MS = 1000
_ARRIVES_WITHIN_MS = 400
"""How much later than it was spoken another caller's voice may be heard, jitter buffer included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """The caller began at *at_ms*, while the agent spoke, which went on for *ms* from there.

    *caller_ms* is how long the caller's sound lasted: a cough is short.
    """

    at_ms: int
    ms: int
    caller_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """Stretches of speech as one caller's ear met them, in milliseconds of the recording.

    *caller* are those of the ear's owner, *others* those of further callers in the room.
    """

    duration_ms: int
    caller: tuple[Stretch, ...]
    agent: tuple[Stretch, ...]
    others: tuple[Stretch, ...] = ()

    @property
    def first_audio_ms(self) -> int | None:
        """When the agent was first heard."""
        return self.agent[0].start_ms if self.agent else None

    @property
    def gaps_ms(self) -> tuple[int, ...]:
        """From the end of what people said to the agent's answer, for each answer."""
        people = sorted((*self.caller, *self.others), key=lambda stretch: stretch.start_ms)
        gaps, agent_ended = [], 0
        for answer in self.agent:
            asked = [one.end_ms for one in people if one.start_ms < answer.start_ms]
            waited_from = max(asked, default=-1)
            # Sounds that the agent spoke through ask for no answer, and one question has one.
            if agent_ended <= waited_from <= answer.start_ms:
                gaps.append(answer.start_ms - waited_from)
            agent_ended = answer.end_ms
        return tuple(gaps)

    @property
    def overlaps(self) -> tuple[Overlap, ...]:
        """Each time that the caller began to speak over the agent."""
        return tuple(
            Overlap(at_ms=own.start_ms, ms=heard.end_ms - own.start_ms, caller_ms=own.ms)
            for own in self.caller
            for heard in self.agent
            if heard.start_ms < own.start_ms < heard.end_ms
        )

    @property
    def silences(self) -> tuple[Stretch, ...]:
        """When nobody spoke for a second or more, between the first and the last sound."""
        spoken = joined((*self.caller, *self.agent, *self.others))
        return tuple(pause for pause in between(spoken) if pause.ms >= _SILENCE_MS)

    @property
    def longest_silence_ms(self) -> int:
        """The longest pause between the first and the last sound, however short."""
        spoken = joined((*self.caller, *self.agent, *self.others))
        return max((pause.ms for pause in between(spoken)), default=0)

    @property
    def talk_shares(self) -> Mapping[str, float]:
        """The part of the recording in which each side speaks."""
        sides = {"caller": self.caller, "agent": self.agent, "others": self.others}
        whole = max(1, self.duration_ms)
        return {
            side: round(sum(stretch.ms for stretch in stretches) / whole, 3)
            for side, stretches in sides.items()
        }

    def agent_between(self, start_ms: int, end_ms: int) -> int:
        """How many milliseconds of the agent fall between two moments."""
        return sum(stretch.within(start_ms, end_ms) for stretch in self.agent)


def listen_to(path: Path, *, others: Iterable[Stretch] = ()) -> Listening:
    """A stereo recording, the caller left, all they heard right.

    *others* is when further callers spoke, in this recording's time: what sounds right then is
    theirs, the rest is the agent's.
    """
    with wave.open(str(path), "rb") as file:
        stereo = samples_of(file.readframes(file.getnframes())).reshape(-1, 2)
    others = joined(others)
    theirs = (replace(one, end_ms=one.end_ms + _ARRIVES_WITHIN_MS) for one in others)
    return Listening(
        duration_ms=len(stereo) * 1000 // RATE,
        caller=_stretches(stereo[:, 0]),
        agent=without(_stretches(stereo[:, 1]), joined(theirs)),
        others=others,
    )


def _stretches(side: Samples) -> tuple[Stretch, ...]:
    detector = SpeechDetector(hangover_s=_HANGOVER_S)
    starts = range(0, len(side), FRAME_SAMPLES)
    found = [detector.hear(side[at : at + FRAME_SAMPLES], at / RATE) for at in starts]
    return tuple(_stretch(speech) for speech in (*found, detector.cut()) if speech)


def _stretch(speech: Speech) -> Stretch:
    start = round(speech.started_at * 1000)
    return Stretch(start_ms=start, end_ms=round(speech.ended_at * 1000) + FRAME_MS)
