"""Domain events start workflows."""

from collections.abc import Iterator
from dataclasses import dataclass

from application.ports.unit_of_work import UnitOfWorkFactory
from application.stored_events import StoredEvent
from application.use_cases.workflows.notice_occurrence import NoticeOccurrence
from application.workflows.occurrences import happened, heard
from domain.ids import VoiceSessionId
from domain.insight.call_insight import CallInsight, Topic
from domain.transcript import Role, Transcript
from domain.workflow.triggers import Occurrence


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerWorkflows:
    """Follows domain events; the same event told twice starts nothing twice.

    Once a call was read its intent is known. Its transcript is looked through then for words that
    were said as the call ended, or as its process died.
    """

    unit_of_work: UnitOfWorkFactory
    notice: NoticeOccurrence

    async def execute(self, event: StoredEvent) -> None:
        """Raises NotFoundError, ConflictError and StaleVersionError as the notice does."""
        if event.kind == "CallWrappedUp":
            occurrences = await self._read(event)
        else:
            one = happened(event)
            occurrences = (one,) if one else ()
        await self.notice.execute(occurrences)

    async def _read(self, event: StoredEvent) -> tuple[Occurrence, ...]:
        session_id = VoiceSessionId(str(event.payload["sessionId"]))
        async with self.unit_of_work() as uow:
            insight = await uow.call_insights.find(session_id)
            transcript = await uow.turns.transcript(session_id)
        return (*_said(transcript), *(_intent(insight, event.id) if insight else ()))


def _said(transcript: Transcript) -> Iterator[Occurrence]:
    for turn in transcript.turns:
        if turn.role is Role.CALLER and turn.text and turn.suspect is None:
            yield heard(turn.session_id, turn.id, turn.text)


def _intent(insight: CallInsight, key: str) -> Iterator[Occurrence]:
    found = insight.findings.get(Topic.INTENT)
    if found is not None:
        yield Occurrence(kind="intent", key=key, session_id=insight.session_id, text=found.value)
