"""Note a contact detail that the caller has just given."""

from dataclasses import dataclass

from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from application.use_cases.leads.evidence import cite, spoken_language
from domain.agent_config import AgentConfig
from domain.contact_details import ContactField, parse_contact
from domain.ids import LeadId, VoiceSessionId
from domain.lead import FieldStatus, Lead
from domain.spoken_form import read_back
from domain.voice_session import VoiceSession


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordContactCommand:
    """*value* as the model wrote it; *spelled* when the caller spelled it out."""

    session_id: VoiceSessionId
    field: ContactField
    value: str
    spelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactNoted:
    """The value as understood, a question that reads it back, and the token for a yes."""

    value: str
    read_back: str
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordContact:
    """A spoken contact is a hypothesis until the caller accepts its read-back.

    It must be well-formed. It counts as stated or spelled only if the caller's own turns reproduce
    it, and as unverified otherwise. A later value replaces an earlier one.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    ids: IdGenerator

    async def execute(self, command: RecordContactCommand) -> ContactNoted:
        """Raises InvalidValueError, with a sentence for the caller, and NotFoundError."""
        async with self.unit_of_work() as uow:
            session = await uow.sessions.get(command.session_id)
            agent = await self._agent(uow, session)
            transcript = await uow.turns.transcript(session.id)
            value = parse_contact(command.field, command.value, region=agent.region)
            language = spoken_language(session, agent, transcript)
            evidence = cite(
                command.field, value, transcript, language=language, region=agent.region
            )
            stated = FieldStatus.SPELLED if command.spelled else FieldStatus.STATED
            lead = await uow.leads.find_by_session(session.id)
            lead = (lead or Lead(id=LeadId(self.ids.new("led")), session_id=session.id)).note(
                command.field,
                value,
                status=stated if evidence else FieldStatus.UNVERIFIED,
                evidence=evidence,
                now=self.clock.now(),
            )
            await uow.leads.save(lead)
            await uow.commit()
        attempt = lead.fields[command.field].times_read_back
        return ContactNoted(
            value=value,
            read_back=read_back(command.field, value, language=language, attempt=attempt),
            token=lead.token(command.field),
        )

    async def _agent(self, uow: UnitOfWork, session: VoiceSession) -> AgentConfig:
        agent = await uow.agents.get(session.request.agent_id, version=session.agent_version)
        return agent.config
