"""A stand-in for OpenAI's moderation endpoint, written from its published schema.

It shows that requests and answers have the right shape and what we do about failures, and nothing
about what the real service finds: it flags the sentences it is given, and no others.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

CATEGORIES = (
    *("harassment", "harassment/threatening", "hate", "hate/threatening", "illicit"),
    *("illicit/violent", "self-harm", "self-harm/instructions", "self-harm/intent", "sexual"),
    *("sexual/minors", "violence", "violence/graphic"),
)


@dataclass
class ModerationService:
    """*flags* names the flagged categories of a sentence; *failures* are answered first."""

    flags: Mapping[str, tuple[str, ...]]
    failures: list[int | str] = field(default_factory=list)
    delay_s: float = 0.0
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def server(self) -> TestServer:
        """To be started and closed by the test."""
        application = web.Application()
        application.router.add_post("/v1/moderations", self._answer)
        return TestServer(application)

    async def _answer(self, request: web.Request) -> web.Response:
        asked = await request.json()
        self.asked.append(asked)
        self.keys.append(request.headers.get("Authorization", ""))
        await asyncio.sleep(self.delay_s)
        if self.failures:
            failure = self.failures.pop(0)
            if isinstance(failure, str):
                return web.Response(text=failure, content_type="application/json")
            error = {"message": "no", "type": "error", "param": None, "code": None}
            return web.json_response({"error": error}, status=failure)
        return web.json_response(self._moderated(asked))

    def _moderated(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        flagged = self.flags.get(asked["input"], ())
        result = {
            "flagged": bool(flagged),
            "categories": {name: name in flagged for name in CATEGORIES},
            "category_scores": {name: 0.93 if name in flagged else 0.001 for name in CATEGORIES},
            "category_applied_input_types": {name: ["text"] for name in CATEGORIES},
        }
        return {"id": "modr-1", "model": "omni-moderation-2024-09-26", "results": [result]}
