"""Tools of an agent that live elsewhere, as JSON."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field, JsonValue

from domain.errors import InvalidValueError
from domain.remote_tool import HttpMethod
from entrypoints.bootstrap.tool_schemas import check_schema
from entrypoints.http.schemas.base import Flag, In, Line, Metadata, Text, Whole

_SECRETS = "`secret:NAME` in a value stands for one of the service's TOOL_SECRETS"


def _usable(schema: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
    try:
        check_schema(schema)
    except InvalidValueError as error:
        raise ValueError(str(error)) from None
    return schema


ToolName = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Headers = Annotated[dict[Line, Line], Field(max_length=20)]
Parameters = Annotated[Metadata, AfterValidator(_usable)]


class HttpToolModel(In):
    """A tool that is a request to an HTTP service."""

    name: ToolName
    description: Text = Field(description="tells the model when and how to use it")
    url: Line = Field(
        description="https; `{argument}` takes an argument, percent-encoded",
        examples=["https://shop.example.com/orders/{order_id}"],
    )
    parameters: Parameters = Field(
        default={"type": "object", "properties": {}, "additionalProperties": False},
        description="JSON schema of the arguments",
    )
    method: HttpMethod = HttpMethod.GET
    headers: Headers = Field(default={}, description=_SECRETS)
    timeout_s: Whole = Field(default=10, ge=1, le=60)
    filler: Line | None = Field(
        default=None,
        description="what the agent says when it takes long; null: a phrase in the call's language",
    )
    cancel_on_barge_in: Flag | None = Field(
        default=None, description="whether a caller who speaks stops it; null: only a GET"
    )
    max_response_bytes: Whole = Field(default=16_000, ge=1, le=200_000)


class McpServerModel(In):
    """A source of tools that speaks the Model Context Protocol."""

    name: ToolName
    allowed_tools: Annotated[list[ToolName], Field(min_length=1, max_length=50)] = Field(
        description="which of its tools the agent gets, each as `<name>_<tool>`"
    )
    url: Line | None = Field(default=None, description="https; either this or a command")
    command: Line | None = Field(
        default=None, description="a program that the service's TOOL_ALLOWED_COMMANDS names"
    )
    args: Annotated[list[Line], Field(max_length=50)] = Field(default=[])
    headers: Headers = Field(default={}, description=_SECRETS)
    timeout_s: Whole = Field(default=10, ge=1, le=60)
    filler: Line | None = None


class TransferTargetModel(In):
    """A telephone that callers may be put through to."""

    name: Line = Field(description="what the model knows it by", examples=["sales"])
    address: Line = Field(examples=["tel:+4315550134", "sip:sales@pbx.example.com"])


TransferTargets = Annotated[list[TransferTargetModel], Field(max_length=50)]
HttpTools = Annotated[list[HttpToolModel], Field(max_length=50)]
McpServers = Annotated[list[McpServerModel], Field(max_length=10)]
