"""The agent's turns: what it would have said, and what the caller could hear of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from adapters.livekit.protocol_fields import item_of, parts_of, response_of, text_of
from application.ports.conversation import TurnEnded
from domain.transcript import Role

_AT_ONCE_MS = 100
"""Messages of one reply are told of together, when the last of them is over."""
_BASE64_PER_MS = 24 * 2 * 4 / 3
"""Characters of wire audio: 24 kHz of 16 bits."""
_CHARACTERS_A_SECOND = 15
"""How quickly is spoken, to say what the sound of a reply that broke off can have held."""


@dataclass(slots=True)
class _Planned:
    response: str
    text: str = ""
    is_whole: bool = False
    has_sounded_out: bool = False
    sound_ms: float = 0.0
    pieces: set[str] = field(default_factory=set)


class SpokenTurns:
    """Follows raw protocol events and what is played; *now_ms* is the call's time.

    What a reply was planned to be comes before it is over, perhaps in part, perhaps twice. A reply
    that the server did not bring to its end was interrupted, whoever thinks that it was played. A
    turn that was told keeps its start, and its words against a later report without any.
    """

    def __init__(self, now_ms: Callable[[], int]) -> None:
        self._now_ms = now_ms
        self._planned: dict[str, _Planned] = {}
        self._told: dict[str, TurnEnded] = {}
        self._response = ""
        self._playing: str | None = None
        self._since: int | None = None
        self._last: TurnEnded | None = None

    def follow(self, event: Mapping[str, Any]) -> None:
        """Take an event."""
        match event.get("type"):
            case "response.created":
                self._response = text_of(response_of(event), "id")
            case "response.output_audio.delta" | "response.output_audio.done":
                self._sound(event)
            case "response.output_audio_transcript.delta":
                self._piece(event)
            case "response.output_audio_transcript.done":
                self._whole(text_of(event, "item_id"), text_of(event, "transcript"), event)
            case "response.output_item.done":
                item = item_of(event)
                spoken = "".join(text_of(part, "transcript") for part in parts_of(item))
                self._whole(text_of(item, "id"), spoken, event)
                self._sound({**event, "item_id": item.get("id")})
            case "response.done" if response_of(event).get("status") == "completed":
                self._completed(text_of(response_of(event), "id"))

    def begins(self) -> None:
        """A reply's audio began to play."""
        self._since = self._now_ms()
        self._playing = self._response

    def ended(self, item_id: str, played: str, *, interrupted: bool) -> TurnEnded:
        """A message is over; *played* is what the caller could hear of it."""
        known, plan = self._told.get(item_id), self._planned.get(item_id)
        if plan is not None and not (interrupted or plan.has_sounded_out):
            played, interrupted = _fits(played, self._sounded_ms(plan)), True
        turn = self._again(known, played, interrupted) if known else self._first(item_id, played)
        if interrupted and turn.planned is None:
            turn = replace(turn, interrupted=True, planned=self._plan(item_id, turn.text) or None)
        self._planned.pop(item_id, None)
        self._told[item_id] = turn
        return turn

    def unfinished(self) -> list[TurnEnded]:
        """What was playing when the call broke: nobody knows how much of it was heard."""
        if self._playing is None:
            return []
        cut_off = [
            item_id for item_id, plan in self._planned.items() if plan.response == self._playing
        ]
        return [self.ended(item_id, "", interrupted=True) for item_id in cut_off]

    def _first(self, item_id: str, played: str) -> TurnEnded:
        now = self._now_ms()
        turn = TurnEnded(
            item_id=item_id, role=Role.AGENT, text=played, start_ms=self._start(now), end_ms=now
        )
        self._since, self._playing, self._last = None, None, turn
        return turn

    def _start(self, now: int) -> int:
        if self._since is not None:
            return min(self._since, now)
        last = self._last
        if last is not None and now - last.end_ms <= _AT_ONCE_MS:
            # The next message of the same reply. When it began nobody tells: after the one before.
            return min(last.start_ms + 1, now)
        return now

    @staticmethod
    def _again(known: TurnEnded, played: str, interrupted: bool) -> TurnEnded:
        return replace(
            known, text=played or known.text, interrupted=known.interrupted or interrupted
        )

    def _plan(self, item_id: str, played: str) -> str:
        plan = self._planned.get(item_id)
        text = plan.text.strip() if plan else ""
        # What was heard had been planned, even where the plan got lost.
        return text if len(text) >= len(played) else played

    def _sounded_ms(self, plan: _Planned) -> float:
        since = self._since
        return 0 if since is None else min(plan.sound_ms, self._now_ms() - since)

    def _sound(self, event: Mapping[str, Any]) -> None:
        plan = self._plan_of(text_of(event, "item_id"), event)
        if plan is not None:
            plan.sound_ms += len(text_of(event, "delta")) / _BASE64_PER_MS
            plan.has_sounded_out = plan.has_sounded_out or not str(event["type"]).endswith("delta")

    def _completed(self, response: str) -> None:
        for plan in self._planned.values():
            plan.has_sounded_out = plan.has_sounded_out or plan.response == response

    def _piece(self, event: Mapping[str, Any]) -> None:
        plan = self._plan_of(text_of(event, "item_id"), event)
        piece = text_of(event, "event_id")
        if plan is None or plan.is_whole or (piece and piece in plan.pieces):
            return
        plan.pieces.add(piece)
        plan.text += text_of(event, "delta")

    def _whole(self, item_id: str, text: str, event: Mapping[str, Any]) -> None:
        plan = self._plan_of(item_id, event) if text else None
        if plan is not None:
            plan.text, plan.is_whole = text, True

    def _plan_of(self, item_id: str, event: Mapping[str, Any]) -> _Planned | None:
        if not item_id or item_id in self._told:
            return None
        response = text_of(event, "response_id") or self._response
        return self._planned.setdefault(item_id, _Planned(response=response))


def _fits(text: str, sounded_ms: float) -> str:
    most = round(sounded_ms / 1000 * _CHARACTERS_A_SECOND)
    if len(text) <= most:
        return text
    words, _, cut = text[: most + 1].rpartition(" ")
    return words if words or " " in text else cut[:most]
