"""A scenario from its first step to its last."""

import httpx

from entrypoints.bootstrap.scripted_calls import rehearse_script
from entrypoints.bootstrap.settings import Settings
from entrypoints.cli.demo.api import Api
from entrypoints.cli.demo.desk import open_desk
from entrypoints.cli.demo.played import Played
from entrypoints.cli.demo.scenarios.scenario import Scenario
from entrypoints.cli.demo.scene import for_one_run, scene
from entrypoints.cli.demo.theatre import Theatre
from entrypoints.cli.progress import Progress


async def run_scenario(settings: Settings, scenario: Scenario, *, progress: Progress) -> Played:
    """Raises DemoFailedError, or a ServiceError of the step that failed."""
    run_dir, settings = for_one_run(settings)

    async def rehearse() -> None:
        for call in scenario.calls:
            await rehearse_script(call.script, var_dir=settings.var_dir)

    progress.say(f"{scenario.name}: {scenario.title}")
    async with open_desk() as desk:
        settings = settings.updated(tool_allowed_hosts=desk.address)
        async with (
            scene(settings, rehearse=rehearse, run_dir=run_dir, progress=progress) as stage,
            httpx.AsyncClient(base_url=stage.base_url, trust_env=False, timeout=15) as http,
        ):
            theatre = Theatre(
                settings=stage.settings,
                api=Api(http),
                desk=desk,
                run_dir=run_dir,
                progress=progress,
            )
            played = await theatre.play(scenario)
            played.show(progress)
    return played
