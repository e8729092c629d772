"""How the call ends of itself: the caller takes leave, or no person has taken the call."""

from datetime import datetime

from application.ports.conversation import CallEvent, SpeechStarted, SpeechStopped, TurnEnded
from application.use_cases.sessions.live_call.floor import Floor
from domain.call_policies import AnsweringMachine
from domain.insight.endings import Answerer, classify_answerer, is_farewell
from domain.phrases import Phrase
from domain.transcript import Role
from domain.voice_session import CloseReason

_LOOK_EVERY_S = 0.5
_QUIET_S = 3.0
"""So long after a farewell nobody says anything more."""
_FIRST_TURNS = 2
_FIRST_MS = 60_000


class Endings:
    """A farewell is answered, and after a moment of quiet the call is over.

    A machine is known by the first things it says; the agent's policy says what follows.
    """

    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self._is_leaving = False
        self._since: datetime = floor.clock.now()
        self._first: list[TurnEnded] = []
        self._is_judged = False

    def follow(self, event: CallEvent) -> None:
        """Listen for a farewell, and to how the call begins."""
        match event:
            case SpeechStarted() | SpeechStopped():
                self._since = self._floor.clock.now()
            case TurnEnded(role=Role.CALLER) if event.text:
                self._since = self._floor.clock.now()
                self._is_leaving = len(self._floor.people) < 2 and is_farewell(event.text)
                self._judge(event)
            case _:
                pass

    async def attend(self) -> None:
        """Wait for the quiet after a farewell."""
        while True:
            await self._floor.clock.sleep(_LOOK_EVERY_S)
            if self._floor.is_busy:
                self._since = self._floor.clock.now()
            quiet_s = (self._floor.clock.now() - self._since).total_seconds()
            if self._is_leaving and quiet_s >= _QUIET_S:
                self._floor.note("the caller took leave")
                self._floor.finish(CloseReason.CALLER_GOODBYE)
                return

    def _judge(self, turn: TurnEnded) -> None:
        policy = self._floor.agent.answering_machine
        if self._is_judged or policy is AnsweringMachine.IGNORE:
            return
        self._first.append(turn)
        seconds = sum(one.end_ms - one.start_ms for one in self._first) / 1000
        answered = classify_answerer([one.text for one in self._first], seconds=seconds)
        is_machine = answered.answerer in (Answerer.VOICEMAIL, Answerer.IVR)
        self._is_judged = is_machine or self._has_heard_enough(turn)
        if is_machine:
            self._floor.note(f"answered by a machine ({answered.answerer}): {answered.evidence}")
            self._floor.run(self._leave(answered.answerer))

    def _has_heard_enough(self, turn: TurnEnded) -> bool:
        return len(self._first) >= _FIRST_TURNS or turn.end_ms > _FIRST_MS

    async def _leave(self, answerer: Answerer) -> None:
        wants_message = self._floor.agent.answering_machine is AnsweringMachine.LEAVE_MESSAGE
        if wants_message and answerer is Answerer.VOICEMAIL:
            await self._floor.say_phrase(Phrase.VOICEMAIL_MESSAGE)
        self._floor.finish(CloseReason.ANSWERING_MACHINE)
