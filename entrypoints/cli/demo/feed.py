"""Shows the conversation as it reaches the database."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from entrypoints.cli.demo.api import Api
from entrypoints.cli.progress import Progress

_EVERY_S = 0.4


@dataclass(slots=True)
class TranscriptFeed:
    """`running` beside the call, `show_new` once more after it."""

    api: Api
    progress: Progress
    session_id: str = ""
    """Empty until the call was dispatched."""
    _shown: dict[str, str] = field(default_factory=dict)

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Look for new turns until the block is left."""
        looking = asyncio.create_task(self._look())
        try:
            yield
        finally:
            looking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await looking

    async def show_new(self) -> list[Mapping[str, Any]]:
        """Print every turn that is new or has changed; answer with all of them."""
        turns = await self.api.turns(self.session_id)
        for turn in turns:
            if self._shown.get(turn["turnId"]) != turn["text"]:
                self._shown[turn["turnId"]] = turn["text"]
                self.progress.say(_line(turn))
        return turns

    async def _look(self) -> None:
        while True:
            if self.session_id:
                await self.show_new()
            await asyncio.sleep(_EVERY_S)


def _line(turn: Mapping[str, Any]) -> str:
    language = f" ({turn['language']})" if turn["language"] else ""
    cut = " [interrupted]" if turn["interrupted"] else ""
    return f"{turn['role'] + language:>12}: {turn['text']}{cut}"
