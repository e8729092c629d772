"""Ids are distinct types: mixing two of them is a type error, not a 404 in production."""

import re
from typing import NewType

from domain.errors import InvalidValueError

AgentId = NewType("AgentId", str)
ApiKeyId = NewType("ApiKeyId", str)
CommandId = NewType("CommandId", str)
ContactId = NewType("ContactId", str)
ConversationId = NewType("ConversationId", str)
DeliveryId = NewType("DeliveryId", str)
DispatchId = NewType("DispatchId", str)
EventId = NewType("EventId", str)
FactId = NewType("FactId", str)
LeadId = NewType("LeadId", str)
ParticipantIdentity = NewType("ParticipantIdentity", str)
ReceiptId = NewType("ReceiptId", str)
ReviewId = NewType("ReviewId", str)
RoomName = NewType("RoomName", str)
SuggestionId = NewType("SuggestionId", str)
TaskId = NewType("TaskId", str)
TenantId = NewType("TenantId", str)
TurnId = NewType("TurnId", str)
UserId = NewType("UserId", str)
VoiceSessionId = NewType("VoiceSessionId", str)
WebhookId = NewType("WebhookId", str)
WorkerId = NewType("WorkerId", str)
WorkflowId = NewType("WorkflowId", str)
WorkflowRunId = NewType("WorkflowRunId", str)

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:@\-]{0,127}")


def parse_name(value: str, *, what: str) -> str:
    """*value* if it can name something from outside (a room, a conversation, an agent).

    Raises InvalidValueError otherwise: 1 to 128 characters, letters and digits first, then also
    `. _ : @ -`.
    """
    if _NAME.fullmatch(value) is None:
        raise InvalidValueError(
            f"{what} must be 1 to 128 letters, digits or . _ : @ - and start with a letter or digit"
        )
    return value
