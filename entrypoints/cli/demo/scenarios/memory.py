"""A caller who calls again, and one who has never called."""

from entrypoints.bootstrap.scripted_calls import Hears, Joins, Leaves, Says, Waits
from entrypoints.cli.demo.evidence import Evidence
from entrypoints.cli.demo.scenarios.common import reception
from entrypoints.cli.demo.scenarios.scenario import Check, PlannedCall, Scenario

_REMEMBERED_WITHIN_S = 8.0
"""Calls are read a few seconds after they have ended, by another process."""
_AGENT = reception(
    "Memory",
    greeting="Hello {{caller.name | there}}, this is Northwind Dental. How can I help you?",
)
_ASKS = (Says(text="Do you remember me?"), Hears(), Leaves())


def _greets_by_name(seen: Evidence) -> str | None:
    first = seen.calls[1].said("agent")[:1]
    text = first[0]["text"] if first else ""
    return None if "sarah" in text.lower() else f"it said {text!r}"


def _knows_them(seen: Evidence) -> str | None:
    said = seen.calls[1].text_of("agent")
    return None if said.count("sarah miller") > 1 else f"it said {said!r}"


def _is_noted(seen: Evidence) -> str | None:
    notes = seen.calls[1].text_of("system")
    return None if "notes on the caller were found" in notes else f"the notes are {notes!r}"


def _did_not_know_before(seen: Evidence) -> str | None:
    first = seen.calls[0].said("agent")[:1]
    if not first:
        return "it said nothing at all"
    text = first[0]["text"]
    return None if "sarah" not in text.lower() else f"it said {text!r}"


def _strangers_learn_nothing(seen: Evidence) -> str | None:
    asked = seen.calls[2].text_of("caller")
    said = seen.calls[2].text_of("agent")
    if "remember" not in asked or not said:
        return f"the caller said {asked!r}, it said {said!r}"
    return f"it said {said!r}" if "sarah" in said or "miller" in said else None


MEMORY = Scenario(
    name="memory",
    title="a caller tells their name, calls again and is known; somebody else is not",
    calls=(
        PlannedCall(
            agent=_AGENT,
            user_id="sarah",
            script=(
                Joins(),
                Hears(),
                Says(text="I would like to make an appointment."),
                Hears(),
                Says(text="My name is Sarah Miller."),
                Hears(),
                Says(text="Yes, that is correct."),
                Hears(),
                Leaves(),
            ),
        ),
        PlannedCall(
            agent=_AGENT,
            user_id="sarah",
            script=(Waits(seconds=_REMEMBERED_WITHIN_S), Joins(), Hears(), *_ASKS),
        ),
        PlannedCall(agent=_AGENT, user_id="robert", script=(Joins(), Hears(), *_ASKS)),
    ),
    checks=(
        Check(sentence="the first call begins without knowing", instead=_did_not_know_before),
        Check(sentence="the second call greets the caller by name", instead=_greets_by_name),
        Check(sentence="the agent knows who calls", instead=_knows_them),
        Check(sentence="the transcript notes that there were notes", instead=_is_noted),
        Check(sentence="another caller learns nothing of it", instead=_strangers_learn_nothing),
    ),
)
