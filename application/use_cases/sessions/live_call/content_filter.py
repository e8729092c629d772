"""What is said and should not be: the agent leads back to the matter, or the call ends."""

import asyncio
import logging
from collections.abc import Sequence

from application.ports.conversation import CallEvent, TurnEnded
from application.ports.insight import Moderation
from application.use_cases.sessions.live_call.floor import Floor
from application.use_cases.sessions.report_event import ReportEvent
from domain.errors import ServiceError
from domain.events import ContentFlagged
from domain.insight.moderation import Finding, Verdict, judge, off_limits
from domain.phrases import Phrase
from domain.transcript import Role, Turn
from domain.voice_session import CloseReason

log = logging.getLogger(__name__)

_TELLS_WITHIN_S = 3.0
_OWN_WORDS = (
    "Something you have just said is not allowed on this call ({categories}). Do not repeat it, and"
    " lead back to what the call is about."
)


class ContentFilter:
    """Looks at every turn beside the conversation, which never waits for it.

    What is found is noted and reported, whatever follows from it. A filter that does not answer
    lets the words stand.
    """

    def __init__(self, floor: Floor, *, moderation: Moderation, report: ReportEvent) -> None:
        self._floor = floor
        self._moderation = moderation
        self._report = report
        self._earlier: list[tuple[Finding, ...]] = []

    def follow(self, event: CallEvent) -> None:
        """Look at a turn that has ended."""
        match event:
            case TurnEnded(role=Role.CALLER | Role.AGENT) if event.text:
                self._floor.report(self._look(event))
            case _:
                pass

    async def attend(self) -> None:
        """Nothing to do beside the turns."""

    async def _look(self, turn: TurnEnded) -> None:
        policy = self._floor.agent.moderation
        findings = (*off_limits(turn.text, policy), *await self._findings(turn.text))
        if not findings:
            return
        earlier = self._earlier if turn.role is Role.CALLER else ()
        verdict = judge(findings, policy, earlier)
        if turn.role is Role.CALLER:
            self._earlier.append(findings)
        await self._write_down(turn, findings, verdict)
        await self._act(turn.role, findings, verdict)

    async def _findings(self, text: str) -> tuple[Finding, ...]:
        try:
            async with asyncio.timeout(_TELLS_WITHIN_S):
                return await self._moderation.findings(text, language=self._floor.language)
        except (ServiceError, TimeoutError):
            log.warning("content filter did not answer", extra=self._floor.fields)
            return ()

    async def _write_down(
        self, turn: TurnEnded, findings: Sequence[Finding], verdict: Verdict
    ) -> None:
        categories = tuple(dict.fromkeys(finding.category.value for finding in findings))
        self._floor.note(f"content of the {turn.role}: {', '.join(categories)} ({verdict})")
        await self._report.execute(
            ContentFlagged(
                session_id=self._floor.session.id,
                turn_id=Turn.id_for(self._floor.session.id, turn.item_id),
                categories=categories,
                verdict=verdict.value,
                occurred_at=self._floor.clock.now(),
            )
        )

    async def _act(self, role: Role, findings: Sequence[Finding], verdict: Verdict) -> None:
        floor = self._floor
        if verdict is Verdict.ALLOW or floor.handed_to is not None or floor.is_over:
            return
        if verdict is Verdict.REDIRECT and role is Role.AGENT:
            names = ", ".join(dict.fromkeys(finding.category.value for finding in findings))
            await floor.call.tell(_OWN_WORDS.format(categories=names))
            return
        await floor.call.interrupt()
        if verdict is Verdict.REDIRECT:
            await floor.say_phrase(Phrase.REDIRECT)
            return
        await floor.say_phrase(Phrase.END_FOR_CONTENT)
        floor.finish(CloseReason.CONTENT_POLICY)
