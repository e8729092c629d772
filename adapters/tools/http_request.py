"""An HTTP tool and its arguments as the request to send."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from domain.errors import InvalidValueError
from domain.remote_tool import PLACEHOLDER, HttpMethod, HttpTool

_IN_QUERY = frozenset({HttpMethod.GET, HttpMethod.DELETE})
_LONGEST_URL = 4_000


@dataclass(frozen=True, slots=True)
class ToolRequest:
    """*body* is None where everything is in *url*."""

    url: str
    body: Mapping[str, object] | None


def request_for(tool: HttpTool, arguments: Mapping[str, object]) -> ToolRequest:
    """Raises InvalidValueError for arguments that would lead somewhere else than *tool* says."""
    url = PLACEHOLDER.sub(lambda found: _in_url(found[1], arguments), tool.url)
    rest = {name: value for name, value in arguments.items() if name not in tool.in_url}
    body: Mapping[str, object] | None = rest
    if tool.method in _IN_QUERY:
        url, body = _with_query(url, rest), None
    if len(url) > _LONGEST_URL:
        raise InvalidValueError("the arguments are too long")
    return ToolRequest(url, body)


def _in_url(name: str, arguments: Mapping[str, object]) -> str:
    text = _text(arguments.get(name))
    # A path of dots would climb out of the path that the tool names.
    if not text.strip(". "):
        raise InvalidValueError(f"{name} must not be empty or only dots")
    return quote(text, safe="")


def _with_query(url: str, values: Mapping[str, object]) -> str:
    if not values:
        return url
    pairs = [
        (name, _text(one))
        for name, value in values.items()
        for one in (value if isinstance(value, list) else [value])
    ]
    return f"{url}{'&' if '?' in url else '?'}{urlencode(pairs)}"


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
