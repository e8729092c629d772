"""What the agent is to say next: asked for, watched until it comes, asked for again."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from adapters.livekit.last_words import WORDS_LOST
from adapters.livekit.reply_watch import Later, ReplyWatch, on_the_loop

_TURN_TAKEN = "input_audio_buffer.committed"


class AsksForReplies(Protocol):
    """Asks the model for a reply, following *instructions* beside the agent's own."""

    def reply(self, instructions: str | None) -> None: ...


class WantedReplies:
    """A reply that got lost is asked for again with the instructions that it had.

    While *holds_back* says so, nobody expects a reply to what was said. *tell* is told a code when
    something went wrong, *end* when that ends the call; *release* is ReplyWatch's.
    """

    def __init__(
        self,
        *,
        tell: Callable[[str], None],
        end: Callable[[str], None],
        release: Callable[[], None],
        holds_back: Callable[[], bool],
        later: Later = on_the_loop,
    ) -> None:
        self._tell = tell
        self._end = end
        self._holds_back = holds_back
        self._wanted: str | None = None
        self._speech: AsksForReplies | None = None
        self._watch = ReplyWatch(
            ask_again=self._ask_again, give_up=self._give_up, release=release, later=later
        )

    def by(self, speech: AsksForReplies) -> None:
        """From now on replies are asked for there."""
        self._speech = speech

    def want(self, instructions: str | None) -> None:
        """Have the agent take its turn."""
        self._wanted = instructions
        self._watch.owe()
        self._ask()

    def want_for_tool(self) -> None:
        """Have the agent speak of what a tool has brought."""
        if not self._holds_back():
            self.want(None)

    def expect_for_tool(self) -> None:
        """The framework asks for a reply to a tool's result by itself: see that it comes."""
        if not self._holds_back():
            self._wanted = None
            self._watch.owe()

    def follow(self, event: Mapping[str, Any]) -> None:
        """Take one raw server event."""
        is_turn = event.get("type") == _TURN_TAKEN
        if is_turn:
            self._wanted = None
        if not (is_turn and self._holds_back()):
            self._watch.follow(event)

    def reconnected(self, *, lacks_words: bool) -> None:
        """The connection is back; *lacks_words*: what was said last got lost with it."""
        if lacks_words:
            self._wanted = WORDS_LOST
        self._watch.reconnected()

    def close(self) -> None:
        """The call is over."""
        self._watch.close()

    def _ask_again(self, code: str) -> None:
        self._tell(code)
        self._ask()

    def _ask(self) -> None:
        if self._speech is not None:
            self._speech.reply(self._wanted)

    def _give_up(self, code: str) -> None:
        self._tell("replies_given_up")
        self._end(code)
