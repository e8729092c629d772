"""The demo from its first step to its last."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from entrypoints.bootstrap.calling import (
    CallFailedError,
    CallPlan,
    CallReport,
    Persona,
    issue_token,
    livekit_credentials,
    place_call,
)
from entrypoints.bootstrap.settings import Settings
from entrypoints.cli.demo.api import Api
from entrypoints.cli.demo.checks import check
from entrypoints.cli.demo.failure import DemoFailedError
from entrypoints.cli.demo.feed import TranscriptFeed
from entrypoints.cli.demo.outcome import Outcome
from entrypoints.cli.demo.scene import Scene, scene
from entrypoints.cli.progress import Progress

_AGENT = "demo"
_IDENTITY = "caller"
_ENDS_WITHIN_S = 20.0


async def run_demo(settings: Settings, *, persona_name: str, progress: Progress) -> Outcome:
    """Raises DemoFailedError, or a ServiceError of the step that failed."""
    persona = Persona.load(persona_name)
    run_dir = settings.var_dir / "demo" / time.strftime("%Y%m%d-%H%M%S")
    settings = settings.updated(database_url=f"sqlite:///{run_dir.absolute() / 'voice-agent.db'}")
    async with scene(settings, persona, run_dir=run_dir, progress=progress) as stage:
        _introduce(stage, progress)
        async with httpx.AsyncClient(base_url=stage.base_url, trust_env=False, timeout=15) as http:
            api = Api(http)
            call = _Call(
                stage=stage,
                api=api,
                feed=TranscriptFeed(api, progress),
                run_dir=run_dir,
                progress=progress,
            )
            outcome = await call.place()
        outcome.show(progress)
        check(outcome, persona)
    return outcome


def _introduce(stage: Scene, progress: Progress) -> None:
    progress.say(f"service ready at {stage.base_url}")
    if stage.stand_in is None:
        progress.say(f"Realtime endpoint: {stage.settings.openai_base_url or 'OpenAI'}")
        return
    ears, mouth = stage.stand_in.ears, stage.stand_in.mouth
    progress.say(f"the Realtime server is a local stand-in: ears {ears}, mouth {mouth}")
    if ears == "scripted":
        raise DemoFailedError("Realtime server: its ears are scripted, so nothing would be heard")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    """The call itself, and what is stored of it."""

    stage: Scene
    api: Api
    feed: TranscriptFeed
    run_dir: Path
    progress: Progress

    @property
    def room(self) -> str:
        return f"demo-{self.run_dir.name}"

    async def place(self) -> Outcome:
        token = issue_token(livekit_credentials(self.stage.settings), self.room, _IDENTITY)
        plan = CallPlan(
            room=self.room,
            identity=_IDENTITY,
            token=token,
            recording=self.run_dir / "recording.wav",
        )
        async with self.feed.running():
            try:
                report = await place_call(
                    self.stage.settings,
                    plan,
                    self.stage.caller,
                    ask_for_agent=lambda: self._dispatch(token),
                    news=self.progress.say,
                )
            except CallFailedError as error:
                raise DemoFailedError(f"call: {error}") from error
        return await self._outcome(report)

    async def _dispatch(self, token: str) -> None:
        answer = await self.api.dispatch(
            {
                "conversationId": self.room,
                "agentId": _AGENT,
                "userId": _IDENTITY,
                "roomName": self.room,
                "token": token,
            }
        )
        self.feed.session_id = answer["sessionId"]
        self.progress.say(f"dispatched, session {answer['sessionId']}: {answer['message']}")

    async def _outcome(self, report: CallReport) -> Outcome:
        session = await self._ended_session()
        return Outcome(
            session=session,
            turns=await self.feed.show_new(),
            lead=await self.api.lead(session["sessionId"]),
            report=report,
            database=self.stage.settings.database_url,
            run_dir=self.run_dir,
        )

    async def _ended_session(self) -> Mapping[str, Any]:
        deadline = self.progress.seconds + _ENDS_WITHIN_S
        while True:
            session = await self.api.session(self.feed.session_id)
            if session["status"] != "active" or self.progress.seconds > deadline:
                return session
            await asyncio.sleep(0.2)
