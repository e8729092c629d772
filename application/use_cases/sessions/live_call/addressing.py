"""On a call with several people: the agent answers those it is told to answer."""

from application.ports.conversation import CallerJoined, CallerLeft, CallEvent, TurnEnded
from application.use_cases.sessions.live_call.floor import Floor
from domain.addressing import is_addressed
from domain.call_policies import AnswerTo
from domain.transcript import Role

GROUP = "group"


class Addressing:
    """With `addressed`, the agent holds back while several people are there, until it is named."""

    def __init__(self, floor: Floor) -> None:
        self._floor = floor

    def follow(self, event: CallEvent) -> None:
        """Take note of how many there are, and of turns that name the agent."""
        policy = self._floor.agent.group
        if policy.answer is not AnswerTo.ADDRESSED:
            return
        match event:
            case CallerJoined() | CallerLeft():
                is_group = len(self._floor.people) > 1
                self._floor.run(self._floor.hold_back(GROUP, on=is_group))
            case TurnEnded(role=Role.CALLER) if self._is_meant(event.text):
                self._floor.run(self._answer())
            case _:
                pass

    async def attend(self) -> None:
        """Nothing to do beside the events."""

    def _is_meant(self, text: str) -> bool:
        floor = self._floor
        names = floor.agent.group.names or (floor.agent.name,)
        is_group = len(floor.people) > 1 and floor.handed_to is None
        return is_group and is_addressed(text, names)

    async def _answer(self) -> None:
        await self._floor.call.answer()
