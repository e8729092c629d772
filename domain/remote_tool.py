"""Tools that live elsewhere, as an agent's configuration names them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlsplit

from domain.errors import InvalidValueError
from domain.tool import BUILT_IN_TOOLS, JsonSchema, ToolDefinition

TOOL_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
SECRET_REFERENCE = re.compile(r"secret:([A-Z][A-Z0-9_]{0,63})")

_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}")
_OURS = {"host", "content-length", "content-type", "transfer-encoding", "connection"}
_CREDENTIALS = {"authorization", "proxy-authorization", "cookie", "x-api-key"}
_NO_PARAMETERS: JsonSchema = {"type": "object", "properties": {}, "additionalProperties": False}


class HttpMethod(StrEnum):
    """How an HTTP tool asks."""

    GET = "GET"
    POST = "POST"
    PUT = "PUT"
    PATCH = "PATCH"
    DELETE = "DELETE"


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpTool:
    """A tool that is a request to an HTTP service.

    `{argument}` in *url* takes that argument, percent-encoded; the other arguments of GET and
    DELETE go into the query, those of the rest into a JSON body. `secret:NAME` in a header's value
    stands for a secret of the service. *cancel_on_barge_in* None cancels what only reads (GET).
    Raises InvalidValueError for what cannot be called.
    """

    name: str
    description: str
    url: str
    parameters: JsonSchema = field(default_factory=lambda: _NO_PARAMETERS)
    method: HttpMethod = HttpMethod.GET
    headers: Mapping[str, str] = field(default_factory=dict)
    timeout_s: int = 10
    filler: str | None = None
    cancel_on_barge_in: bool | None = None
    max_response_bytes: int = 16_000

    def __post_init__(self) -> None:
        _check_name("httpTools.name", self.name)
        _check_between("httpTools.timeoutS", self.timeout_s, 1, 60)
        _check_between("httpTools.maxResponseBytes", self.max_response_bytes, 1, 200_000)
        if not self.description.strip():
            raise InvalidValueError("httpTools.description must not be empty")
        _check_url("httpTools.url", PLACEHOLDER.sub("x", self.url))
        _check_headers("httpTools.headers", self.headers)
        self._check_placeholders()

    @property
    def in_url(self) -> tuple[str, ...]:
        """The arguments that the address takes."""
        return tuple(PLACEHOLDER.findall(self.url))

    @property
    def definition(self) -> ToolDefinition:
        """What a model is told of it."""
        only_reads = self.method is HttpMethod.GET
        cancels = only_reads if self.cancel_on_barge_in is None else self.cancel_on_barge_in
        return ToolDefinition(
            name=self.name,
            description=self.description,
            parameters=self.parameters,
            timeout_s=self.timeout_s,
            filler=self.filler,
            cancel_on_barge_in=cancels,
        )

    def _check_placeholders(self) -> None:
        properties = self.parameters.get("properties", {})
        if self.parameters.get("type") != "object" or not isinstance(properties, Mapping):
            raise InvalidValueError("httpTools.parameters must be a JSON schema of an object")
        origin = self.url.partition("://")[2].partition("/")[0]
        if PLACEHOLDER.search(origin):
            raise InvalidValueError("httpTools.url may take arguments in its path and query only")
        unknown = [name for name in self.in_url if name not in properties]
        if unknown:
            raise InvalidValueError(f"httpTools.url names unknown parameters: {', '.join(unknown)}")
        required = self.parameters.get("required", ())
        optional = [
            n for n in self.in_url if not isinstance(required, list | tuple) or n not in required
        ]
        if optional:
            raise InvalidValueError(
                f"httpTools.parameters must require what the url takes: {', '.join(optional)}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class McpServer:
    """A source of tools that speaks the Model Context Protocol: at *url*, or a *command* to run.

    Of its tools the agent gets *allowed_tools*, each called `<name>_<tool>`. `secret:NAME` in a
    header's value stands for a secret of the service. Raises InvalidValueError.
    """

    name: str
    allowed_tools: tuple[str, ...]
    url: str | None = None
    command: str | None = None
    args: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    timeout_s: int = 10
    filler: str | None = None

    def __post_init__(self) -> None:
        _check_name("mcpServers.name", self.name)
        _check_between("mcpServers.timeoutS", self.timeout_s, 1, 60)
        if (self.url is None) == (self.command is None):
            raise InvalidValueError("mcpServers must name either a url or a command")
        if self.url is not None:
            _check_url("mcpServers.url", self.url)
        if not self.allowed_tools:
            raise InvalidValueError("mcpServers.allowedTools must name at least one tool")
        for tool in self.allowed_tools:
            _check_name("mcpServers.allowedTools", self.tool_name(tool))
        _check_headers("mcpServers.headers", self.headers)

    def tool_name(self, tool: str) -> str:
        """What a model knows the server's *tool* by."""
        return f"{self.name}_{tool}"


def check_tool_names(
    tools: tuple[str, ...], http_tools: tuple[HttpTool, ...], mcp_servers: tuple[McpServer, ...]
) -> None:
    """Raises InvalidValueError when a built-in tool is unknown, or two tools share a name."""
    unknown = [name for name in tools if name not in BUILT_IN_TOOLS]
    if unknown:
        raise InvalidValueError(
            f"unknown tools: {', '.join(unknown)}; known are {', '.join(BUILT_IN_TOOLS)}"
        )
    names = [*BUILT_IN_TOOLS, *(tool.name for tool in http_tools)]
    names += [server.tool_name(tool) for server in mcp_servers for tool in server.allowed_tools]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InvalidValueError(f"several tools are called {', '.join(twice)}")


def _check_name(what: str, name: str) -> None:
    if TOOL_NAME.fullmatch(name) is None:
        raise InvalidValueError(f"{what} must be 1 to 64 letters, digits, _ or -")


def _check_between(what: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise InvalidValueError(f"{what} must be between {least} and {most}")


def _check_url(what: str, url: str) -> None:
    try:
        parts = urlsplit(url)
        has_host = bool(parts.hostname) and parts.port != 0
    except ValueError:
        raise InvalidValueError(f"{what} is not a URL") from None
    if parts.scheme not in {"http", "https"} or not has_host:
        raise InvalidValueError(f"{what} must start with https:// (http:// for allowed hosts)")
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise InvalidValueError(f"{what} must hold no credentials and no fragment")
    if any(char <= " " or char in '\\{}<>"' for char in url):
        raise InvalidValueError(f"{what} holds characters that a URL cannot have")


def _check_headers(what: str, headers: Mapping[str, str]) -> None:
    for name, value in headers.items():
        if _HEADER_NAME.fullmatch(name) is None or name.lower() in _OURS:
            raise InvalidValueError(f"{what} cannot set {name!r}")
        if not value.isprintable() or not value.isascii():
            raise InvalidValueError(f"{what}.{name} must be printable ASCII")
        if name.lower() in _CREDENTIALS and SECRET_REFERENCE.search(value) is None:
            raise InvalidValueError(f"{what}.{name} must take its value from a secret:NAME")
