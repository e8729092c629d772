"""What must be true of a demo that worked."""

from entrypoints.bootstrap.calling import Persona, audible_seconds
from entrypoints.cli.demo.failure import DemoFailedError
from entrypoints.cli.demo.outcome import Outcome

_TURNS_PER_SIDE = 4


def check(outcome: Outcome, persona: Persona) -> None:
    """Raises DemoFailedError naming the first thing that did not work."""
    _check_session(outcome)
    _check_conversation(outcome)
    _check_audio(outcome)
    _check_lead(outcome, persona)
    _check_crm(outcome)


def _check_session(outcome: Outcome) -> None:
    status = outcome.session["status"]
    if status != "ended":
        raise DemoFailedError(f"end of call: the session is {status}, not ended")
    if outcome.session["closeReason"] == "error":
        raise DemoFailedError("end of call: the session ended with an error")


def _check_conversation(outcome: Outcome) -> None:
    for role in ("caller", "agent"):
        stored = len(outcome.spoken(role))
        if stored < _TURNS_PER_SIDE:
            raise DemoFailedError(
                f"transcript: {stored} turns of the {role} are stored,"
                f" at least {_TURNS_PER_SIDE} were expected"
            )


def _check_audio(outcome: Outcome) -> None:
    if outcome.report.first_audio_ms is None or not outcome.report.gaps_ms:
        raise DemoFailedError("agent audio: the caller heard nothing")
    if outcome.report.recording is None:
        raise DemoFailedError("recording: there is none")
    for side, seconds in audible_seconds(outcome.report.recording).items():
        if seconds < _TURNS_PER_SIDE:
            raise DemoFailedError(f"recording: only {seconds:.1f} s of the {side} can be heard")


def _check_lead(outcome: Outcome, persona: Persona) -> None:
    facts = persona.facts
    for name, spoken in (("name", facts.name), ("email", facts.email), ("phone", facts.phone)):
        captured = outcome.value_of(name)
        if captured != spoken:
            raise DemoFailedError(
                f"lead: the caller's {name} is {spoken!r}, and {captured!r} was captured"
            )


def _check_crm(outcome: Outcome) -> None:
    notes = [note for entry in outcome.crm for note in entry["notes"]]
    if len(outcome.crm) != 1 or len(notes) != 1:
        raise DemoFailedError(
            f"CRM: {len(outcome.crm)} contacts and {len(notes)} notes came of the call, not one"
        )
    for name in ("name", "email", "phone"):
        if outcome.crm[0][name] != outcome.value_of(name):
            raise DemoFailedError(f"CRM: the contact's {name} is not the lead's")
