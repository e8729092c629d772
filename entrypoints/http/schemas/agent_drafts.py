"""Drafts of agents over HTTP."""

from datetime import datetime

from fastapi.exceptions import RequestValidationError
from pydantic import ConfigDict, Field, JsonValue, RootModel, ValidationError
from pydantic.config import JsonDict

from domain.agent_config import AgentConfig
from domain.agent_draft import AgentDraft
from entrypoints.http.merge_patch import merge_patch
from entrypoints.http.schemas.agent_config import ConfigFields
from entrypoints.http.schemas.base import In

_READ_ONLY = "ignored, so that what was read can be sent back"
_EXAMPLE: JsonDict = {
    "name": "Reception",
    "instructions": "You answer the phone for a small hotel. Greet {{caller.name | the guest}}.",
    "voice": "cedar",
}
_PATCH: JsonDict = {"voice": "cedar", "greeting": None, "silence": {"promptAfterS": 10}}


class DraftIn(ConfigFields):
    """A whole configuration; what is left out takes its default."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    agent_id: str | None = Field(default=None, description=_READ_ONLY)
    version: int | None = Field(default=None, description=_READ_ONLY)
    published_at: datetime | None = Field(default=None, description=_READ_ONLY)
    based_on: int | None = Field(default=None, description=_READ_ONLY)
    updated_at: datetime | None = Field(default=None, description=_READ_ONLY)

    def replace(self, before: AgentConfig) -> AgentConfig:
        """This, whatever was before. Raises InvalidValueError for what no agent can work with."""
        del before
        return self.to_config()


class DraftPatch(RootModel[dict[str, JsonValue]]):
    """A merge patch (RFC 7396): null sets back to the default, objects merge, lists do not."""

    model_config = ConfigDict(json_schema_extra={"examples": [_PATCH]})

    def apply(self, before: AgentConfig) -> AgentConfig:
        """*before*, with what this names changed.

        Raises RequestValidationError for what does not fit, InvalidValueError for what no agent
        can work with.
        """
        document = ConfigFields.showing(before).model_dump(mode="json", by_alias=True)
        try:
            fields = ConfigFields.model_validate(merge_patch(document, self.root))
        except ValidationError as error:
            mistakes = [{**one, "loc": ("body", *one["loc"])} for one in error.errors()]
            raise RequestValidationError(mistakes) from None
        return fields.to_config()


class DraftOut(ConfigFields):
    """What is to become the next version of an agent."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    agent_id: str
    based_on: int = Field(description="the version it set out from")
    updated_at: datetime

    @classmethod
    def of(cls, draft: AgentDraft) -> "DraftOut":
        """Show *draft*."""
        values = ConfigFields.showing(draft.config).model_dump()
        values |= {
            "agent_id": draft.agent_id,
            "based_on": draft.based_on,
            "updated_at": draft.updated_at,
        }
        return cls.model_validate(values, by_name=True)


class RollbackIn(In):
    """Which version's configuration is wanted back."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"version": 1}]})

    version: int = Field(strict=True, ge=1, le=2**31 - 1)
