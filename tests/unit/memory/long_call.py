"""A call of sixty minutes, in turns: much small talk, and now and then something that matters."""

import json
from collections.abc import Iterator
from random import Random

from domain.ids import TurnId, VoiceSessionId
from domain.language import Language
from domain.transcript import Role, Turn

SESSION = VoiceSessionId("ses_long")
MINUTES = 60

_CALLER = [
    "Yes, that sounds about right to me.",
    "Hm, let me think about it for a moment, I am not entirely sure about that yet.",
    "My colleague usually takes care of that, but he is on holiday this week.",
    "Okay, go on please, I am listening.",
    "We have been using the old model for a while and people are rather happy with it.",
    "It rained all morning here, so nobody has gone outside.",
    "Can you tell me a bit more about the {thing}?",
    "I would like to hear more about the {thing} later.",
    "The {thing} in the old office is nearly broken, to be honest.",
]
_THINGS = [
    "colours",
    "wheels",
    "lamps",
    "legs",
    "drawers",
    "shelves",
    "mats",
    "screens",
    "doors",
    "cables",
    "arms",
    "hooks",
]
_AGENT = [
    "Certainly. The {thing} come in oak, beech and white, and all of them can be combined.",
    "I understand. Many customers feel the same, and the fabric is easy to clean as well.",
    "Let me explain how the service works in general before we go on with the rest.",
    "Of course, take your time.",
    "That is a good question, and it mostly depends on the size of the room.",
]

PLANTED: dict[int, tuple[str, str]] = {
    0: ("c", "Hello, I would like to furnish our new office in Graz."),
    3: ("c", "My name is Sarah Miller."),
    4: ("t", 'record_contact {"field": "name"} -> {"ok": true, "value": "Sarah Miller"}'),
    5: ("t", 'confirm_contact {"field": "name", "token": "x"} -> {"ok": true}'),
    40: ("c", "Our order number is 48213."),
    41: ("t", 'look_up_order {"id": "48213"} -> {"ok": true, "data": {"state": "in customs"}}'),
    95: ("c", "There will be 14 people in the big room."),
    150: ("c", "I prefer a delivery in the morning."),
    200: ("a", "The desks are 480 euros each including assembly."),
    240: ("a", "We will send you the drawings by e-mail tomorrow."),
    300: ("t", 'record_contact {"field": "email"} -> {"ok": true, "value": "s@wrong.com"}'),
    301: ("t", 'decline_contact {"field": "email"} -> {"ok": true}'),
    310: ("t", 'record_contact {"field": "email"} -> {"ok": true, "value": "sarah@example.com"}'),
    311: ("t", 'confirm_contact {"field": "email", "token": "x"} -> {"ok": true}'),
    360: ("c", "Ich möchte lieber auf Deutsch weitermachen, mein Englisch reicht nicht."),
    420: ("c", "Rufen Sie mich bitte am Dienstag an."),
    480: ("c", "Unsere Lieferadresse ist Hauptstraße 7 in Graz."),
    520: ("c", "Unsere Lieferadresse ist Bahnhofstraße 12 in Graz."),
    560: ("c", "Eigentlich brauchen wir die Tische erst im März."),
    600: ("c", "Meine Kreditkarte hat die Nummer 4111 1111 1111 1111."),
}
MATTERS = (
    "furnish our new office in Graz",
    "name (confirmed): Sarah Miller",
    "email (confirmed): sarah@example.com",
    "Our order number is 48213",
    "in customs",
    "14 people in the big room",
    "I prefer a delivery in the morning",
    "480 euros each",
    "send you the drawings",
    "en, de",
    "Rufen Sie mich bitte am Dienstag an",
    "Bahnhofstraße 12",
    "erst im März",
)
GONE = ("s@wrong.com", "Hauptstraße 7", "4111")


def long_call(*, count: int = 700, seed: int = 7) -> Iterator[Turn]:
    """About *count* turns, evenly over the hour; the tools' turns come between the others."""
    chance = Random(seed)
    roles = {"c": Role.CALLER, "a": Role.AGENT, "t": Role.TOOL}
    for number in range(count):
        usual = ("c", chance.choice(_CALLER)) if number % 2 else ("a", chance.choice(_AGENT))
        who, text = PLANTED.get(number, usual)
        text = text if number in PLANTED else text.format(thing=chance.choice(_THINGS))
        at_ms = number * MINUTES * 60_000 // count
        yield Turn(
            id=TurnId(f"{SESSION}:{number}"),
            session_id=SESSION,
            role=roles[who],
            text=text,
            start_ms=at_ms,
            end_ms=at_ms + 3000,
            language=Language("de" if number >= 360 else "en") if who == "c" else None,
        )


def lookup(number: int) -> str:
    """The text of a tool's turn that looks something up."""
    return f"look_up_{number} {json.dumps({'n': number})} -> {json.dumps({'ok': True})}"
