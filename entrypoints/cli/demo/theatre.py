"""Where scenarios are played: a service that runs, its API, and a folder for the recordings."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from entrypoints.bootstrap.scripted_calls import ScriptedCall, ScriptReport, listen_to_takes
from entrypoints.bootstrap.settings import Settings
from entrypoints.cli.demo.api import Api
from entrypoints.cli.demo.desk import DESK, Desk
from entrypoints.cli.demo.evidence import CallEvidence, Evidence, Recorded
from entrypoints.cli.demo.failure import DemoFailedError
from entrypoints.cli.demo.feed import TranscriptFeed
from entrypoints.cli.demo.played import Played
from entrypoints.cli.demo.scenarios.scenario import AgentJson, PlannedCall, Scenario
from entrypoints.cli.progress import Progress

_ENDS_WITHIN_S = 25.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Theatre:
    """Plays scenarios one after the other. The service's tools may reach *desk*."""

    settings: Settings
    api: Api
    desk: Desk
    run_dir: Path
    progress: Progress
    _agents: dict[str, str] = field(default_factory=dict)

    async def play(self, scenario: Scenario) -> Played:
        """All its calls. Raises DemoFailedError when the service does not do its part."""
        self._agents.clear()
        self.desk.asked.clear()
        calls = [
            await self._play_call(call, name=f"{scenario.name}-{number}")
            for number, call in enumerate(scenario.calls, start=1)
        ]
        return Played(
            scenario=scenario,
            evidence=Evidence(calls=tuple(calls), asked=tuple(self.desk.asked)),
            database=self.settings.database_url,
        )

    async def _play_call(self, call: PlannedCall, *, name: str) -> CallEvidence:
        room = f"{self.run_dir.name}-{name}"
        agent_id = await self._agent(call.agent)
        feed = TranscriptFeed(self.api, self.progress)

        async def dispatch() -> None:
            body = {"conversationId": room, "agentId": agent_id, "roomName": room, "token": None}
            answer = await self.api.dispatch({**body, "userId": call.user_id})
            feed.session_id = answer["sessionId"]
            self.progress.say(f"session {answer['sessionId']} in room {room}")

        script = ScriptedCall(
            settings=self.settings, room=room, folder=self.run_dir, name=name, script=call.script
        )
        async with feed.running():
            report = await script.play(ask_for_agent=dispatch, news=self.progress.say)
        if not feed.session_id:
            raise DemoFailedError(f"call: {report.broke}")
        return await self._evidence(room, feed, report)

    async def _agent(self, config: AgentJson) -> str:
        name = str(config["name"])
        if name not in self._agents:
            here = json.loads(json.dumps(config).replace(DESK, self.desk.base_url))
            self._agents[name] = (await self.api.create_agent(here))["agentId"]
        return self._agents[name]

    async def _evidence(
        self, room: str, feed: TranscriptFeed, report: ScriptReport
    ) -> CallEvidence:
        session = await self._ended(feed.session_id)
        heard = await asyncio.to_thread(listen_to_takes, report.takes)
        return CallEvidence(
            room=room,
            session=session,
            turns=await feed.show_new(),
            lead=await self.api.find_lead(feed.session_id),
            report=report,
            recordings=tuple(
                Recorded(take=take, listening=listening)
                for take, listening in zip(report.takes, heard, strict=True)
            ),
        )

    async def _ended(self, session_id: str) -> Mapping[str, Any]:
        deadline = self.progress.seconds + _ENDS_WITHIN_S
        while True:
            session = await self.api.session(session_id)
            if session["status"] != "active" or self.progress.seconds > deadline:
                return session
            await asyncio.sleep(0.2)
