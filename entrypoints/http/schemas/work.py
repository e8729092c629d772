"""Durable work over HTTP."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Self

from pydantic import Field, JsonValue

from application.ports.work_queue import WorkItem, WorkState
from entrypoints.http.paging import Slice
from entrypoints.http.schemas.base import Out, Page


class WorkOut(Out):
    """One job: what is to be done, how often it was tried, and why it is where it is."""

    id: str
    kind: str
    key: str
    state: WorkState
    attempt: int
    max_attempts: int
    due: datetime
    created_at: datetime
    finished_at: datetime | None
    last_error: str | None
    payload: Mapping[str, JsonValue] = Field(description="ids only")

    @classmethod
    def of(cls, item: WorkItem) -> Self:
        """Show *item*."""
        return cls.model_validate(
            {
                "id": item.id,
                "kind": item.kind,
                "key": item.key,
                "state": item.state,
                "attempt": item.attempt,
                "maxAttempts": item.max_attempts,
                "due": item.due,
                "createdAt": item.created_at,
                "finishedAt": item.finished_at,
                "lastError": item.last_error,
                "payload": dict(item.payload),
            }
        )


class WorkPage(Page):
    """Jobs, newest first."""

    items: Sequence[WorkOut]

    @classmethod
    def of(cls, page: Slice[WorkItem]) -> Self:
        """Show *page*."""
        return cls(items=[WorkOut.of(item) for item in page.items], next_cursor=page.next_cursor)
