"""A stand-in for OpenAI's chat completions endpoint, written from its published schema.

It shows that requests and answers have the right shape and what we do about failures, and nothing
about how well the real service reads: it answers what it is given.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer


@dataclass
class ReadingService:
    """*answers* are given in turn: a status, the content of a message, or None for a refusal."""

    answers: list[int | str | None]
    delay_s: float = 0.0
    asked: list[dict[str, Any]] = field(default_factory=list)

    def server(self) -> TestServer:
        """To be started and closed by the test."""
        application = web.Application()
        application.router.add_post("/v1/chat/completions", self._answer)
        return TestServer(application)

    async def _answer(self, request: web.Request) -> web.Response:
        self.asked.append(await request.json())
        await asyncio.sleep(self.delay_s)
        answer = self.answers.pop(0)
        if isinstance(answer, int):
            return web.json_response({"error": {"message": "no"}}, status=answer)
        refusal = "I will not" if answer is None else None
        message = {"role": "assistant", "content": answer, "refusal": refusal}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        return web.json_response({"id": "c", "object": "chat.completion", "choices": [choice]})
