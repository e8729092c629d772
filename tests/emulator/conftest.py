"""A server with scripted ears, a humming mouth and an obedient brain, and clients for it."""

import shutil
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import aiohttp
import numpy as np
import pytest
from openai import AsyncOpenAI

from adapters.realtime_emulator.ears.scripted import ScriptedEars
from adapters.realtime_emulator.ports import BrainFactory
from adapters.realtime_emulator.resample import resample
from adapters.realtime_emulator.run import EmulatorConfig, RunningEmulator, running_emulator
from tests.emulator.engines import RATE, HummingMouth, ObedientBrain
from tests.emulator.raw_client import RawClient

KEY = "sk-test"
Connect = Callable[..., AbstractAsyncContextManager[RawClient]]


def obedient_brains(scenario: str) -> BrainFactory:
    """The only scenario there is here. Raises ValueError for others."""
    if scenario != "obedient":
        raise ValueError(f"no scenario is called {scenario!r}")
    return ObedientBrain


@pytest.fixture
def ears() -> ScriptedEars:
    return ScriptedEars()


@pytest.fixture
def config(ears: ScriptedEars) -> EmulatorConfig:
    return EmulatorConfig(
        ears=ears, mouth=HummingMouth(), load_scenario=obedient_brains, scenario="obedient"
    )


@pytest.fixture
async def emulator(config: EmulatorConfig) -> AsyncIterator[RunningEmulator]:
    async with running_emulator(config) as running:
        yield running


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def connect(emulator: RunningEmulator, http: aiohttp.ClientSession) -> Connect:
    @asynccontextmanager
    async def connected(
        query: str = "model=gpt-realtime", *, key: str = KEY, is_strict: bool = True
    ) -> AsyncIterator[RawClient]:
        url = f"{emulator.base_url}/realtime?{query}"
        async with http.ws_connect(url, headers={"Authorization": f"Bearer {key}"}) as socket:
            client = RawClient(socket, is_strict=is_strict)
            yield client

    return connected


@pytest.fixture
async def client(connect: Connect) -> AsyncIterator[RawClient]:
    async with connect() as connected:
        await connected.until("session.created")
        yield connected


@pytest.fixture
async def openai_client(emulator: RunningEmulator) -> AsyncIterator[AsyncOpenAI]:
    async with AsyncOpenAI(base_url=emulator.base_url, api_key=KEY, max_retries=0) as client:
        yield client


@pytest.fixture(scope="session")
def speech() -> bytes:
    """Some seconds of a voice, 24 kHz, without a pause long enough to end a turn."""
    program = shutil.which("espeak-ng")
    assert program is not None, "these tests speak with espeak-ng: install it"
    command = [program, "--stdout", "-s", "170", "hello this is the caller speaking to you now"]
    wav = subprocess.run(command, capture_output=True, check=True, timeout=20).stdout
    samples = np.frombuffer(resample(wav[44:], source=22_050, target=RATE), "<i2")
    (loud,) = np.nonzero(np.abs(samples) > 300)
    return samples[loud[0] : loud[-1]].tobytes()


def silence(ms: int) -> bytes:
    """24 kHz audio in which nobody speaks."""
    return bytes(RATE * 2 * ms // 1000)
