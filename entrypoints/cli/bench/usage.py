"""What a tree of processes takes from the machine."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass

import psutil


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """*cpu_percent* is of one core, over the time watched; *pss_mb* at its end."""

    cpu_percent: float
    pss_mb: float


def pss_mb(pid: int) -> float:
    """Memory of a process and its descendants, shared pages counted once among their users."""
    return sum(_pss(process) for process in _tree(pid)) / 2**20


async def watch(pid: int, *, seconds: float) -> Usage:
    """Look at the start and after *seconds*; processes that began or ended between count not."""
    before, began = _cpu_seconds(pid), time.monotonic()
    await asyncio.sleep(seconds)
    after, took = _cpu_seconds(pid), time.monotonic() - began
    used = sum(after[one] - before[one] for one in after.keys() & before.keys())
    return Usage(cpu_percent=100 * used / took, pss_mb=pss_mb(pid))


def _cpu_seconds(pid: int) -> Mapping[int, float]:
    seconds: dict[int, float] = {}
    for process in _tree(pid):
        try:
            times = process.cpu_times()
        except psutil.Error:
            continue
        seconds[process.pid] = times.user + times.system
    return seconds


def _tree(pid: int) -> list[psutil.Process]:
    try:
        root = psutil.Process(pid)
        return [root, *root.children(recursive=True)]
    except psutil.Error:
        return []


def _pss(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except psutil.Error:
        return 0
