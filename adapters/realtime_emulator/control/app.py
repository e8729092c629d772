"""The routes of the control plane."""

from collections.abc import Callable

from aiohttp import web

from adapters.realtime_emulator.control.faults import FaultRoutes
from adapters.realtime_emulator.control.observation import ObservationRoutes
from adapters.realtime_emulator.control.script import ScriptRoutes
from adapters.realtime_emulator.engine import Engine
from adapters.realtime_emulator.ports import BrainFactory

LoadScenario = Callable[[str], BrainFactory]
"""Reads a scenario by its name or path. Raises OSError or ValueError."""


def control_app(engine: Engine, load_scenario: LoadScenario) -> web.Application:
    """Routes under `/_double`, and `/health`."""
    script, faults = ScriptRoutes(engine, load_scenario), FaultRoutes(engine)
    watch = ObservationRoutes(engine)
    app = web.Application(middlewares=[_explain_mistakes])
    app.router.add_get("/health", watch.health)
    app.router.add_get("/_double/journal", watch.journal)
    app.router.add_delete("/_double/journal", watch.clear_journal)
    app.router.add_get("/_double/scenario", script.scenario)
    app.router.add_post("/_double/scenario", script.set_scenario)
    app.router.add_post("/_double/utterances", script.queue_utterances)
    app.router.add_post("/_double/keys", script.press_keys)
    app.router.add_get("/_double/faults", faults.listed)
    app.router.add_post("/_double/faults", faults.order)
    app.router.add_delete("/_double/faults", faults.heal)
    return app


@web.middleware
async def _explain_mistakes(
    request: web.Request, handler: Callable[..., object]
) -> web.StreamResponse:
    try:
        answer: web.StreamResponse = await handler(request)  # type: ignore[misc]
    except KeyError as error:
        return web.json_response({"error": f"{error} is missing"}, status=400)
    except (OSError, TypeError, ValueError) as error:
        return web.json_response({"error": str(error)}, status=400)
    else:
        return answer
