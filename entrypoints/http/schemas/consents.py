"""What contacts allow and forbid, over HTTP."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import Field, model_validator

from domain.consent import Consent, ConsentAnswer, ConsentKind, ConsentSource
from entrypoints.http.schemas.base import Flag, In, Out


class ConsentOut(Out):
    """One answer: a caller's has its session and turn for evidence."""

    answer: ConsentAnswer
    source: ConsentSource
    at: datetime
    session_id: str | None
    turn_id: str | None

    @classmethod
    def of(cls, consent: Consent) -> "ConsentOut":
        """Show *consent*."""
        return cls(
            answer=consent.answer,
            source=consent.source,
            at=consent.at,
            session_id=consent.session_id,
            turn_id=consent.turn_id,
        )


class ConsentsIn(In):
    """What changes; the rest stays as it is."""

    memory: ConsentAnswer | None = Field(
        default=None, description="`refused` forgets the contact at once"
    )
    marketing: ConsentAnswer | None = None
    recording: ConsentAnswer | None = None


class ContactPatch(In):
    """What a contact allows and forbids from now on."""

    do_not_call: Flag | None = None
    consents: ConsentsIn | None = None

    @model_validator(mode="after")
    def _something(self) -> "ContactPatch":
        if not self.to_answers():
            raise ValueError("must change something: doNotCall or consents")
        return self

    def to_answers(self) -> Mapping[ConsentKind, ConsentAnswer]:
        """By kind."""
        given = self.consents or ConsentsIn()
        answers = {
            ConsentKind.MEMORY: given.memory,
            ConsentKind.MARKETING: given.marketing,
            ConsentKind.RECORDING: given.recording,
        }
        if self.do_not_call is not None:
            refused = self.do_not_call
            answers[ConsentKind.CALLS] = ConsentAnswer.REFUSED if refused else ConsentAnswer.GRANTED
        return {kind: answer for kind, answer in answers.items() if answer is not None}
