"""What the model has in mind: notes from the service, and a summary in place of old turns."""

from typing import Any

from livekit.agents.llm import (
    ChatContext,
    ChatItem,
    ChatMessage,
    FunctionCall,
    FunctionCallOutput,
    RealtimeError,
    RealtimeSession,
)

from domain.errors import UnavailableError

AnyRealtimeSession = RealtimeSession[Any]


async def add_note(realtime: AnyRealtimeSession, text: str) -> None:
    """Let the model know *text*. Raises UnavailableError when the note did not arrive."""
    context = realtime.chat_ctx.copy()
    context.add_message(role="system", content=text)
    await _put(realtime, context)


async def add_result(realtime: AnyRealtimeSession, call: FunctionCall, answer: str) -> None:
    """Let the model know what *call*, which was answered provisionally, has come to.

    Raises UnavailableError when that did not arrive.
    """
    final = FunctionCall(call_id=f"{call.call_id}_final", name=call.name, arguments=call.arguments)
    output = FunctionCallOutput(
        call_id=final.call_id, name=call.name, output=answer, is_error=False
    )
    context = realtime.chat_ctx.copy()
    context.items.extend([final, output])
    await _put(realtime, context)


async def replace_oldest(realtime: AnyRealtimeSession, summary: str, *, keep_last: int) -> int:
    """Put *summary* in place of all but the last *keep_last* items; how many were replaced.

    Calls of tools stay together with their results. Raises UnavailableError.
    """
    items = realtime.chat_ctx.items
    kept = _recent(items, keep_last)
    replaced = len(items) - len(kept)
    if replaced <= 0:
        return 0
    note = ChatMessage(role="system", content=[summary])
    await _put(realtime, ChatContext([note, *kept]))
    return replaced


def _recent(items: list[ChatItem], keep_last: int) -> list[ChatItem]:
    start = max(0, len(items) - keep_last)
    while start < len(items) and not isinstance(items[start], ChatMessage):
        start += 1
    return list(items[start:])


async def _put(realtime: AnyRealtimeSession, context: ChatContext) -> None:
    try:
        await realtime.update_chat_ctx(context)
    except RealtimeError as error:
        raise UnavailableError("the model's context could not be changed") from error
