"""Nobody is left without an answer: a reply that got lost is asked for again, then given up."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any, Protocol

FIRST_WORD_WITHIN_S = 8.0
"""A caller who hears nothing for this long thinks that the line is dead."""
ENDS_WITHIN_S = 2.0
"""The end of a response follows its last part, or its interruption, at once."""
PAUSES_S = (0.3, 1.0, 2.5)
"""Before each new attempt at a reply: a server that is busy or limits rates needs a moment."""
CONNECTIONS = 10
"""So many in a row, none of which brought anything: an agent on such a line hears nobody."""

_SIGNS_OF_LIFE = ("input_audio_buffer.speech_stopped", "response.done")
_NO_END = "end_missing"


class Alarm(Protocol):
    """Something that will happen, unless it is cancelled."""

    def cancel(self) -> None: ...


Later = Callable[[float, Callable[[str], None], str], Alarm]


def on_the_loop(seconds: float, act: Callable[[str], None], code: str) -> Alarm:
    """In real time."""
    return asyncio.get_running_loop().call_later(seconds, act, code)


class ReplyWatch:
    """Follows raw protocol events. *ask_again* is called for a lost reply, a few times at most.

    *give_up* is called with the last code when none of these brought an answer: an agent that
    cannot speak has no business in the room; nor has one whose connection breaks again and again,
    before it brings anything. A caller who speaks starts it all anew. *release* is called for a
    response whose end does not come: whatever waits for that end must wait no more. What still
    comes of such a response is not the answer that is waited for.
    """

    def __init__(
        self,
        *,
        ask_again: Callable[[str], None],
        give_up: Callable[[str], None],
        release: Callable[[], None],
        later: Later = on_the_loop,
    ) -> None:
        self._ask_again = ask_again
        self._give_up = give_up
        self._release = release
        self._later = later
        self._timer: Alarm | None = None
        self._is_owed = False
        self._is_under_way = False
        self._is_pausing = False
        self._asked = 0
        self._connections = 0
        self._response: str | None = None
        self._let_go: set[str] = set()
        self._is_closed = False

    def follow(self, event: Mapping[str, Any]) -> None:
        """Take one raw server event."""
        if event.get("type") in _SIGNS_OF_LIFE:
            self._connections = 0
        if _response_id(event) not in self._let_go:
            self._follow(event)

    def owe(self) -> None:
        """The caller is waiting for a reply from now on."""
        self._is_owed = True
        self._wait(FIRST_WORD_WITHIN_S, "reply_missing")

    def reconnected(self) -> None:
        """The connection was lost and is back: what was being answered got lost with it."""
        self._is_under_way = False
        self._connections += 1
        if self._connections > CONNECTIONS:
            self._given_up("connection_unsteady")
        elif self._is_owed and not self._is_pausing:
            self._lost("reply_lost_in_reconnect")

    def close(self) -> None:
        """The call is over."""
        self._is_closed = True
        self._is_owed = False
        self._stop_waiting()

    def _follow(self, event: Mapping[str, Any]) -> None:
        match event.get("type"):
            case "input_audio_buffer.speech_started" if self._is_under_way:
                self._wait(ENDS_WITHIN_S, _NO_END)
            case "input_audio_buffer.speech_started":
                self._stop_waiting()
            case "input_audio_buffer.committed":
                self.owe()
            case "response.created":
                self._is_under_way = True
                self._response = _response_id(event)
                self._wait(FIRST_WORD_WITHIN_S, "reply_missing")
            case "response.output_audio.delta" | "response.function_call_arguments.delta":
                self._wait(FIRST_WORD_WITHIN_S, "reply_stalled")
            case "response.output_item.done":
                self._wait(ENDS_WITHIN_S, _NO_END)
            case "response.done":
                self._done(event.get("response"))

    def _done(self, response: object) -> None:
        self._stop_waiting()
        self._is_under_way = False
        held = response if isinstance(response, Mapping) else {}
        if held.get("status") == "failed":
            self._lost(_error_code(held))
            return
        self._is_owed = False
        self._asked = 0

    def _late(self, code: str) -> None:
        if self._is_under_way:
            self._is_under_way = False
            if self._response is not None:
                self._let_go.add(self._response)
            self._release()
        if code == _NO_END:
            self._is_owed = False
        else:
            self._lost(code)

    def _lost(self, code: str) -> None:
        self._stop_waiting()
        if self._is_closed:
            return
        if self._asked == len(PAUSES_S):
            self._given_up(code)
            return
        pause_s = PAUSES_S[self._asked]
        self._asked += 1
        self._timer = self._later(pause_s, self._ask, code)
        self._is_pausing = True

    def _given_up(self, code: str) -> None:
        self._stop_waiting()
        if not self._is_closed:
            self._give_up(code)

    def _ask(self, code: str) -> None:
        self._is_pausing = False
        self._ask_again(code)
        self._wait(FIRST_WORD_WITHIN_S, "reply_missing")

    def _wait(self, seconds: float, code: str) -> None:
        self._stop_waiting()
        if not self._is_closed:
            self._timer = self._later(seconds, self._late, code)

    def _stop_waiting(self) -> None:
        self._is_pausing = False
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()


def _response_id(event: Mapping[str, Any]) -> str | None:
    response = event.get("response")
    found = response.get("id") if isinstance(response, Mapping) else event.get("response_id")
    return found if isinstance(found, str) else None


def _error_code(response: Mapping[str, Any]) -> str:
    details = response.get("status_details")
    error = details.get("error") if isinstance(details, Mapping) else None
    code = error.get("code") or error.get("type") if isinstance(error, Mapping) else None
    return str(code or "reply_failed")
