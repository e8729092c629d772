"""The agent's replies that are asked for from here, each until it was spoken."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from livekit.agents import AgentSession
from livekit.agents.types import NOT_GIVEN

_TRIES = 3
_COLLISION = "conversation_already_has_active_response"
_FREE_WITHIN_S = 15.0
_PAUSE_S = 0.3
_FINISHES_WITHIN_S = 12.0


class Speech:
    """Asks the model for replies; *tell* is told a code when one could not be had.

    A reply that collides with one the server has begun by itself is asked for again when that one
    is over: neither is lost.
    """

    def __init__(self, session: AgentSession[None], *, tell: Callable[[str], None]) -> None:
        self._session = session
        self._tell = tell
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_closed = False

    def reply(self, instructions: str | None) -> None:
        """Have the agent take its turn, following *instructions* beside its own."""
        if not self._is_closed:
            self._run(self._reply(instructions))

    async def finish(self) -> None:
        """Wait until everything that was asked for has been spoken, some seconds at most."""
        self._is_closed = True
        try:
            async with asyncio.timeout(_FINISHES_WITHIN_S):
                await asyncio.gather(*self._tasks, return_exceptions=True)
                await self._until_quiet()
        except TimeoutError:
            self._tell("closed_while_speaking")

    async def aclose(self) -> None:
        """Forget what was not spoken."""
        self._is_closed = True
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _reply(self, instructions: str | None) -> None:
        given = NOT_GIVEN if instructions is None else instructions
        for _ in range(_TRIES):
            try:
                handle = self._session.generate_reply(instructions=given)
            except RuntimeError:
                # The session is closing, or broke: whoever watches for the reply is not told by it.
                self._tell("reply_failed")
                return
            _ = await handle
            error = handle.exception()
            if error is None:
                return
            code = str(getattr(error, "code", None) or "reply_failed")
            self._tell(code)
            if code != _COLLISION:
                return
            await self._until_free()

    async def _until_free(self) -> None:
        try:
            async with asyncio.timeout(_FREE_WITHIN_S):
                await self._until_quiet()
        except TimeoutError:
            return
        await asyncio.sleep(_PAUSE_S)

    async def _until_quiet(self) -> None:
        speech = self._session.current_speech
        if speech is not None:
            await speech.wait_for_playout()

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
