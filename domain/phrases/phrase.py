"""The occasions on which the service itself has the agent say something."""

from enum import StrEnum


class Phrase(StrEnum):
    """An occasion; behind it, the values its words need.

    *name* of LATE_JOINER may be left out or empty.
    """

    SILENCE_PROMPT = "silence_prompt"
    SILENCE_GOODBYE = "silence_goodbye"
    TIME_WARNING = "time_warning"
    """minutes: how many are left"""
    TIME_OVER = "time_over"
    WELCOME_BACK = "welcome_back"
    LATE_JOINER = "late_joiner"
    """name: of who joined"""
    BRIDGE = "bridge"
    BRIDGE_BACK = "bridge_back"
    TOOL_FILLER = "tool_filler"
    TOOL_STILL_WORKING = "tool_still_working"
    HANDOFF_TO_HUMAN = "handoff_to_human"
    HANDOFF_BACK = "handoff_back"
    REDIRECT = "redirect"
    END_FOR_CONTENT = "end_for_content"
    GOODBYE = "goodbye"
    VOICEMAIL_MESSAGE = "voicemail_message"
    RECORDING_NOTICE = "recording_notice"
    RECORDING_CONSENT = "recording_consent"
    LANGUAGE_SWITCHED = "language_switched"
    LANGUAGE_REFUSED = "language_refused"
    CALL_FAILED = "call_failed"
