"""Items that the client writes itself."""

import base64
import binascii
from collections.abc import Mapping
from typing import Any

from adapters.realtime_emulator.ids import new_id
from adapters.realtime_emulator.protocol.entry import Entry
from adapters.realtime_emulator.protocol.wire import (
    Event,
    ProtocolError,
    mapping_at,
    optional_text_at,
    text_at,
)

_PARTS = {
    "user": frozenset({"input_text", "input_audio", "input_image"}),
    "assistant": frozenset({"output_text", "text"}),
    "system": frozenset({"input_text"}),
}


def given_item(item: Event) -> Entry:
    """The entry that *item* describes. Raises ProtocolError for what cannot be one."""
    match item.get("type"):
        case "message":
            return _message(item)
        case "function_call":
            return _known(
                Entry(
                    id=_id(item),
                    kind="function_call",
                    name=text_at(item, "name"),
                    call_id=optional_text_at(item, "call_id") or new_id("call"),
                    arguments=text_at(item, "arguments"),
                )
            )
        case "function_call_output":
            return _known(
                Entry(
                    id=_id(item),
                    kind="function_call_output",
                    call_id=text_at(item, "call_id"),
                    output=text_at(item, "output"),
                )
            )
    raise ProtocolError("Invalid value for 'item.type'.", param="item.type")


def pcm_of(data: str, param: str) -> bytes:
    """The bytes that *data* encodes. Raises ProtocolError."""
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        raise ProtocolError(f"Invalid '{param}': not base64.", param=param) from None


def _message(item: Event) -> Entry:
    role = item.get("role")
    if role not in _PARTS:
        raise ProtocolError("Invalid value for 'item.role'.", param="item.role")
    parts = item.get("content")
    if not isinstance(parts, list) or not all(isinstance(part, Mapping) for part in parts):
        raise ProtocolError(
            "Invalid type for 'item.content'.", code="invalid_type", param="item.content"
        )
    for part in parts:
        if part.get("type") not in _PARTS[role]:
            raise ProtocolError("Invalid value for 'item.content.type'.", param="item.content.type")
    entry = Entry(id=_id(item), kind="message", role=role)
    spoken = [part for part in parts if part["type"] == "input_audio"]
    if spoken:
        return _spoken(entry, spoken)
    entry.text = " ".join(filter(None, (part.get("text") for part in parts)))
    entry.content_type = "output_text" if role == "assistant" else "input_text"
    return _known(entry)


def _spoken(entry: Entry, parts: list[Mapping[str, Any]]) -> Entry:
    entry.content_type = "input_audio"
    for part in parts:
        entry.audio += pcm_of(text_at(part, "audio"), "item.content.audio")
    return entry


def _id(item: Event) -> str:
    return optional_text_at(item, "id") or new_id("item")


def _known(entry: Entry) -> Entry:
    entry.known.set()
    return entry


def item_of(event: Event) -> Entry:
    """The entry in a `conversation.item.create`. Raises ProtocolError."""
    return given_item(mapping_at(event, "item"))
