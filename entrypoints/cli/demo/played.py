"""What playing a scenario brought, as people and as programs read it."""

from collections.abc import Mapping
from dataclasses import dataclass

from entrypoints.cli.demo.evidence import CallEvidence, Evidence
from entrypoints.cli.demo.figures import JsonObject, figures_of, gaps, sentences
from entrypoints.cli.demo.scenarios.scenario import Scenario
from entrypoints.cli.progress import Progress

_TURN_KEYS = (
    *("role", "participant", "text", "language", "startMs", "endMs"),
    *("interrupted", "planned", "suspect"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """*instead* is what was there in place of what *sentence* says, None when it shows."""

    sentence: str
    instead: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A scenario, its calls, and what showed in them."""

    scenario: Scenario
    evidence: Evidence
    database: str

    @property
    def findings(self) -> tuple[Finding, ...]:
        """First whether each call came to the end of its script, then the scenario's checks."""
        runs = tuple(
            Finding(sentence=f"call {number} goes to its end", instead=call.report.broke)
            for number, call in enumerate(self.evidence.calls, start=1)
        )
        if any(run.instead for run in runs):
            return runs
        return runs + tuple(
            Finding(sentence=check.sentence, instead=check.instead(self.evidence))
            for check in self.scenario.checks
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """What did not show, and what there was instead."""
        return tuple(
            f"{one.sentence}: {one.instead}" for one in self.findings if one.instead is not None
        )

    def as_json(self) -> JsonObject:
        """The object that `--json` prints."""
        ears = [call.ear for call in self.evidence.calls if call.recordings]
        each = [gap for call in self.evidence.calls for gap in _gaps_at_one_ear(call)]
        return {
            "scenario": self.scenario.name,
            "title": self.scenario.title,
            "worked": not self.missing,
            "missing": list(self.missing),
            "checks": [{"sentence": one.sentence, "instead": one.instead} for one in self.findings],
            "firstAudioMs": [ear.first_audio_ms for ear in ears],
            "responseGapMs": gaps(each),
            "overlapMs": [one.ms for call in self.evidence.calls for one in call.barge_ins],
            "longestSilenceMs": max((ear.longest_silence_ms for ear in ears), default=0),
            "calls": [_call_as_json(call) for call in self.evidence.calls],
            "database": self.database,
        }

    def show(self, progress: Progress) -> None:
        """Print what was heard, and what showed."""
        for call in self.evidence.calls:
            for recorded in call.recordings:
                progress.say(f"{recorded.take.path}: as {recorded.take.who} heard it")
                for line in sentences(recorded.listening):
                    progress.plain(f"{'':>12}{line}")
        for one in self.findings:
            progress.say(f"{'NOT ' if one.instead else ''}shown: {one.sentence}")
            if one.instead:
                progress.plain(f"{'':>12}{one.instead}")


def _call_as_json(call: CallEvidence) -> JsonObject:
    session: Mapping[str, object] = call.session
    return {
        "room": call.room,
        "sessionId": session["sessionId"],
        "status": session["status"],
        "closeReason": session["closeReason"],
        "turns": [{key: turn[key] for key in _TURN_KEYS} for turn in call.turns],
        "recordings": [figures_of(recorded) for recorded in call.recordings],
        "worstDelayMs": call.report.worst_delay_ms,
    }


def _gaps_at_one_ear(call: CallEvidence) -> list[int]:
    # Everybody in a room hears the same answers: counted at the first caller's ear only.
    first = call.recordings[0].take.who if call.recordings else None
    return [
        gap
        for recorded in call.recordings
        if recorded.take.who == first
        for gap in recorded.listening.gaps_ms
    ]
