"""One response under way."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from adapters.realtime_emulator.faults import Fault, FaultKind
from adapters.realtime_emulator.ids import new_id
from adapters.realtime_emulator.ports import Brain, Prompt, Tool
from adapters.realtime_emulator.protocol.entry import Entry
from adapters.realtime_emulator.protocol.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a response ended."""

    status: str
    details: Mapping[str, Any] | None = None


def completed() -> Outcome:
    """All of it was said."""
    return Outcome(status="completed")


def cancelled(reason: str) -> Outcome:
    """The caller spoke (`turn_detected`), or the client asked (`client_cancelled`)."""
    return Outcome(status="cancelled", details={"type": "cancelled", "reason": reason})


def out_of_tokens() -> Outcome:
    """It grew as long as it may."""
    return Outcome(
        status="incomplete", details={"type": "incomplete", "reason": "max_output_tokens"}
    )


def failed(code: str, message: str) -> Outcome:
    """Nothing, or nothing more, will be said."""
    error = {"type": code, "code": code, "message": message}
    return Outcome(status="failed", details={"type": "failed", "error": error})


@dataclass(slots=True, kw_only=True, eq=False)
class Response:
    """What was asked, what was made so far, and the task that makes it."""

    settings: Settings
    brain: Brain
    items: Sequence[Entry]
    requested: bool
    metadata: Mapping[str, Any] | None = None
    conversation_id: str | None = None
    """None when it stays outside the conversation."""
    id: str = field(default_factory=lambda: new_id("resp"))
    made: list[Entry] = field(default_factory=list)
    faults: dict[FaultKind, Fault] = field(default_factory=dict)
    usage: Mapping[str, Any] | None = None
    is_announced: bool = False
    task: asyncio.Task[None] | None = None

    @property
    def is_in_conversation(self) -> bool:
        """Whether its items become part of the conversation."""
        return self.conversation_id is not None

    @property
    def caller_words(self) -> str:
        """What the caller said last."""
        said = [entry.text for entry in self.items if entry.role == "user"]
        return said[-1] if said else ""

    def prompt(self) -> Prompt:
        """What the brain is given."""
        return Prompt(
            instructions=self.settings["instructions"],
            tools=tuple(map(_tool, self.settings["tools"])),
            tool_choice=self.settings["tool_choice"],
            items=tuple(entry.seen() for entry in self.items),
            metadata=self.metadata or {},
            requested=self.requested,
        )

    def wire(self, outcome: Outcome) -> dict[str, Any]:
        """The response as the protocol writes it."""
        output = self.settings["audio"]["output"]
        return {
            "object": "realtime.response",
            "id": self.id,
            "status": outcome.status,
            "status_details": outcome.details,
            "output": [entry.wire() for entry in self.made],
            "conversation_id": self.conversation_id,
            "output_modalities": self.settings["output_modalities"],
            "max_output_tokens": self.settings["max_output_tokens"],
            "audio": {"output": {key: output[key] for key in ("format", "voice")}},
            "usage": self.usage,
            "metadata": self.metadata,
        }


def _tool(tool: Mapping[str, Any]) -> Tool:
    return Tool(
        name=tool.get("name") or tool.get("server_label") or "",
        description=tool.get("description") or "",
        parameters=tool.get("parameters") or {},
    )
