"""Callers who ask for something that one of the client's tools does, and what came of it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from adapters.realtime_emulator.ports import CallTool, Tool

_SENTENCES = ("say", "answer", "result", "message", "error", "detail")
_SHORTEST_WORD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """*when* its pattern is in what the caller says, *tool* is called with *arguments*.

    Groups of the pattern can be used in the arguments: `{order}`.
    """

    when: re.Pattern[str]
    tool: str
    arguments: Mapping[str, str] = field(default_factory=dict)


def read_requests(file: str, data: object) -> tuple[Request, ...]:
    """The requests in *data*. Raises ValueError saying where *file* is wrong."""
    if not isinstance(data, list):
        raise ValueError(f"{file}: requests must be a list")  # noqa: TRY004
    return tuple(_request(file, entry) for entry in data)


def _request(file: str, entry: Any) -> Request:
    try:
        return Request(
            when=re.compile(entry["when"], re.IGNORECASE),
            tool=str(entry["tool"]),
            arguments={key: str(value) for key, value in (entry.get("arguments") or {}).items()},
        )
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise ValueError(f"{file}: requests need `when` (a pattern) and `tool`: {error}") from error


def requested_tool(
    text: str, requests: Iterable[Request], offered: Sequence[Tool]
) -> CallTool | None:
    """The call that *text* asks for, by a request's pattern or by a tool's own name."""
    by_name = {tool.name: tool for tool in offered}
    for request in requests:
        found = request.when.search(text)
        if found and request.tool in by_name:
            groups = {key: (value or "").strip(" -") for key, value in found.groupdict().items()}
            given = {key: value.format(**groups) for key, value in request.arguments.items()}
            return _call(by_name[request.tool], given, text)
    named = tool_named_in(text, offered)
    return _call(named, {}, text) if named else None


def tool_named_in(text: str, offered: Iterable[Tool]) -> Tool | None:
    """The offered tool of whose name every word is in *text*; at least two must be."""
    said = set(re.findall(r"\w+", text.lower().replace("_", " ")))
    for tool in offered:
        words = [part for part in tool.name.lower().split("_") if len(part) >= _SHORTEST_WORD]
        if len(words) > 1 and set(words) <= said:
            return tool
    return None


def _call(tool: Tool, given: Mapping[str, str], text: str) -> CallTool:
    """Only arguments that the tool takes; what it requires and nobody said are the words heard."""
    properties = tool.parameters.get("properties")
    known = properties if isinstance(properties, Mapping) else None
    arguments: dict[str, object] = {
        key: value for key, value in given.items() if known is None or key in known
    }
    required = tool.parameters.get("required")
    for key in required if isinstance(required, list) else ():
        arguments.setdefault(str(key), text)
    return CallTool(name=tool.name, arguments=arguments)


def outcome_in_words(output: Mapping[str, Any]) -> str | None:
    """The sentence in a tool's answer, also inside its `data`; None when it has none."""
    for key in _SENTENCES:
        if isinstance(output.get(key), str) and output[key].strip():
            return str(output[key]).strip()
    data = output.get("data")
    if isinstance(data, str) and data.strip():
        return data.strip()
    return outcome_in_words(data) if isinstance(data, Mapping) else None
