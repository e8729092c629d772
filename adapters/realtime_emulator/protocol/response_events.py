"""Client events about responses."""

from collections.abc import Mapping, Sequence
from typing import Any

from adapters.realtime_emulator.faults import FaultKind, Occasion
from adapters.realtime_emulator.protocol.dialogue import Dialogue
from adapters.realtime_emulator.protocol.entry import Entry
from adapters.realtime_emulator.protocol.given_items import given_item
from adapters.realtime_emulator.protocol.handlers import Handlers
from adapters.realtime_emulator.protocol.response import Response
from adapters.realtime_emulator.protocol.responses import active_response_error
from adapters.realtime_emulator.protocol.session import Session
from adapters.realtime_emulator.protocol.settings import Settings
from adapters.realtime_emulator.protocol.shape import conform
from adapters.realtime_emulator.protocol.shapes import RESPONSE
from adapters.realtime_emulator.protocol.wire import (
    Event,
    ProtocolError,
    mapping_at,
    optional_text_at,
    text_at,
)

_OVERRIDES = (
    *("instructions", "tools", "tool_choice", "output_modalities", "max_output_tokens"),
    "parallel_tool_calls",
)


class ResponseEvents:
    """Create and cancel."""

    def __init__(self, session: Session, dialogue: Dialogue) -> None:
        self._session = session
        self._dialogue = dialogue

    @property
    def handlers(self) -> Handlers:
        """What it handles."""
        return {"response.create": self._create, "response.cancel": self._cancel}

    async def _create(self, event: Event) -> None:
        if self._session.settings["type"] == "transcription":
            raise ProtocolError("A transcription session has no responses.", param="type")
        asked = mapping_at(event, "response") if event.get("response") is not None else {}
        conform(asked, RESPONSE, "response")
        if FaultKind.COLLISION in self._session.engine.faults.strike(Occasion.REQUEST):
            raise active_response_error()
        await self._dialogue.respond(self._response(asked))

    async def _cancel(self, event: Event) -> None:
        response_id = optional_text_at(event, "response_id")
        await self._dialogue.responses.cancel("client_cancelled", response_id)

    def _response(self, asked: Mapping[str, Any]) -> Response:
        session = self._session
        is_outside = asked.get("conversation") == "none"
        return Response(
            settings=_overridden(session.settings, asked),
            # Beside the conversation nothing may change what the conversation's brain expects.
            brain=session.engine.new_brain() if is_outside else session.brain,
            items=self._items(asked.get("input")),
            requested=True,
            metadata=asked.get("metadata"),
            conversation_id=None if is_outside else session.conversation.id,
        )

    def _items(self, given: Sequence[Event] | None) -> Sequence[Entry]:
        if given is None:
            return self._session.conversation.entries
        return [self._item(item) for item in given]

    def _item(self, item: Event) -> Entry:
        if item.get("type") == "item_reference":
            return self._session.conversation.find(text_at(item, "id"))
        entry = given_item(item)
        if entry.content_type == "input_audio":
            self._dialogue.transcription.begin_silently(entry)
        return entry


def _overridden(settings: Settings, asked: Mapping[str, Any]) -> Settings:
    own = {key: asked[key] for key in _OVERRIDES if asked.get(key) is not None}
    output = (asked.get("audio") or {}).get("output") or {}
    given = {key: value for key, value in output.items() if value is not None}
    audio = {**settings["audio"], "output": {**settings["audio"]["output"], **given}}
    return {**settings, **own, "audio": audio}
