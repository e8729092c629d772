"""What several scenarios have in common: a place to call, and checks."""

from entrypoints.cli.demo.evidence import Evidence
from entrypoints.cli.demo.scenarios.scenario import AgentJson, Check

_INSTRUCTIONS = """\
You are the receptionist of Northwind Dental, a small dental practice, and you are on the phone.
Be warm and brief. Find out what the caller needs, their name, e-mail address and phone number.
Whenever the caller gives one of these, call record_contact and speak the read-back it answers
with; after a yes call confirm_contact, after a no call decline_contact.
When everything is done, say goodbye and call end_call.
"""


def reception(name: str, **fields: object) -> AgentJson:
    """A receptionist, with *fields* of its configuration as the API names them."""
    return {
        "name": name,
        "instructions": _INSTRUCTIONS,
        "greeting": "Hello, this is Northwind Dental. How can I help you?",
        "limits": {"rejoinGraceS": 2},
        **fields,
    }


def ends_with(reason: str, *, call: int = 0) -> Check:
    """The session has ended, and for that reason."""

    def instead(seen: Evidence) -> str | None:
        session = seen.calls[call].session
        found = (session["status"], session["closeReason"])
        return None if found == ("ended", reason) else f"{found[0]}, {found[1]}"

    return Check(sentence=f"the session ends with the reason {reason}", instead=instead)
