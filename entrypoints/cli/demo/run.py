"""The demo from its first step to its last."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from domain.errors import InvalidValueError
from entrypoints.bootstrap.calling import (
    CallFailedError,
    CallPlan,
    CallReport,
    Persona,
    Rehearsed,
    issue_token,
    livekit_credentials,
    place_call,
    rehearse_persona,
)
from entrypoints.bootstrap.settings import Settings
from entrypoints.cli.demo.api import Api
from entrypoints.cli.demo.checks import check
from entrypoints.cli.demo.failure import DemoFailedError
from entrypoints.cli.demo.feed import TranscriptFeed
from entrypoints.cli.demo.outcome import Outcome
from entrypoints.cli.demo.scenarios.names import SCENARIO_NAMES
from entrypoints.cli.demo.scene import Scene, for_one_run, scene
from entrypoints.cli.progress import Progress

_AGENT = "demo"
_IDENTITY = "caller"
_ENDS_WITHIN_S = 20.0
_IN_THE_CRM_WITHIN_S = 20.0


async def run_demo(settings: Settings, *, persona_name: str, progress: Progress) -> Outcome:
    """Raises DemoFailedError, or a ServiceError of the step that failed."""
    persona = _persona(persona_name)
    run_dir, settings = for_one_run(settings)

    async def rehearse() -> Rehearsed:
        return await rehearse_persona(persona, var_dir=settings.var_dir)

    async with scene(settings, rehearse=rehearse, run_dir=run_dir, progress=progress) as stage:
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


def _persona(name: str) -> Persona:
    try:
        return Persona.load(name)
    except InvalidValueError as error:
        choice = ", ".join(SCENARIO_NAMES)
        raise InvalidValueError(f"{error}, and no scenario of that name: {choice}") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    """The call itself, and what is stored of it."""

    stage: Scene[Rehearsed]
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
                    self.stage.rehearsed,
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
            crm=await self._crm_entries(session["sessionId"]),
            report=report,
            database=self.stage.settings.database_url,
            run_dir=self.run_dir,
        )

    async def _crm_entries(self, session_id: str) -> list[Mapping[str, Any]]:
        """What the work after the call brings to the CRM, once it is there."""
        deadline = self.progress.seconds + _IN_THE_CRM_WITHIN_S
        while True:
            entries = await self.api.crm_entries(session_id)
            if entries or self.progress.seconds > deadline:
                return entries
            await asyncio.sleep(0.3)

    async def _ended_session(self) -> Mapping[str, Any]:
        deadline = self.progress.seconds + _ENDS_WITHIN_S
        while True:
            session = await self.api.session(self.feed.session_id)
            if session["status"] != "active" or self.progress.seconds > deadline:
                return session
            await asyncio.sleep(0.2)
