"""Find out whom a call is for."""

import logging
from dataclasses import dataclass

from domain.session_context import SessionContext, SessionMetadata

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveSessionContext:
    """Job metadata counts before the room's, the room's before the participant's.

    What cannot be read is reported and left out; a call without an agent is refused.
    """

    async def execute(self, metadata: SessionMetadata) -> SessionContext:
        """Raises MissingAgentError when no metadata names an agent."""
        context = SessionContext.resolve(metadata)
        for problem in context.problems:
            log.warning("session metadata was not usable", extra={"problem": problem})
        return context
