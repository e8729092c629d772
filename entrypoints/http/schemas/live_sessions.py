"""Orders to live calls over HTTP."""

from datetime import datetime
from typing import Annotated

from pydantic import ConfigDict, Field

from domain.language import parse_language
from domain.session_command import AdjustAgent, HandOff, SessionCommand, Speak
from entrypoints.http.schemas.base import In, Line, Name, Number, Out, Text


class AdjustIn(In):
    """What to change in this call; what is left out stays as it is."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"instructions": "Be brief.", "tools": ["end_call"]}]}
    )

    instructions: Text | None = None
    voice: Line | None = Field(default=None, description="only before the agent has spoken")
    speed: Number | None = Field(default=None, ge=0.25, le=1.5)
    tools: Annotated[list[Line], Field(max_length=50)] | None = None
    languages: Annotated[list[Line], Field(min_length=1, max_length=20)] | None = None

    def to_order(self) -> AdjustAgent:
        """Raises InvalidValueError when nothing is to change, or a language is none."""
        return AdjustAgent(
            instructions=self.instructions,
            voice=self.voice,
            speed=self.speed,
            tools=None if self.tools is None else tuple(self.tools),
            languages=(
                None
                if self.languages is None
                else tuple(parse_language(tag) for tag in self.languages)
            ),
        )


class HandOffIn(In):
    """Who takes over."""

    to: Name | None = Field(
        default=None, description="their participant identity in the room, if it is known"
    )

    def to_order(self) -> HandOff:
        """The order."""
        return HandOff(to=self.to)


class SpeakIn(In):
    """What the agent is to say."""

    text: Annotated[Text, Field(max_length=1000)]

    def to_order(self) -> Speak:
        """The order."""
        return Speak(text=self.text)


class OrderOut(Out):
    """An order that the live call takes within a second or two."""

    command_id: str
    session_id: str
    created_at: datetime

    @classmethod
    def of(cls, command: SessionCommand) -> "OrderOut":
        """Show *command*."""
        return cls(
            command_id=command.id, session_id=command.session_id, created_at=command.created_at
        )
