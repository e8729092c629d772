"""Calls placed to be measured: the same lines to whichever worker is there."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from entrypoints.bootstrap.calling import (
    CallPlan,
    CallReport,
    Line,
    Manners,
    Rehearsed,
    percentile,
    place_call,
    rehearse_lines,
)
from entrypoints.bootstrap.settings import Settings
from entrypoints.cli.bench.usage import Usage, watch

AskForAgent = Callable[[str], Awaitable[None]]

_LINES = tuple(
    Line(text=text)
    for text in (
        "I would like to make an appointment.",
        "My name is Sarah Miller.",
        "That is right.",
        "It would be for next week.",
        "In the morning, please.",
        "Thank you, goodbye.",
    )
)
_MANNERS = Manners(patience_s=20, greeting_s=15, farewell_s=4, thinking_s=0.5)
_SETTLED_AFTER_S = 4.0
_WATCHED_S = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Medians over the calls; gaps are of all turns of all calls."""

    joined_ms: int
    first_audio_ms: int
    gap_p50_ms: int
    gap_p95_ms: int
    usage: Usage
    late_ms: int


async def rehearse(settings: Settings) -> Rehearsed:
    """The caller of all benchmark calls."""
    return await rehearse_lines(_LINES, var_dir=settings.var_dir)


async def measure(
    settings: Settings,
    caller: Rehearsed,
    ask: AskForAgent,
    *,
    label: str,
    calls: int,
    at_once: int,
    worker_pid: int,
) -> Measured:
    """Place *calls* calls, *at_once* together, and watch the worker during the last batch."""
    reports: list[CallReport] = []
    usage = Usage(cpu_percent=0.0, pss_mb=0.0)
    for batch in range(calls // at_once):
        rooms = [f"bench-{label}-{time.monotonic_ns()}-{batch}-{one}" for one in range(at_once)]
        watching = asyncio.create_task(_watch_settled(worker_pid))
        reports += await asyncio.gather(*(_call(settings, caller, ask, room) for room in rooms))
        usage = await watching
    return _summary(reports, usage)


async def _watch_settled(pid: int) -> Usage:
    await asyncio.sleep(_SETTLED_AFTER_S)
    return await watch(pid, seconds=_WATCHED_S)


async def _call(settings: Settings, caller: Rehearsed, ask: AskForAgent, room: str) -> CallReport:
    plan = CallPlan(room=room, identity=f"caller-{room}", manners=_MANNERS)
    return await place_call(settings, plan, caller, ask_for_agent=lambda: ask(room))


def _summary(reports: list[CallReport], usage: Usage) -> Measured:
    gaps = tuple(gap for report in reports for gap in report.gaps_ms)
    return Measured(
        joined_ms=percentile(tuple(one.agent_joined_ms for one in reports), 0.5) or 0,
        first_audio_ms=percentile(tuple(one.first_audio_ms or 0 for one in reports), 0.5) or 0,
        gap_p50_ms=percentile(gaps, 0.5) or 0,
        gap_p95_ms=percentile(gaps, 0.95) or 0,
        usage=usage,
        late_ms=max(one.worst_delay_ms for one in reports),
    )
