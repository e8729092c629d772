"""How many dispatches a second the service takes, LiveKit's answer and the stored row included."""

import asyncio
import time
from dataclasses import dataclass

import httpx

from entrypoints.bootstrap.calling import percentile

_CLIENTS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchRate:
    """Requests a second, and how long one took."""

    per_second: float
    p50_ms: int
    p99_ms: int


async def dispatch_rate(base_url: str, *, seconds: float) -> DispatchRate:
    """Dispatch into a new room each time, from several clients at once."""
    began = time.monotonic()
    async with httpx.AsyncClient(base_url=base_url, trust_env=False, timeout=30) as http:
        took = await asyncio.gather(
            *(_client(http, f"load-{number}", began + seconds) for number in range(_CLIENTS))
        )
    times = tuple(ms for one in took for ms in one)
    return DispatchRate(
        per_second=len(times) / (time.monotonic() - began),
        p50_ms=percentile(times, 0.5) or 0,
        p99_ms=percentile(times, 0.99) or 0,
    )


async def _client(http: httpx.AsyncClient, name: str, until: float) -> list[int]:
    took: list[int] = []
    while time.monotonic() < until:
        room = f"{name}-{len(took)}"
        body = {"conversationId": room, "agentId": "demo", "userId": "load", "roomName": room}
        began = time.monotonic()
        (await http.post("/api/agents/dispatch", json=body)).raise_for_status()
        took.append(round((time.monotonic() - began) * 1000))
    return took
