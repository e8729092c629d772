"""A tool that takes its time while the caller waits."""

from entrypoints.bootstrap.scripted_calls import Hears, Joins, Leaves, Says
from entrypoints.cli.demo.desk import ANSWERS_AFTER_S, DESK
from entrypoints.cli.demo.evidence import Evidence
from entrypoints.cli.demo.scenarios.common import reception
from entrypoints.cli.demo.scenarios.scenario import Check, PlannedCall, Scenario

_FILLER = "One moment, I am looking at the calendar."
_FILLER_WITHIN_MS = 2000
"""After the tool has begun: a bit more than a second of patience, and the time to begin."""
_NEVER_SILENT_MS = 4000
"""Hearing the caller out comes on top, which a busy machine takes its time for."""
_TOOL = {
    "name": "next_free_appointment",
    "description": "When the next free appointment is.",
    "url": f"{DESK}/next-free",
    "timeoutS": 10,
    "filler": _FILLER,
}


def _asks(seen: Evidence) -> str | None:
    paths = [one.path for one in seen.asked]
    return None if paths == ["/next-free"] else f"it was asked {paths}"


def _bridges(seen: Evidence) -> str | None:
    call = seen.calls[0]
    began = [turn["startMs"] for turn in call.said("tool") if "next_free" in turn["text"]]
    fillers = [turn["startMs"] for turn in call.said("agent") if "calendar" in turn["text"]]
    if not began or not fillers:
        return f"it said {call.text_of('agent')!r}"
    waited = fillers[0] - began[0]
    return None if waited <= _FILLER_WITHIN_MS else f"the tool worked for {waited} ms by then"


def _never_silent(seen: Evidence) -> str | None:
    ear = seen.calls[0].ear
    if not ear.agent:
        return "the agent was not heard"
    longest = ear.longest_silence_ms
    return None if longest <= _NEVER_SILENT_MS else f"there were {longest} ms of silence"


def _tells(seen: Evidence) -> str | None:
    said = seen.calls[0].text_of("agent")
    return None if "monday" in said else f"it said {said!r}"


def _is_written_down(seen: Evidence) -> str | None:
    turns = [turn for turn in seen.calls[0].said("tool") if "next_free" in turn["text"]]
    if not turns:
        return "there is no turn of the tool"
    took = turns[0]["endMs"] - turns[0]["startMs"]
    return None if took >= ANSWERS_AFTER_S * 1000 else f"by the transcript it took {took} ms"


SLOW_TOOL = Scenario(
    name="slow-tool",
    title=f"a tool takes {ANSWERS_AFTER_S:.0f} s, and the caller is not left in silence",
    calls=(
        PlannedCall(
            agent=reception("Slow tool", httpTools=[_TOOL]),
            script=(
                Joins(),
                Hears(),
                Says(text="When is the next free appointment?"),
                Hears(),
                Hears(),
                Leaves(),
            ),
        ),
    ),
    checks=(
        Check(sentence="the tool is asked once, over HTTP", instead=_asks),
        Check(sentence="the caller hears that it takes a moment", instead=_bridges),
        Check(sentence="there is no long silence", instead=_never_silent),
        Check(sentence="the caller is told what the tool found", instead=_tells),
        Check(sentence="the transcript has the tool's turn", instead=_is_written_down),
    ),
)
