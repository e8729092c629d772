"""Two callers and an agent in one room."""

from entrypoints.bootstrap.scripted_calls import Hears, Joins, Leaves, Says, Waits
from entrypoints.cli.demo.evidence import Evidence
from entrypoints.cli.demo.scenarios.common import reception
from entrypoints.cli.demo.scenarios.scenario import Check, PlannedCall, Scenario

_SAID_BY = {
    "appointment": "anna",
    "which day": "sarah",
    "monday": "anna",
    "miller": "sarah",
}
_HEARD_S = 1.0
_SARAH_SPEAKS = 2


def _attributed(seen: Evidence) -> str | None:
    turns = seen.calls[0].said("caller")
    for words, who in _SAID_BY.items():
        by = [turn["participant"] for turn in turns if words in turn["text"].lower()]
        if by != [who]:
            return f"{words!r} is by {by}, and {who} said it"
    return None


def _stays_out(seen: Evidence) -> str | None:
    anna = seen.calls[0].heard_by("anna")
    if len(anna.others) < _SARAH_SPEAKS:
        return f"anna heard sarah {len(anna.others)} times"
    spoke = anna.agent_between(anna.others[0].start_ms, anna.others[-1].start_ms)
    return None if not spoke else f"it spoke for {spoke} ms"


def _answers_when_named(seen: Evidence) -> str | None:
    anna = seen.calls[0].heard_by("anna")
    if not anna.others:
        return "anna did not hear it being named"
    named = anna.others[-1].end_ms
    return None if anna.agent_between(named, anna.duration_ms) else "it stayed silent"


def _heard_by_both(seen: Evidence) -> str | None:
    for who in ("anna", "sarah"):
        seconds = sum(stretch.ms for stretch in seen.calls[0].heard_by(who).agent) / 1000
        if seconds < _HEARD_S:
            return f"{who} heard {seconds:.1f} s of it"
    return None


def _welcomes(seen: Evidence) -> str | None:
    said = seen.calls[0].text_of("agent")
    return None if "welcome to the call" in said else f"it said {said!r}"


GROUP = Scenario(
    name="group",
    title="two callers in one room: the agent knows who said what, and speaks when it is named",
    calls=(
        PlannedCall(
            agent=reception(
                "Group",
                group={"answer": "addressed", "names": ["Robin"], "greetLateJoiners": True},
            ),
            script=(
                Joins(who="anna"),
                Hears(who="anna"),
                Says(who="anna", text="I would like to make an appointment."),
                Hears(who="anna"),
                Joins(who="sarah"),
                Hears(who="anna"),
                Says(who="sarah", text="Hello Anna, which day is good for you?"),
                Waits(seconds=1.0),
                Says(who="anna", text="I think that Monday would be good for both of us."),
                Waits(seconds=3.0),
                Says(who="sarah", text="Robin, my name is Sarah Miller."),
                Hears(who="anna"),
                Leaves(who="sarah"),
                Leaves(who="anna"),
            ),
        ),
    ),
    checks=(
        Check(sentence="each turn is stored as whose it is", instead=_attributed),
        Check(sentence="the agent welcomes who comes later", instead=_welcomes),
        Check(sentence="it stays out of what they say to each other", instead=_stays_out),
        Check(sentence="it answers when it is named", instead=_answers_when_named),
        Check(sentence="both hear it", instead=_heard_by_both),
    ),
)
