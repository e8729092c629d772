"""What the brain follows, what scripted ears hear, which telephone keys are pressed."""

from collections.abc import Callable

from aiohttp import web

from adapters.realtime_emulator.ears.scripted import ScriptedEars
from adapters.realtime_emulator.engine import Engine
from adapters.realtime_emulator.ports import BrainFactory


class ScriptRoutes:
    """`/_double/scenario`, `/_double/utterances` and `/_double/keys`."""

    def __init__(self, engine: Engine, load_scenario: Callable[[str], BrainFactory]) -> None:
        self._engine = engine
        self._load_scenario = load_scenario

    async def scenario(self, request: web.Request) -> web.Response:
        """The scenario of the next conversation."""
        return web.json_response({"scenario": self._engine.scenario})

    async def set_scenario(self, request: web.Request) -> web.Response:
        """Follow another one from the next conversation on."""
        name = str((await request.json())["name"])
        self._engine.new_brain = self._load_scenario(name)
        self._engine.scenario = name
        return await self.scenario(request)

    async def queue_utterances(self, request: web.Request) -> web.Response:
        """Have scripted ears "hear" one utterance, or a list of them; real ears refuse."""
        ears = self._engine.ears
        if not isinstance(ears, ScriptedEars):
            reason = f"the ears are {ears.name}: they hear what is said"
            return web.json_response({"error": reason}, status=409)
        body = await request.json()
        for utterance in body if isinstance(body, list) else [body]:
            ears.push(str(utterance["text"]), utterance.get("language"))
        return web.json_response({"ears": ears.name})

    async def press_keys(self, request: web.Request) -> web.Response:
        """Have every connected session notice telephone keys."""
        keys = str((await request.json())["keys"])
        for session in self._engine.live:
            for key in keys:
                await session.press(key)
        return web.json_response({"sessions": len(self._engine.live)})
