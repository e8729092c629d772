"""Something that a person is to do, as a workflow left it."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.ids import TaskId, VoiceSessionId, WorkflowRunId


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """*done_at* is None until somebody has done it. *revision* counts saves."""

    id: TaskId
    run_id: WorkflowRunId
    title: str = field(repr=False)
    text: str = field(repr=False)
    created_at: datetime
    session_id: VoiceSessionId | None = None
    done_at: datetime | None = None
    revision: int = 0

    def done(self, *, now: datetime) -> "Task":
        """Somebody has done it; the first time counts."""
        return self if self.done_at is not None else replace(self, done_at=now)
