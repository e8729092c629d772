"""Ctrl-C and SIGTERM."""

import asyncio
import os
import signal

import pytest

from entrypoints.cli.signals import Stop


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_lets_the_service_stop(number: signal.Signals) -> None:
    stop = Stop()
    with stop.on_signals():
        waiting = asyncio.create_task(stop.wait())
        await asyncio.sleep(0)
        os.kill(os.getpid(), number)
        async with asyncio.timeout(5):
            await waiting

    assert stop.is_requested


async def test_a_signal_gives_up_a_start_that_hangs() -> None:
    async def start() -> Stop:
        stop = Stop()
        with stop.on_signals():
            try:
                os.kill(os.getpid(), signal.SIGTERM)
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                return stop
        raise AssertionError("the start was not given up")

    async with asyncio.timeout(5):
        stop = await asyncio.create_task(start())

    assert stop.is_requested
