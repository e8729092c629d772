"""What starts workflows while the call goes on: words, tools, silence."""

import logging
from collections.abc import Sequence
from datetime import datetime

from application.ports.conversation import CallEvent, SpeechStarted, TurnEnded
from application.ports.unit_of_work import UnitOfWorkFactory
from application.use_cases.sessions.live_call.floor import Floor
from application.use_cases.workflows.notice_occurrence import NoticeOccurrence
from application.workflows.occurrences import heard, silent, used
from domain.errors import ConflictError, UnavailableError
from domain.transcript import Role, Turn
from domain.workflow.triggers import Occurrence, SilenceFell
from domain.workflow.workflow import Workflow

log = logging.getLogger(__name__)

_LOOK_EVERY_S = 0.5
_TRIES = 5


class Workflows:
    """Puts runs of the agent's workflows into the store at once; others do them.

    Which workflows wait for what is read as the call begins. What they do in the call comes back as
    orders. Words that nobody could act on any more, as the call ended, are found in the transcript.
    """

    def __init__(
        self, floor: Floor, *, unit_of_work: UnitOfWorkFactory, notice: NoticeOccurrence
    ) -> None:
        self._floor = floor
        self._unit_of_work = unit_of_work
        self._notice = notice
        self._waiting: list[Occurrence] | None = []
        self._workflows: Sequence[Workflow] = ()
        self._since: datetime = floor.clock.now()
        self._silences = 0
        self._tools = 0
        self._fallen: set[int] = set()

    def follow(self, event: CallEvent) -> None:
        """Listen to callers; anything that happens ends a silence, as their speech begins anew."""
        match event:
            case TurnEnded(role=Role.SYSTEM):
                return
            case TurnEnded(role=Role.CALLER) if event.text and event.suspect is None:
                session_id = self._floor.session.id
                turn_id = Turn.id_for(session_id, event.item_id)
                self._see(heard(session_id, turn_id, event.text))
            case SpeechStarted(role=Role.CALLER):
                self._silences += 1
                self._fallen.clear()
            case _:
                pass
        self._since = self._floor.clock.now()

    def tool_used(self, name: str) -> None:
        """The model had a tool run."""
        self._tools += 1
        self._see(used(self._floor.session.id, name, number=self._tools))

    async def attend(self) -> None:
        """Read the workflows, then look out for silence."""
        if not self._floor.agent.workflows:
            self._waiting = None
            return
        await self._read()
        seconds = {
            trigger.seconds
            for workflow in self._workflows
            for trigger in workflow.config.triggers
            if isinstance(trigger, SilenceFell)
        }
        while seconds:
            await self._floor.clock.sleep(_LOOK_EVERY_S)
            self._look(seconds)

    async def _read(self) -> None:
        names = self._floor.agent.workflows
        while True:
            try:
                async with self._unit_of_work() as uow:
                    self._workflows = await uow.workflows.find_by_names(names)
                break
            except UnavailableError:
                log.warning("workflows could not be read", extra=self._floor.fields)
                await self._floor.clock.sleep(_LOOK_EVERY_S)
        waiting, self._waiting = self._waiting or [], None
        for occurrence in waiting:
            self._see(occurrence)

    def _look(self, seconds: set[int]) -> None:
        if self._floor.is_busy:
            self._since = self._floor.clock.now()
            return
        lasted = (self._floor.clock.now() - self._since).total_seconds()
        for one in sorted(seconds - self._fallen):
            if lasted >= one:
                self._fallen.add(one)
                self._see(silent(self._floor.session.id, one, number=self._silences))

    def _see(self, occurrence: Occurrence) -> None:
        if self._waiting is not None:
            self._waiting.append(occurrence)
        elif any(one.starts_on(occurrence) for one in self._workflows):
            self._floor.run(self._start(occurrence))

    async def _start(self, occurrence: Occurrence) -> None:
        for _ in range(_TRIES):
            try:
                runs = await self._notice.execute((occurrence,))
            except (UnavailableError, ConflictError) as error:
                fields = {**self._floor.fields, "code": error.code}
                log.warning("workflow not started yet", extra=fields)
                await self._floor.clock.sleep(_LOOK_EVERY_S)
            else:
                for run in runs:
                    self._floor.note(f"workflow {run.workflow} started: {run.trigger}")
                return
