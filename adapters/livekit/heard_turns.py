"""The callers' turns: when each was spoken, and what was recognised of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from adapters.livekit.protocol_fields import count_of, item_of, language_of, parts_of, text_of
from application.ports.conversation import TurnEnded
from domain.language import Language
from domain.transcript import Role

INCOMPLETE = "incomplete"
"""The doubt about a turn of which only the beginning was recognised."""

_PADDING_MS = 300
"""How much earlier than the first sound a server lets a turn's audio begin."""
_RECOGNISED_WITHIN_MS = 4_000
"""Words that have not come for this long are not worth waiting for."""


@dataclass(slots=True)
class _Heard:
    start_ms: int
    end_ms: int | None = None
    audio_start_ms: int | None = None
    partial: str = ""
    pieces: set[str] = field(default_factory=set)
    is_cut_off: bool = False
    told: TurnEnded | None = None


class HeardTurns:
    """Follows raw protocol events; *now_ms* is the call's time.

    A turn is complete when its transcription comes, however late, or fails. Words are never taken
    back by a later report without any, and the same report is made once. Whatever names a turn
    first (speech, its end, its audio in the conversation, its words) says when it was.
    """

    def __init__(self, now_ms: Callable[[], int]) -> None:
        self._now_ms = now_ms
        self._turns: dict[str, _Heard] = {}

    @property
    def awaits_words(self) -> bool:
        """Whether somebody speaks, or has just spoken and is not yet understood."""
        return any(self._is_awaited(turn) for turn in self._turns.values())

    @property
    def lacks_last_words(self) -> bool:
        """Whether the last that was said is not understood, be it that it never will be."""
        last = next(reversed(self._turns.values()), None)
        return last is not None and last.told is None

    def follow(self, event: Mapping[str, Any]) -> TurnEnded | None:
        """Take an event; answers with the turn that it completes, if any."""
        match event.get("type"):
            case "session.created":
                self._connection_began()
            case "conversation.item.added" | "conversation.item.done":
                self._in_conversation(item_of(event))
            case str(kind) if item_id := text_of(event, "item_id"):
                return self._about(item_id, kind, event)
        return None

    def unfinished(self) -> list[TurnEnded]:
        """The turns whose transcription neither came nor failed: with the words there are."""
        missing = [item_id for item_id, turn in self._turns.items() if turn.told is None]
        told = [self._told(item_id, "", None) for item_id in missing]
        return [turn for turn in told if turn is not None]

    def _about(self, item_id: str, kind: str, event: Mapping[str, Any]) -> TurnEnded | None:
        match kind:
            case "input_audio_buffer.speech_started":
                self._started(item_id, count_of(event, "audio_start_ms"))
            case "input_audio_buffer.speech_stopped":
                self._stopped(item_id, count_of(event, "audio_end_ms"))
            case "input_audio_buffer.committed":
                self._stopped(item_id, None)
            case "conversation.item.input_audio_transcription.delta":
                self._partial(item_id, event)
            case "conversation.item.input_audio_transcription.completed":
                return self._told(item_id, text_of(event, "transcript"), language_of(event))
            case "conversation.item.input_audio_transcription.failed":
                return self._told(item_id, "", None)
        return None

    def _turn(self, item_id: str) -> _Heard:
        return self._turns.setdefault(item_id, _Heard(start_ms=self._now_ms()))

    def _connection_began(self) -> None:
        # Speech that a lost connection cut off goes on as another turn, and is never transcribed.
        for turn in self._turns.values():
            if turn.told is None:
                turn.is_cut_off = True
                self._close(turn)

    def _in_conversation(self, item: Mapping[str, Any]) -> None:
        item_id = text_of(item, "id")
        is_speech = any(part.get("type") == "input_audio" for part in parts_of(item))
        if item_id and item.get("role") == "user" and is_speech:
            self._turn(item_id)

    def _started(self, item_id: str, audio_start_ms: int | None) -> None:
        if item_id not in self._turns:
            for earlier in self._turns.values():
                self._close(earlier)
        turn = self._turn(item_id)
        if turn.audio_start_ms is None:
            turn.audio_start_ms = audio_start_ms

    def _stopped(self, item_id: str, audio_end_ms: int | None) -> None:
        turn = self._turn(item_id)
        is_news = turn.end_ms is None
        self._close(turn)
        if is_news and audio_end_ms is not None and turn.audio_start_ms is not None:
            # The audio's own clock counts from the start of each connection: only lengths are
            # comparable. They tell when events that came late, all at once, really happened.
            spoken_ms = audio_end_ms - turn.audio_start_ms - _PADDING_MS
            earliest = max(0, self._now_ms() - max(0, spoken_ms))
            turn.start_ms = min(turn.start_ms, earliest)

    def _close(self, turn: _Heard) -> None:
        if turn.end_ms is None:
            turn.end_ms = max(turn.start_ms, self._now_ms())

    def _partial(self, item_id: str, event: Mapping[str, Any]) -> None:
        turn, piece = self._turn(item_id), text_of(event, "event_id")
        if piece and piece in turn.pieces:
            return
        turn.pieces.add(piece)
        turn.partial += text_of(event, "delta")

    def _told(self, item_id: str, text: str, language: Language | None) -> TurnEnded | None:
        turn = self._turn(item_id)
        self._close(turn)
        words = text.strip()
        partial = "" if words else turn.partial.strip()
        if turn.told is not None and turn.told.text and not words:
            return None
        told = TurnEnded(
            item_id=item_id,
            role=Role.CALLER,
            text=words or partial,
            start_ms=turn.start_ms,
            end_ms=turn.end_ms or turn.start_ms,
            language=language,
            suspect=INCOMPLETE if partial else None,
        )
        is_news, turn.told = told != turn.told, told
        return told if is_news else None

    def _is_awaited(self, turn: _Heard) -> bool:
        if turn.told is not None or turn.is_cut_off:
            return False
        since = turn.start_ms if turn.end_ms is None else turn.end_ms
        return self._now_ms() - since < _RECOGNISED_WITHIN_MS
