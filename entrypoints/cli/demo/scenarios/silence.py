"""A caller falls silent."""

from entrypoints.bootstrap.scripted_calls import Hears, Joins, Says, SeesAgentLeave
from entrypoints.cli.demo.evidence import Evidence
from entrypoints.cli.demo.scenarios.common import ends_with, reception
from entrypoints.cli.demo.scenarios.scenario import Check, PlannedCall, Scenario

_PATIENCE_S = 3
_LATEST_MS = 5500
"""Its patience, what it takes to notice, and to begin to speak."""


def _asks_in_time(seen: Evidence) -> str | None:
    ear = seen.calls[0].ear
    last_said = ear.caller[-1].end_ms if ear.caller else 0
    waits = [pause.ms for pause in ear.silences if pause.start_ms > last_said]
    if len(waits) < 3:
        return f"it broke {len(waits)} silences"
    if min(waits) < (_PATIENCE_S - 1) * 1000:
        return f"it waited for {min(waits)} ms only"
    return None if max(waits) <= _LATEST_MS else f"it let {max(waits)} ms of silence pass"


def _asks_twice(seen: Evidence) -> str | None:
    said = seen.calls[0].text_of("agent")
    missing = [words for words in ("still there", "hear you at the moment") if words not in said]
    return f"nowhere did it say {missing[0]!r}" if missing else None


def _says_goodbye(seen: Evidence) -> str | None:
    turns = seen.calls[0].said("agent")
    last = turns[-1]["text"] if turns else ""
    return None if "goodbye" in last.lower() else f"its last words are {last!r}"


SILENCE = Scenario(
    name="silence",
    title="when the caller falls silent the agent asks twice, says goodbye and hangs up",
    calls=(
        PlannedCall(
            agent=reception(
                "Silence",
                silence={"promptAfterS": _PATIENCE_S, "prompts": 2, "endAfterS": _PATIENCE_S},
            ),
            script=(
                Joins(),
                Hears(),
                Says(text="I would like to make an appointment."),
                Hears(),
                Hears(),
                Hears(),
                Hears(),
                SeesAgentLeave(),
            ),
        ),
    ),
    checks=(
        Check(sentence="the agent asks whether anybody is there, twice", instead=_asks_twice),
        Check(sentence="no silence is longer than its patience", instead=_asks_in_time),
        Check(sentence="it says goodbye before it hangs up", instead=_says_goodbye),
        ends_with("caller_silent"),
    ),
)
