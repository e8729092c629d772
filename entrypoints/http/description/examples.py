"""Examples of what the schemas allow, where nobody wrote one."""

from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]

_DEEPEST = 8
_REFERENCE = "#/components/schemas/"
_FORMATS = {
    "date-time": "2026-03-02T09:30:00Z",
    "date": "2026-03-02",
    "uri": "https://example.com/",
    "email": "sarah.miller@example.com",
    "uuid": "0198c1f2-7d4e-7b6a-9a51-2f6d3c1b8e47",
}
_NAMES = {
    "sessionId": "ses_01k4x9m2v7",
    "dispatchId": "dsp_01k4x9m2v8",
    "leadId": "led_01k4x9m2w1",
    "contactId": "con_01k4x9m2w4",
    "agentId": "reception",
    "conversationId": "conv-42",
    "userId": "user-7",
    "roomName": "room-42",
    "turnId": "ses_01k4x9m2v7:item_3",
    "language": "en",
    "nextCursor": "c2VzXzAxSg",
}
"""What members of these names look like."""


class Examples:
    """Examples over the *schemas* of one document."""

    def __init__(self, schemas: Json) -> None:
        self._schemas = schemas

    def add_to(self, described: Json) -> None:
        """Give every JSON content of a body or an answer its example."""
        content = described.get("content", {}).get("application/json")
        if content is not None and not {"example", "examples"} & set(content):
            content["example"] = self.of(content.get("schema", {}))

    def of(self, schema: Json, name: str = "", depth: int = 0) -> Any:
        """A value that *schema* allows; the examples written into it come first."""
        schema = self._resolved(schema)
        for written in ("examples", "enum"):
            if schema.get(written):
                return schema[written][0]
        for written in ("example", "const", "default"):
            if written in schema:
                return schema[written]
        choices = schema.get("anyOf") or schema.get("oneOf")
        if choices:
            return self._of_choice(choices, name, depth)
        return self._of_type(schema, name, depth)

    def _of_choice(self, choices: list[Json], name: str, depth: int) -> Any:
        known = [one for one in choices if one.get("type") != "null"]
        if not known or depth >= _DEEPEST:
            return None
        return self.of(known[0], name, depth)

    def _of_type(self, schema: Json, name: str, depth: int) -> Any:
        match schema.get("type"):
            case "object":
                return self._of_object(schema, depth)
            case "array":
                return (
                    [] if depth >= _DEEPEST else [self.of(schema.get("items", {}), "", depth + 1)]
                )
            case "string":
                return _text(schema, name)
            case "integer" | "number":
                return schema.get("minimum", 1)
            case "boolean":
                return True
            case _:
                return None

    def _of_object(self, schema: Json, depth: int) -> Json:
        if depth >= _DEEPEST:
            return {}
        return {
            name: self.of(member, name, depth + 1)
            for name, member in schema.get("properties", {}).items()
        }

    def _resolved(self, schema: Json) -> Json:
        while "$ref" in schema:
            beside = {name: value for name, value in schema.items() if name != "$ref"}
            schema = {**self._schemas[schema["$ref"].removeprefix(_REFERENCE)], **beside}
        return schema


def _text(schema: Json, name: str) -> str:
    known = _FORMATS.get(schema.get("format", "")) or _NAMES.get(name)
    return known or "text"[: schema.get("maxLength", 4)]
