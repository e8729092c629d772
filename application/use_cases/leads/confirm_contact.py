"""The caller accepted a read-back."""

from dataclasses import dataclass

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWorkFactory
from application.use_cases.leads.evidence import evidence_of
from domain.contact_details import ContactField
from domain.errors import ConflictError, NotFoundError
from domain.ids import VoiceSessionId
from domain.lead import FieldStatus
from domain.transcript import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmContactCommand:
    """*token* is the one that came with the read-back."""

    session_id: VoiceSessionId
    field: ContactField
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmContact:
    """Only the value that was read back can be confirmed, and only once anything was noted.

    The caller's latest turn is added to the evidence; a value that rests on nothing the caller
    said is not confirmed without one.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock

    async def execute(self, command: ConfirmContactCommand) -> None:
        """Raises NotFoundError (nothing noted), ConflictError (another value since, no answer)."""
        async with self.unit_of_work() as uow:
            lead = await uow.leads.find_by_session(command.session_id)
            if lead is None:
                raise NotFoundError(f"no {command.field} has been noted")
            transcript = await uow.turns.transcript(command.session_id)
            held = lead.fields.get(command.field)
            cited = {evidence.turn_id for evidence in held.evidence} if held else set()
            accepted_in = [t for t in transcript.by(Role.CALLER)[-1:] if t.id not in cited]
            if held is not None and held.status is FieldStatus.UNVERIFIED and not accepted_in:
                raise ConflictError("the caller has not answered the read-back; ask them again")
            confirmed = lead.confirm(
                command.field,
                command.token,
                evidence=tuple(evidence_of(turn) for turn in accepted_in),
                now=self.clock.now(),
            )
            if confirmed is not lead:
                await uow.leads.save(confirmed)
                await uow.commit()
