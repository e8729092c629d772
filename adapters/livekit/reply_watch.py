"""Nobody is left without an answer: a reply that got lost is asked for again."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

FIRST_WORD_WITHIN_S = 8.0
"""A caller who hears nothing for this long thinks that the line is dead."""
_MOST_IN_A_ROW = 3


class ReplyWatch:
    """Follows raw protocol events; *ask_again* is called, a few times at most, for a lost reply."""

    def __init__(self, *, ask_again: Callable[[str], None]) -> None:
        self._ask_again = ask_again
        self._timer: asyncio.TimerHandle | None = None
        self._is_owed = False
        self._asked = 0

    def follow(self, event: Mapping[str, Any]) -> None:
        """Take one raw server event."""
        match event.get("type"):
            case "input_audio_buffer.speech_started":
                self._stop_waiting()
            case "input_audio_buffer.committed":
                self.owe()
            case "response.created":
                self._stop_waiting()
            case "response.done":
                self._done(event.get("response") or {})

    def owe(self) -> None:
        """The caller is waiting for a reply from now on."""
        self._is_owed = True
        self._stop_waiting()
        self._timer = asyncio.get_running_loop().call_later(
            FIRST_WORD_WITHIN_S, self._lost, "reply_missing"
        )

    def reconnected(self) -> None:
        """The connection was lost and is back: what was being answered got lost with it."""
        if self._is_owed:
            self._lost("reply_lost_in_reconnect")

    def close(self) -> None:
        """The call is over."""
        self._is_owed = False
        self._stop_waiting()

    def _done(self, response: Mapping[str, Any]) -> None:
        self._stop_waiting()
        status = response.get("status")
        if status == "failed":
            error = (response.get("status_details") or {}).get("error") or {}
            self._lost(str(error.get("code") or "reply_failed"))
            return
        self._is_owed = False
        self._asked = 0

    def _lost(self, code: str) -> None:
        self._stop_waiting()
        if self._asked < _MOST_IN_A_ROW:
            self._asked += 1
            self._ask_again(code)

    def _stop_waiting(self) -> None:
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
