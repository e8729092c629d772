"""Orders to the live call from outside: another configuration, a person who takes over."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from application.ports.conversation import CallChange, CallEvent
from application.ports.unit_of_work import UnitOfWorkFactory
from application.use_cases.sessions.live_call.floor import Floor
from application.use_cases.sessions.live_call.instructions import LiveInstructions
from domain.errors import ServiceError
from domain.ids import CommandId
from domain.phrases import Phrase
from domain.session_command import (
    AdjustAgent,
    CallBack,
    HandOff,
    HangUp,
    SessionCommand,
    Speak,
)
from domain.tool import ToolDefinition
from domain.voice_session import CloseReason

log = logging.getLogger(__name__)

LOOK_EVERY_S = 0.5
HAND_OFF = "hand-off"


class Orders:
    """Looks for orders twice a second; each is carried out once and noted in the transcript.

    One that fails is noted too, and the next is looked at.
    """

    def __init__(
        self,
        floor: Floor,
        *,
        unit_of_work: UnitOfWorkFactory,
        instructions: LiveInstructions,
        tools_of: Callable[[tuple[str, ...]], tuple[ToolDefinition, ...]],
    ) -> None:
        self._floor = floor
        self._unit_of_work = unit_of_work
        self._instructions = instructions
        self._tools_of = tools_of
        self._taken: set[CommandId] = set()

    def follow(self, event: CallEvent) -> None:
        """Orders come from outside."""

    async def attend(self) -> None:
        """Carry out what is ordered, as long as the call lasts."""
        while True:
            await self._floor.clock.sleep(LOOK_EVERY_S)
            try:
                await self._look()
            except ServiceError as error:
                fields = {**self._floor.fields, "code": error.code}
                log.warning("orders could not be read", extra=fields)
            except Exception:
                log.exception("looking for orders broke", extra=self._floor.fields)

    async def _look(self) -> None:
        async with self._unit_of_work() as uow:
            pending = await uow.session_commands.find_pending(self._floor.session.id)
        for command in pending:
            if command.id not in self._taken:
                # Taken before it is carried out: an order that breaks is not tried for ever.
                self._taken.add(command.id)
                await self._carry_out(command)
            async with self._unit_of_work() as uow:
                await uow.session_commands.save(command.applied(self._floor.clock.now()))
                await uow.commit()

    async def _carry_out(self, command: SessionCommand) -> None:
        try:
            match command.order:
                case AdjustAgent():
                    await self._adjust(command.order)
                case HandOff():
                    await self.hand_off(command.order.to)
                case CallBack():
                    await self._call_back()
                case Speak():
                    await self._floor.say(command.order.text)
                case HangUp():
                    self._floor.note("the call was ended by order")
                    self._floor.finish(CloseReason.TASK_COMPLETED)
                case _:
                    assert_never(command.order)
        except ServiceError as error:
            self._floor.note(f"an order could not be carried out: {error}")
        except Exception:
            log.exception("order broke", extra={**self._floor.fields, "order": command.id})
            self._floor.note("an order could not be carried out: internal error")

    async def hand_off(self, to: str | None) -> None:
        """Have the agent fall silent, for a person to take over."""
        floor = self._floor
        if floor.handed_to is not None:
            return
        await floor.hold_back(HAND_OFF, on=True)
        floor.handed_to = to or "a person"
        floor.note(f"handed over to {floor.handed_to}")
        await floor.call.interrupt()
        await floor.say_phrase(Phrase.HANDOFF_TO_HUMAN)

    async def _call_back(self) -> None:
        floor = self._floor
        if floor.handed_to is None:
            return
        await floor.hold_back(HAND_OFF, on=False)
        floor.handed_to = None
        floor.note("the agent was called back")
        await floor.say_phrase(Phrase.HANDOFF_BACK)

    async def _adjust(self, order: AdjustAgent) -> None:
        floor = self._floor
        changes = {name: getattr(order, name) for name in order.changed}
        agent = replace(floor.agent, **changes)
        spoken = floor.language in agent.languages
        language = floor.language if spoken else agent.main_language
        is_retold = order.instructions is not None or order.languages is not None
        told = self._instructions.of(agent, language) if is_retold else None
        await floor.call.adjust(
            CallChange(
                instructions=told,
                voice=order.voice,
                speed=order.speed,
                tools=None if order.tools is None else self._tools_of(order.tools),
            )
        )
        floor.agent = agent
        if floor.language not in agent.languages:
            floor.language = agent.main_language
        floor.note(f"the configuration was changed: {', '.join(order.changed)}")
