"""A caller speaks over the agent, and coughs while it speaks."""

from entrypoints.bootstrap.scripted_calls import Coughs, Hears, Interrupts, Joins, Leaves, Says
from entrypoints.cli.demo.evidence import Evidence
from entrypoints.cli.demo.scenarios.common import reception
from entrypoints.cli.demo.scenarios.scenario import Check, PlannedCall, Scenario

_STOPS_WITHIN_MS = 300
_GOES_ON_FOR_MS = 1500
_LONG_GREETING = (
    "Hello, this is Northwind Dental. We are open from Monday to Friday, from eight in the"
    " morning until six in the evening, and on Saturdays by appointment. You can reach us by"
    " phone and by e-mail. How can I help you?"
)
_NEED = "Okay, but I would like to make an appointment."


def _stops(seen: Evidence) -> str | None:
    overlaps = [one.ms for one in seen.calls[0].barge_ins]
    if not overlaps:
        return "nobody was heard speaking over the agent"
    return None if max(overlaps) <= _STOPS_WITHIN_MS else f"it spoke on for {max(overlaps)} ms"


def _keeps_what_was_heard(seen: Evidence) -> str | None:
    turn = next(iter(seen.calls[0].said("agent")), None)
    if turn is None or not turn["interrupted"]:
        return "its first turn is not marked"
    shorter = len(turn["text"]) < len(turn["planned"] or "")
    return None if shorter else f"{turn['text']!r} was planned as {turn['planned']!r}"


def _answers(seen: Evidence) -> str | None:
    said = seen.calls[0].text_of("agent")
    return None if "name" in said else f"it said {said!r}"


def _goes_on(seen: Evidence) -> str | None:
    heard = [one.ms for one in seen.calls[1].coughs]
    if not heard:
        return "no cough was heard while it spoke"
    if any(turn["interrupted"] for turn in seen.calls[1].said("agent")):
        return "a turn is marked as interrupted"
    return None if min(heard) >= _GOES_ON_FOR_MS else f"it spoke on for {min(heard)} ms only"


def _cough_interrupts(seen: Evidence) -> str | None:
    heard = [one.ms for one in seen.calls[2].coughs]
    if not heard:
        return "no cough was heard while it spoke"
    return None if max(heard) < _GOES_ON_FOR_MS else f"it spoke on for {max(heard)} ms"


INTERRUPTION = Scenario(
    name="interruption",
    title="a caller who speaks over the agent is heard at once, a cough is not taken for one",
    calls=(
        PlannedCall(
            agent=reception("Every sound interrupts", greeting=_LONG_GREETING),
            script=(
                Joins(),
                Interrupts(text=_NEED, after_s=2.5),
                Hears(),
                Says(text="My name is Sarah Miller."),
                Hears(),
                Leaves(),
            ),
        ),
        PlannedCall(
            agent=reception(
                "Words interrupt", greeting=_LONG_GREETING, turnTaking={"bargeInAfterMs": 300}
            ),
            script=(Joins(), Coughs(after_s=2.5), Hears(), Says(text=_NEED), Hears(), Leaves()),
        ),
        PlannedCall(
            agent=reception("Every sound interrupts", greeting=_LONG_GREETING),
            script=(Joins(), Coughs(after_s=2.5), Hears(), Leaves()),
        ),
    ),
    checks=(
        Check(
            sentence=f"a barge-in silences the agent within {_STOPS_WITHIN_MS} ms at the ear",
            instead=_stops,
        ),
        Check(
            sentence="the transcript keeps what was heard of an interrupted turn",
            instead=_keeps_what_was_heard,
        ),
        Check(sentence="the agent answers what it was interrupted with", instead=_answers),
        Check(sentence="a cough does not end a turn where only words may", instead=_goes_on),
        Check(sentence="the same cough ends it where every sound may", instead=_cough_interrupts),
    ),
)
