"""What is remembered of the caller joins the agent's instructions before the greeting."""

import asyncio
from collections.abc import Callable

from application.ports.conversation import CallChange, CallerJoined, CallEvent, TurnEnded
from application.use_cases.memory.load_brief import LoadBrief, LoadBriefCommand
from application.use_cases.sessions.live_call.floor import Floor
from application.use_cases.sessions.live_call.instructions import LiveInstructions
from domain.language import Language
from domain.memory.brief import Access, Brief, render_brief
from domain.tool import ToolName
from domain.transcript import Role


class Recollection:
    """Notes on the caller are looked for while the agent joins; the greeting waits for them.

    Where only the caller's number is known they are looked for again, once the caller has
    confirmed who they are.
    """

    def __init__(
        self,
        floor: Floor,
        *,
        load_brief: LoadBrief,
        instructions: LiveInstructions,
        begin_in: Callable[[Language], None],
    ) -> None:
        self._floor = floor
        self._load_brief = load_brief
        self._instructions = instructions
        self._begin_in = begin_in
        self._phone: str | None = None
        self._loading: asyncio.Task[Brief | None] | None = None
        self._is_known = False

    def begin(self) -> None:
        """Look for notes, while other things are being prepared."""
        if self._floor.agent.memory.enabled:
            self._loading = asyncio.create_task(self._load())

    async def meet(self, joined: CallerJoined) -> None:
        """Return once what can be known of *joined* is known."""
        if self._loading is None:
            return
        await self._use(await self._loading)
        if joined.phone and not self._is_known:
            self._phone = joined.phone
            await self._look_again()

    def stop(self) -> None:
        """Nobody waits any more."""
        if self._loading is not None:
            self._loading.cancel()

    def follow(self, event: CallEvent) -> None:
        """Look again when a caller who is known by number has confirmed something."""
        match event:
            case TurnEnded(role=Role.TOOL) if self._phone and not self._is_known:
                if event.text.startswith(ToolName.CONFIRM_CONTACT):
                    self._floor.run(self._look_again())
            case _:
                pass

    async def attend(self) -> None:
        """Nothing to do beside the events."""

    async def _look_again(self) -> None:
        await self._use(await self._load())

    async def _load(self) -> Brief | None:
        request = self._floor.session.request
        return await self._load_brief.execute(
            LoadBriefCommand(
                session_id=self._floor.session.id,
                user_id=request.user_id,
                phone=self._phone,
                now=self._floor.clock.now(),
            )
        )

    async def _use(self, brief: Brief | None) -> None:
        if brief is None:
            return
        floor = self._floor
        self._is_known = brief.access is Access.KNOWN
        self._instructions.notes = render_brief(brief)
        self._instructions.caller_name = brief.name
        if brief.language is not None and floor.session.request.language is None:
            self._begin_in(brief.language)
        floor.note(f"notes on the caller were found ({brief.access})")
        await floor.adjust(CallChange(instructions=self._instructions.text()))
