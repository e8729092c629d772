"""Every scenario of the demo, on one service: what must show shows, and figures come with it."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from entrypoints.cli.demo.api import Api
from entrypoints.cli.demo.desk import open_desk
from entrypoints.cli.demo.scenarios.registry import SCENARIOS
from entrypoints.cli.demo.theatre import Theatre
from entrypoints.cli.progress import Progress
from tests.end_to_end.stage import Stage

pytestmark = [
    pytest.mark.livekit,
    pytest.mark.speech,
    pytest.mark.timeout(150),
    pytest.mark.asyncio(loop_scope="session"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def theatre(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Theatre]:
    """One service that all scenarios are played on."""
    folder: Path = tmp_path_factory.mktemp("scenarios")
    async with (
        open_desk() as desk,
        stage.service(folder, tool_allowed_hosts=desk.address) as service,
    ):
        yield Theatre(
            settings=service.settings,
            api=Api(service.http),
            desk=desk,
            run_dir=folder,
            progress=Progress(sys.stdout),
        )


@pytest.mark.parametrize("name", SCENARIOS)
async def test_it_shows_what_it_is_about(theatre: Theatre, name: str) -> None:
    played = await theatre.play(SCENARIOS[name])

    played.show(theatre.progress)
    assert played.missing == ()
    assert any(call.ear.gaps_ms for call in played.evidence.calls)
    for call in played.evidence.calls:
        assert all(recorded.listening.first_audio_ms for recorded in call.recordings)
