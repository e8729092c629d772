"""Servers that all end-to-end tests share; each test has its own service and database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from entrypoints.bootstrap.local_realtime import local_realtime
from entrypoints.bootstrap.local_stack import local_livekit
from entrypoints.bootstrap.settings import Settings, load_settings
from tests.end_to_end.stage import Stage


@pytest.fixture(scope="session")
def plain_settings() -> Settings:
    """Defaults, whatever accounts this machine's environment knows."""
    return load_settings(None).updated(
        livekit_url=None,
        livekit_api_key=None,
        livekit_api_secret=None,
        openai_api_key=None,
        openai_base_url=None,
    )


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def stage(
    plain_settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Stage]:
    """A LiveKit server and a local Realtime server with real ears."""
    folder: Path = tmp_path_factory.mktemp("stage")
    async with (
        local_livekit(plain_settings, log_dir=folder, say=print, port=0) as settings,
        local_realtime(folder) as realtime,
    ):
        assert (await realtime.ready()).ears != "scripted"
        yield Stage(
            settings=settings.updated(openai_base_url=realtime.base_url),
            realtime_control_url=realtime.control_url,
        )
