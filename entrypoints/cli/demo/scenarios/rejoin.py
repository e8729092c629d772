"""A caller's connection drops, and they come back."""

from entrypoints.bootstrap.scripted_calls import Hears, Joins, Leaves, Says, Waits
from entrypoints.cli.demo.evidence import Evidence
from entrypoints.cli.demo.scenarios.common import ends_with, reception
from entrypoints.cli.demo.scenarios.scenario import Check, PlannedCall, Scenario

_WELCOMES_WITHIN_MS = 4000
_BEFORE = "I would like to make an appointment."
_AFTER = "My name is Sarah Miller."


def _remembers_both(seen: Evidence) -> str | None:
    said = seen.calls[0].text_of("caller")
    return None if "appointment" in said and "miller" in said else f"the caller said {said!r}"


def _welcomes(seen: Evidence) -> str | None:
    back = seen.calls[0].last_ear
    first = back.first_audio_ms
    if first is None or (back.caller and first > back.caller[0].start_ms):
        return "it waited for the caller to speak"
    return None if first <= _WELCOMES_WITHIN_MS else f"it spoke after {first} ms"


def _greets_once(seen: Evidence) -> str | None:
    greetings = seen.calls[0].text_of("agent").count("how can i help you")
    return None if greetings == 1 else f"it asked {greetings} times how it can help"


def _goes_on(seen: Evidence) -> str | None:
    told = seen.calls[0].report.heard[-1:]
    text = told[0].text.lower() if told else ""
    return None if "miller" in text or "right" in text else f"the last it said is {text!r}"


REJOIN = Scenario(
    name="rejoin",
    title="a caller who drops out and comes back is in the same conversation",
    calls=(
        PlannedCall(
            agent=reception("Rejoin", limits={"rejoinGraceS": 8}),
            script=(
                Joins(),
                Hears(),
                Says(text=_BEFORE),
                Hears(),
                Leaves(),
                Waits(seconds=2.5),
                Joins(),
                Hears(),
                Says(text=_AFTER),
                Hears(),
                Leaves(),
            ),
        ),
    ),
    checks=(
        Check(sentence="one transcript holds both parts of the call", instead=_remembers_both),
        Check(sentence="the agent welcomes the caller back by itself", instead=_welcomes),
        Check(sentence="and does not begin from the beginning", instead=_greets_once),
        Check(sentence="the conversation goes on where it was", instead=_goes_on),
        ends_with("participant_left"),
    ),
)
