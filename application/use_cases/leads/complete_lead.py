"""Add to the lead of a call what was said in it and no tool noted."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from application.use_cases.leads.evidence import spoken_language
from domain.ids import LeadId, VoiceSessionId
from domain.lead import Lead
from domain.lead_extraction.heard import Heard, heard_in


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteLead:
    """What the rules read out of the stored transcript fills the fields that nothing was noted of.

    A field that anything happened to in the call stays as it is, whatever its status: what the
    caller confirmed, declined or withdrew is theirs to change. Nothing is added as confirmed, so
    none of it leaves as a fact. Doing it again adds nothing.
    """

    clock: Clock
    ids: IdGenerator

    async def execute(
        self, uow: UnitOfWork, session_id: VoiceSessionId, heard: Sequence[Heard]
    ) -> Lead | None:
        """The lead with *heard*, saved in *uow*, which is for the asker to commit; None without."""
        lead = await uow.leads.find_by_session(session_id)
        known = frozenset(lead.fields) if lead else frozenset()
        found = [one for one in heard if one.field not in known]
        if not found:
            return lead
        lead = lead or Lead(id=LeadId(self.ids.new("led")), session_id=session_id)
        now = self.clock.now()
        for one in found:
            lead = lead.note(
                one.field, one.value, status=one.status, evidence=one.evidence, now=now
            )
        await uow.leads.save(lead)
        return lead


async def heard_in_call(
    unit_of_work: UnitOfWorkFactory, session_id: VoiceSessionId
) -> Sequence[Heard]:
    """What the stored transcript says of the caller; read aside, no transaction waits for it.

    Raises NotFoundError for a session that is not there.
    """
    async with unit_of_work() as uow:
        session = await uow.sessions.get(session_id)
        agent = await uow.agents.get(session.request.agent_id, version=session.agent_version)
        transcript = await uow.turns.transcript(session_id)
    language = spoken_language(session, agent.config, transcript)
    region = agent.config.region
    return await asyncio.to_thread(
        lambda: tuple(heard_in(transcript, language=language, region=region))
    )
