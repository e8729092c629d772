"""Turns out of the speech protocol's events: what was planned, played and recognised, and when."""

from collections.abc import Callable, Mapping
from typing import Any

from adapters.livekit.heard_turns import HeardTurns
from adapters.livekit.spoken_turns import SpokenTurns
from application.ports.conversation import TurnEnded


class TurnAssembly:
    """Follows raw protocol events and the framework's items; *now_ms* is the call's time.

    A caller turn is complete when its transcription comes, however late, or fails; one that was
    spoken and never recognised comes out of `unfinished`. Events may come twice, late or not at
    all, and may be malformed: what cannot be read is left out.
    """

    def __init__(self, *, now_ms: Callable[[], int]) -> None:
        self._heard = HeardTurns(now_ms)
        self._spoken = SpokenTurns(now_ms)

    @property
    def awaits_words(self) -> bool:
        """Whether a caller speaks, or has just spoken and is not yet understood."""
        return self._heard.awaits_words

    @property
    def lacks_last_words(self) -> bool:
        """Whether the last that a caller said is not understood, be it that it never will be."""
        return self._heard.lacks_last_words

    def follow(self, event: Mapping[str, Any]) -> TurnEnded | None:
        """Take a raw server event; answers with the caller turn that it completes, if any."""
        self._spoken.follow(event)
        return self._heard.follow(event)

    def agent_speaks(self) -> None:
        """The agent's audio began to play."""
        self._spoken.begins()

    def agent_turn(self, item_id: str, played: str, *, interrupted: bool) -> TurnEnded:
        """The agent's turn is over; *played* is what the caller could hear."""
        return self._spoken.ended(item_id, played, interrupted=interrupted)

    def unfinished(self) -> list[TurnEnded]:
        """What is cut off when the call breaks: speech not recognised, a reply not played out.

        How much of such a reply was heard nobody knows: it is kept as planned.
        """
        return [*self._heard.unfinished(), *self._spoken.unfinished()]
