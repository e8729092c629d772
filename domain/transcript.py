"""What was said, by whom, when: a turn is one side's complete contribution."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from domain.errors import InvalidValueError
from domain.ids import ParticipantIdentity, TurnId, VoiceSessionId
from domain.language import Language


class Role(StrEnum):
    """Whose turn it was.

    A tool's turn is what it was asked and what it answered; a system turn is what the service
    itself did to the conversation: a changed configuration, a language switch, a hand-off.
    """

    CALLER = "caller"
    AGENT = "agent"
    TOOL = "tool"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One turn. *start_ms* and *end_ms* count from the moment the session became active.

    *text* is what was recognised (caller) or really played (agent); *planned* is what the agent
    would have said, kept when it was interrupted. *participant* is who spoke, where several people
    may have; *suspect* names a doubt about the text, such as `wrong_script`.
    """

    id: TurnId
    session_id: VoiceSessionId
    role: Role
    text: str
    start_ms: int
    end_ms: int
    language: Language | None = None
    planned: str | None = None
    interrupted: bool = False
    participant: ParticipantIdentity | None = None
    suspect: str | None = None

    def __post_init__(self) -> None:
        if self.start_ms < 0 or self.end_ms < self.start_ms:
            raise InvalidValueError("a turn starts at or after 0 and ends at or after its start")

    @staticmethod
    def id_for(session_id: VoiceSessionId, item_id: str) -> TurnId:
        """The id of the turn that the speech protocol calls *item_id*, in every report of it."""
        return TurnId(f"{session_id}:{item_id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """The turns of one session in the order of their audio, each once."""

    session_id: VoiceSessionId
    turns: tuple[Turn, ...] = ()

    @classmethod
    def of(cls, session_id: VoiceSessionId, turns: Iterable[Turn]) -> "Transcript":
        """Order *turns* by audio time; of several reports of one turn the last one counts."""
        latest = {turn.id: turn for turn in turns}
        ordered = sorted(latest.values(), key=lambda turn: (turn.start_ms, turn.end_ms, turn.id))
        return cls(session_id=session_id, turns=tuple(ordered))

    def by(self, role: Role) -> tuple[Turn, ...]:
        """The turns of one side."""
        return tuple(turn for turn in self.turns if turn.role is role)
