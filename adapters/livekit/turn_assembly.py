"""Turns out of the speech protocol's events: what was planned, played and recognised, and when."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from application.ports.conversation import TurnEnded
from domain.errors import InvalidValueError
from domain.language import Language, parse_language
from domain.transcript import Role


@dataclass(slots=True)
class _CallerTurn:
    start_ms: int
    end_ms: int | None = None
    is_told: bool = False
    has_words: bool = False


@dataclass(slots=True)
class TurnAssembly:
    """Follows raw protocol events and the framework's items; *now_ms* is the call's time.

    A caller turn is complete when its transcription comes, however late, or fails; one that was
    spoken and never recognised comes out of `unfinished` with an empty text. Words that were
    recognised are never taken back by a later report without any. Events may come twice, late or
    not at all, and may be malformed: what cannot be read is left out.
    """

    now_ms: Callable[[], int]
    _caller: dict[str, _CallerTurn] = field(default_factory=dict)
    _planned: dict[str, str] = field(default_factory=dict)
    _speaking_since: int | None = None

    def follow(self, event: Mapping[str, Any]) -> TurnEnded | None:
        """Take a raw server event; answers with the caller turn that it completes, if any."""
        item_id = event.get("item_id")
        if not isinstance(item_id, str) or not item_id:
            return None
        match event.get("type"):
            case "input_audio_buffer.speech_started":
                self._caller.setdefault(item_id, _CallerTurn(start_ms=self.now_ms()))
            case "input_audio_buffer.speech_stopped":
                self._stopped(item_id)
            case "response.output_audio_transcript.delta":
                self._planned[item_id] = self._planned.get(item_id, "") + _text(event, "delta")
            case "response.output_audio_transcript.done":
                self._planned[item_id] = _text(event, "transcript") or self._planned.get(
                    item_id, ""
                )
            case "conversation.item.input_audio_transcription.completed":
                return self._caller_turn(item_id, _text(event, "transcript"), event)
            case "conversation.item.input_audio_transcription.failed":
                return self._caller_turn(item_id, "", event)
        return None

    def agent_speaks(self) -> None:
        """The agent's audio began to play."""
        if self._speaking_since is None:
            self._speaking_since = self.now_ms()

    def agent_turn(self, item_id: str, played: str, *, interrupted: bool) -> TurnEnded:
        """The agent's turn is over; *played* is what the caller could hear."""
        now = self.now_ms()
        start, self._speaking_since = self._speaking_since, None
        planned = self._planned.pop(item_id, None)
        return TurnEnded(
            item_id=item_id,
            role=Role.AGENT,
            text=played,
            start_ms=now if start is None else start,
            end_ms=now,
            planned=planned if interrupted else None,
            interrupted=interrupted,
        )

    def unfinished(self) -> list[TurnEnded]:
        """What is cut off when the call breaks: speech not recognised, a reply not played out.

        How much of such a reply was heard nobody knows: it is kept as planned.
        """
        missing = [item_id for item_id, turn in self._caller.items() if not turn.is_told]
        spoken = [self._caller_turn(item_id, "", {}) for item_id in missing]
        cut_off = list(self._planned)[-1:] if self._speaking_since is not None else []
        replies = [self.agent_turn(item_id, "", interrupted=True) for item_id in cut_off]
        return [*(turn for turn in spoken if turn is not None), *replies]

    def _stopped(self, item_id: str) -> None:
        turn = self._caller.setdefault(item_id, _CallerTurn(start_ms=self.now_ms()))
        if turn.end_ms is None:
            turn.end_ms = self.now_ms()

    def _caller_turn(self, item_id: str, text: str, event: Mapping[str, Any]) -> TurnEnded | None:
        now = self.now_ms()
        turn = self._caller.setdefault(item_id, _CallerTurn(start_ms=now))
        words = text.strip()
        if turn.has_words and not words:
            return None
        turn.is_told, turn.has_words = True, bool(words)
        return TurnEnded(
            item_id=item_id,
            role=Role.CALLER,
            text=words,
            start_ms=turn.start_ms,
            end_ms=max(turn.start_ms, now if turn.end_ms is None else turn.end_ms),
            language=_language(event),
        )


def _text(event: Mapping[str, Any], key: str) -> str:
    value = event.get(key)
    return value if isinstance(value, str) else ""


def _language(event: Mapping[str, Any]) -> Language | None:
    entries = event.get("languages")
    for entry in entries if isinstance(entries, list | tuple) else ():
        try:
            return parse_language(str(entry.get("code")))
        except (InvalidValueError, AttributeError):
            continue
    return None
