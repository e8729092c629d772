"""The control plane, on a loopback port of its own: scenario, faults, utterances, journal."""

from collections.abc import Callable

from aiohttp import web

from adapters.realtime_emulator.ears.scripted import ScriptedEars
from adapters.realtime_emulator.faults import Fault
from adapters.realtime_emulator.ports import Brain
from adapters.realtime_emulator.state import Emulator

LoadScenario = Callable[[str], Callable[[], Brain]]


def control_app(emulator: Emulator, load_scenario: LoadScenario) -> web.Application:
    """Routes under `/_double`, and `/health`."""
    control = _Control(emulator, load_scenario)
    app = web.Application()
    app.router.add_get("/health", control.health)
    app.router.add_post("/_double/scenario", control.scenario)
    app.router.add_get("/_double/faults", control.list_faults)
    app.router.add_post("/_double/faults", control.order_fault)
    app.router.add_delete("/_double/faults", control.heal)
    app.router.add_post("/_double/utterances", control.utterance)
    app.router.add_get("/_double/journal", control.journal)
    return app


class _Control:
    def __init__(self, emulator: Emulator, load_scenario: LoadScenario) -> None:
        self._emulator = emulator
        self._load_scenario = load_scenario

    async def health(self, request: web.Request) -> web.Response:
        return web.json_response(self._emulator.health())

    async def scenario(self, request: web.Request) -> web.Response:
        name = str((await request.json()).get("name", ""))
        try:
            self._emulator.new_brain = self._load_scenario(name)
        except (OSError, ValueError) as error:
            return web.json_response({"error": str(error)}, status=400)
        self._emulator.scenario = name
        return web.json_response({"scenario": name})

    async def list_faults(self, request: web.Request) -> web.Response:
        orders = self._emulator.faults.orders
        return web.json_response(
            [{"kind": order.kind, "after": order.after, "times": order.times} for order in orders]
        )

    async def order_fault(self, request: web.Request) -> web.Response:
        try:
            self._emulator.faults.order(Fault.from_json(await request.json()))
        except (KeyError, TypeError, ValueError) as error:
            return web.json_response({"error": str(error)}, status=400)
        return web.json_response({"ordered": True}, status=201)

    async def heal(self, request: web.Request) -> web.Response:
        self._emulator.faults.clear()
        return web.json_response({"faults": 0})

    async def utterance(self, request: web.Request) -> web.Response:
        ears = self._emulator.ears
        if not isinstance(ears, ScriptedEars):
            return web.json_response({"error": f"the ears are {ears.name}"}, status=409)
        body = await request.json()
        ears.push(str(body.get("text", "")), body.get("language"))
        return web.json_response({"queued": True}, status=201)

    async def journal(self, request: web.Request) -> web.Response:
        return web.json_response(list(self._emulator.journal))
