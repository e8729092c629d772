"""English."""

from collections.abc import Mapping

from domain.phrases.phrase import Phrase

MINUTES = ("one minute", "{minutes} minutes")

PHRASES: Mapping[Phrase, tuple[str, ...]] = {
    Phrase.SILENCE_PROMPT: (
        "Are you still there?",
        "Hello? I can't hear you at the moment.",
        "I'm still here if you need me. Can you hear me?",
    ),
    Phrase.SILENCE_GOODBYE: (
        "I can't hear you any more, so I'll hang up now. Feel free to call again. Goodbye!",
    ),
    Phrase.TIME_WARNING: ("Just so you know, we have about {minutes} left on this call.",),
    Phrase.TIME_OVER: ("I'm sorry, our time is up and I have to end the call. Goodbye!",),
    Phrase.WELCOME_BACK: ("Welcome back! Let's go on where we stopped.",),
    Phrase.LATE_JOINER: ("Hello, and welcome to the call.", "Hello {name}, welcome to the call."),
    Phrase.BRIDGE: ("One moment please, I have a problem with the connection.",),
    Phrase.BRIDGE_BACK: ("Thanks for waiting, I'm back. What did you say last?",),
    Phrase.TOOL_FILLER: (
        "One moment, I'm checking that.",
        "Let me look that up.",
        "Give me a second, please.",
    ),
    Phrase.TOOL_STILL_WORKING: (
        "This is taking a little longer, please bear with me.",
        "Still working on it, thanks for your patience.",
    ),
    Phrase.HANDOFF_TO_HUMAN: ("I'm putting you through to a colleague now. One moment, please.",),
    Phrase.HANDOFF_BACK: ("I'm back with you. How can I help?",),
    Phrase.REDIRECT: (
        "I'd rather not go into that. How can I help you with the reason for your call?",
        "Let's stay on topic, please. What can I do for you?",
    ),
    Phrase.END_FOR_CONTENT: ("I can't continue this conversation, so I'm ending the call now.",),
    Phrase.GOODBYE: ("Thank you for calling. Goodbye!",),
    Phrase.VOICEMAIL_MESSAGE: (
        "Hello, I was hoping to reach you and will try again another time. Goodbye!",
        "Hello, this is {name}. I was hoping to reach you and will try again later. Goodbye!",
    ),
    Phrase.RECORDING_NOTICE: ("Before we start: this call is being recorded.",),
    Phrase.RECORDING_CONSENT: ("Before we start: is it all right with you if I record this call?",),
    Phrase.LANGUAGE_SWITCHED: ("Of course, let's speak English.",),
    Phrase.LANGUAGE_REFUSED: ("I'm sorry, I don't speak that language. Can we go on in English?",),
    Phrase.CALL_FAILED: ("I'm sorry, something went wrong on our side. Please call again later.",),
}
