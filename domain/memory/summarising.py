"""A call in two lines, by rules alone."""

from domain.lead import FieldStatus, Lead
from domain.memory.keeping import may_be_written_down
from domain.memory.matter import matter
from domain.transcript import Role, Transcript
from domain.voice_session import CloseReason

MADE_BY = "rules/1"

_LEFT = (FieldStatus.CONFIRMED, FieldStatus.SPELLED, FieldStatus.STATED)
_ENDINGS = {
    CloseReason.PARTICIPANT_LEFT: "the caller hung up",
    CloseReason.CALLER_GOODBYE: "the caller said goodbye",
    CloseReason.TASK_COMPLETED: "all was said",
    CloseReason.CALLER_SILENT: "the caller fell silent",
    CloseReason.TIME_LIMIT: "time was up",
    CloseReason.USER_INITIATED: "it was ended from outside",
    CloseReason.ANSWERING_MACHINE: "a machine had answered",
    CloseReason.CONTENT_POLICY: "it was ended for what was said",
}


def summary_text(transcript: Transcript, lead: Lead | None, reason: CloseReason | None) -> str:
    """What the caller asked first, in their words; what they left, and how it ended.

    Contact details are named by kind, without their values.
    """
    return f"{_asked(transcript)}\n{_outcome(transcript, lead, reason)}"


def _asked(transcript: Transcript) -> str:
    first = matter(transcript.turns)
    if first is None:
        return "asked about nothing that rules could tell"
    if not may_be_written_down(first.text):
        return "asked about something that is not written down"
    return f"asked about: {first.short}"


def _outcome(transcript: Transcript, lead: Lead | None, reason: CloseReason | None) -> str:
    left = [
        f"{name.value} ({field.status.value})"
        for name, field in (lead.fields.items() if lead else ())
        if field.value is not None and field.status in _LEFT
    ]
    turns = len(transcript.by(Role.CALLER))
    ending = _ENDINGS.get(reason, "it broke off") if reason else "it broke off"
    return f"left {', '.join(left) or 'no contact details'}; {turns} caller turns; {ending}"
