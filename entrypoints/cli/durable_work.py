"""What `voice-agent work` does in the database, answered as the API answers."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from application.ports.work_queue import WorkAdmin, WorkItem, WorkState
from entrypoints.bootstrap.lifecycle import open_container
from entrypoints.bootstrap.migrations import require_latest
from entrypoints.bootstrap.settings import load_settings
from entrypoints.http.schemas.work import WorkOut

Json = dict[str, Any]


async def find(*, state: WorkState | None, kind: str | None, limit: int) -> Sequence[Json]:
    """Newest first."""
    async with _opened() as admin:
        found = await admin.find_page(state=state, kind=kind, after=None, limit=limit)
    return [_json(item) for item in found]


async def read(job_id: str) -> Json:
    """Raises NotFoundError."""
    async with _opened() as admin:
        return _json(await admin.get(job_id))


async def retry(job_id: str) -> Json:
    """Raises NotFoundError, ConflictError."""
    async with _opened() as admin:
        return _json(await admin.revive(job_id))


async def cancel(job_id: str) -> Json:
    """Raises NotFoundError, ConflictError."""
    async with _opened() as admin:
        return _json(await admin.cancel(job_id))


def _json(item: WorkItem) -> Json:
    return WorkOut.of(item).model_dump(mode="json", by_alias=True)


@asynccontextmanager
async def _opened() -> AsyncIterator[WorkAdmin]:
    settings = load_settings()
    await require_latest(settings)
    async with open_container(settings) as container:
        yield container.work_admin()
