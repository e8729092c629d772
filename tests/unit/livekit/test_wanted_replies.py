"""What is asked for again when a reply got lost."""

import pytest

from adapters.livekit.last_words import WORDS_LOST
from adapters.livekit.reply_watch import FIRST_WORD_WITHIN_S, PAUSES_S
from adapters.livekit.wanted_replies import WantedReplies
from tests.unit.livekit.alarms import Alarms

LOST_S = FIRST_WORD_WITHIN_S + PAUSES_S[0] + 0.1


class Conversation:
    """A model that answers nothing, and what it was asked for."""

    def __init__(self) -> None:
        self.alarms = Alarms()
        self.asked: list[str | None] = []
        self.told: list[str] = []
        self.ended: list[str] = []
        self.holds_back = False
        self.replies = WantedReplies(
            tell=self.told.append,
            end=self.ended.append,
            release=lambda: None,
            holds_back=lambda: self.holds_back,
            later=self.alarms.later,
        )
        self.replies.by(self)

    def reply(self, instructions: str | None) -> None:
        self.asked.append(instructions)


@pytest.fixture
def conversation() -> Conversation:
    return Conversation()


def test_a_lost_reply_is_asked_for_with_the_instructions_it_had(conversation: Conversation) -> None:
    conversation.replies.want("Say hello.")
    conversation.alarms.advance(LOST_S)
    assert conversation.asked == ["Say hello.", "Say hello."]
    assert conversation.told == ["reply_missing"]


def test_a_reply_to_a_tool_that_never_comes_is_asked_for(conversation: Conversation) -> None:
    conversation.replies.want("Say hello.")
    conversation.replies.follow({"type": "response.done", "response": {"status": "completed"}})
    conversation.replies.expect_for_tool()
    assert conversation.asked == ["Say hello."]
    conversation.alarms.advance(LOST_S)
    assert conversation.asked == ["Say hello.", None]


def test_what_a_tool_brought_late_is_told_and_watched(conversation: Conversation) -> None:
    conversation.replies.want_for_tool()
    conversation.alarms.advance(LOST_S)
    assert conversation.asked == [None, None]


def test_nobody_waits_for_an_agent_that_holds_back(conversation: Conversation) -> None:
    conversation.holds_back = True
    conversation.replies.want_for_tool()
    conversation.replies.expect_for_tool()
    conversation.replies.follow({"type": "input_audio_buffer.committed"})
    conversation.alarms.advance(60)
    assert conversation.asked == []


def test_words_that_got_lost_are_asked_for(conversation: Conversation) -> None:
    conversation.replies.follow({"type": "input_audio_buffer.committed"})
    conversation.replies.reconnected(lacks_words=True)
    conversation.alarms.advance(PAUSES_S[0] + 0.1)
    assert conversation.asked == [WORDS_LOST]


def test_an_agent_that_never_answers_ends_the_call(conversation: Conversation) -> None:
    conversation.replies.want(None)
    conversation.alarms.advance(120)
    assert conversation.ended == ["reply_missing"]
    assert conversation.told[-1] == "replies_given_up"


def test_after_the_call_nothing_is_asked_for(conversation: Conversation) -> None:
    conversation.replies.want(None)
    conversation.replies.close()
    conversation.alarms.advance(120)
    assert conversation.asked == [None]
