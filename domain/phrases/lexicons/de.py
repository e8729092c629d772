"""German."""

from collections.abc import Mapping

from domain.phrases.phrase import Phrase

MINUTES = ("eine Minute", "{minutes} Minuten")

PHRASES: Mapping[Phrase, tuple[str, ...]] = {
    Phrase.SILENCE_PROMPT: (
        "Sind Sie noch da?",
        "Hallo? Ich höre Sie gerade nicht.",
        "Ich bin noch da, falls Sie mich brauchen. Können Sie mich hören?",
    ),
    Phrase.SILENCE_GOODBYE: (
        "Ich höre Sie nicht mehr und lege jetzt auf. Rufen Sie gern wieder an. Auf Wiederhören!",
    ),
    Phrase.TIME_WARNING: ("Nur zur Information: Wir haben noch etwa {minutes} Zeit.",),
    Phrase.TIME_OVER: (
        "Es tut mir leid, unsere Zeit ist um, und ich muss jetzt auflegen. Auf Wiederhören!",
    ),
    Phrase.WELCOME_BACK: ("Da sind Sie ja wieder! Machen wir weiter, wo wir waren.",),
    Phrase.LATE_JOINER: ("Hallo, willkommen im Gespräch.", "Hallo {name}, willkommen im Gespräch."),
    Phrase.BRIDGE: ("Einen Moment bitte, ich habe gerade ein Problem mit der Verbindung.",),
    Phrase.BRIDGE_BACK: ("Danke fürs Warten, ich bin wieder da. Was haben Sie zuletzt gesagt?",),
    Phrase.TOOL_FILLER: (
        "Einen Moment, ich schaue nach.",
        "Das prüfe ich kurz.",
        "Eine Sekunde, bitte.",
    ),
    Phrase.TOOL_STILL_WORKING: (
        "Es dauert ein bisschen länger, einen Moment noch bitte.",
        "Ich bin noch dran, danke für Ihre Geduld.",
    ),
    Phrase.HANDOFF_TO_HUMAN: (
        "Ich verbinde Sie jetzt mit jemandem aus unserem Team. Einen Moment, bitte.",
    ),
    Phrase.HANDOFF_BACK: ("Ich bin wieder für Sie da. Wie kann ich helfen?",),
    Phrase.REDIRECT: (
        "Darauf möchte ich nicht eingehen. Wie kann ich Ihnen bei Ihrem Anliegen helfen?",
        "Bleiben wir bitte beim Thema. Was kann ich für Sie tun?",
    ),
    Phrase.END_FOR_CONTENT: (
        "So kann ich das Gespräch nicht fortsetzen, deshalb beende ich es jetzt.",
    ),
    Phrase.GOODBYE: ("Danke für Ihren Anruf. Auf Wiederhören!",),
    Phrase.VOICEMAIL_MESSAGE: (
        "Hallo, ich wollte Sie gern sprechen. Ich versuche es ein andermal wieder. Bis dann!",
        "Hallo, hier ist {name}. Ich wollte Sie gern sprechen und melde mich wieder. Bis dann!",
    ),
    Phrase.RECORDING_NOTICE: ("Bevor wir anfangen: Dieses Gespräch wird aufgezeichnet.",),
    Phrase.RECORDING_CONSENT: (
        "Bevor wir anfangen: Ist es in Ordnung, wenn ich das Gespräch aufzeichne?",
    ),
    Phrase.LANGUAGE_SWITCHED: ("Natürlich, sprechen wir Deutsch.",),
    Phrase.LANGUAGE_REFUSED: (
        "Tut mir leid, diese Sprache spreche ich nicht. Können wir auf Deutsch weitermachen?",
    ),
    Phrase.CALL_FAILED: (
        "Es tut mir leid, bei uns hakt etwas. Bitte rufen Sie später noch einmal an.",
    ),
}
