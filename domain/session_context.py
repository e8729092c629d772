"""Which agent is wanted on which call, as read from the metadata LiveKit carries."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from domain.errors import InvalidValueError
from domain.ids import AgentId, ConversationId, TenantId, UserId, VoiceSessionId, parse_name
from domain.language import Language, parse_language
from domain.principal import DEFAULT_TENANT


class MissingAgentError(InvalidValueError):
    """No metadata names an agent, so nobody knows who should take the call."""

    code = "missing_agent"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionMetadata:
    """The three places metadata can come from, as raw text; an empty one says nothing."""

    job: str = ""
    room: str = ""
    participant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionContext:
    """What the metadata came to. *problems* are sentences about what could not be read.

    The *tenant* is the job's word alone: room and participant may be somebody else's to describe.
    """

    agent_id: AgentId
    session_id: VoiceSessionId | None = None
    conversation_id: ConversationId | None = None
    user_id: UserId | None = None
    language: Language | None = None
    tenant: TenantId = DEFAULT_TENANT
    problems: tuple[str, ...] = ()

    @classmethod
    def resolve(cls, metadata: SessionMetadata) -> "SessionContext":
        """Merge the metadata key by key: job before room before participant.

        What is not a JSON object, and values that cannot be, are left out and reported.
        Raises MissingAgentError when no agent is named anywhere.
        """
        reader = _Reader()
        merged: dict[str, str] = {}
        found: dict[str, str] = {}
        for place, text in (
            ("participant", metadata.participant),
            ("room", metadata.room),
            ("job", metadata.job),
        ):
            found = reader.read(place, text)
            merged |= found
        agent_id = reader.name(merged, "agentId")
        if agent_id is None:
            detail = f" ({'; '.join(reader.problems)})" if reader.problems else ""
            raise MissingAgentError(f"no agentId in the job, room or participant metadata{detail}")
        session_id = reader.name(merged, "sessionId")
        conversation_id = reader.name(merged, "conversationId")
        user_id = reader.name(merged, "userId")
        # The last one read is the job's.
        tenant = reader.name(found, "tenantId") or DEFAULT_TENANT
        return cls(
            agent_id=AgentId(agent_id),
            session_id=VoiceSessionId(session_id) if session_id else None,
            conversation_id=ConversationId(conversation_id) if conversation_id else None,
            user_id=UserId(user_id) if user_id else None,
            language=reader.language(merged),
            tenant=TenantId(tenant),
            problems=tuple(reader.problems),
        )


class _Reader:
    """Reads what it can and remembers what it could not."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def read(self, place: str, text: str) -> dict[str, str]:
        if not text.strip():
            return {}
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            self.problems.append(f"{place} metadata is not JSON")
            return {}
        if not isinstance(data, dict):
            self.problems.append(f"{place} metadata is not a JSON object")
            return {}
        return {key: value for key, value in data.items() if isinstance(value, str) and value}

    def name(self, data: Mapping[str, str], key: str) -> str | None:
        if key not in data:
            return None
        try:
            return parse_name(data[key], what=key)
        except InvalidValueError as error:
            self.problems.append(str(error))
            return None

    def language(self, data: Mapping[str, str]) -> Language | None:
        if "language" not in data:
            return None
        try:
            return parse_language(data["language"])
        except InvalidValueError as error:
            self.problems.append(str(error))
            return None
