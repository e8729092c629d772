"""Steps are done: looked up in the ledger first, and kept with their effect."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from application.ports.system import Clock
from application.ports.unit_of_work import UnitOfWork, UnitOfWorkFactory
from application.ports.work_queue import Effect, RunningJob
from application.workflows.acting import Acted, OnCall, StepInHand
from application.workflows.crm_fields import CrmFields
from application.workflows.inside import InsideActions
from application.workflows.keeping import keep_run
from application.workflows.outside import OutsideActions
from application.workflows.variables import variables_of
from domain.ids import VoiceSessionId
from domain.workflow.actions import (
    CallWebhook,
    ChangeInstructions,
    CreateTask,
    EndCall,
    Say,
    SendMessage,
    StartWorkflow,
    TransferCaller,
    UpdateCrm,
    Wait,
)
from domain.workflow.conditions import holds
from domain.workflow.run import WorkflowRun


@dataclass(frozen=True, slots=True, kw_only=True)
class Performer:
    """Does the present step of a run, but for waits.

    What a step did is kept in one transaction with its effect and with what it writes inside.
    Whoever is killed before that does it again, under the same key.
    """

    unit_of_work: UnitOfWorkFactory
    outside: OutsideActions
    inside: InsideActions
    crm_fields: CrmFields
    clock: Clock

    async def perform(self, job: RunningJob, run: WorkflowRun) -> WorkflowRun:
        """The run with the step done or passed over. Raises what the step's action raises."""
        step = await self._in_hand(job, run)
        when = run.step.when
        if when is not None and not holds(when, step.variables):
            return await self._keep(step, Acted(note="not called for", skipped=True))
        async with self.unit_of_work() as uow:
            effect = await uow.effects.find(step.key)
        if effect is not None:
            return await self._keep(step, Acted(note="was done before"))
        async with asyncio.timeout(run.step.timeout):
            acted = await self._act(step)
        return await self._keep(step, acted)

    async def _in_hand(self, job: RunningJob, run: WorkflowRun) -> StepInHand:
        async with self.unit_of_work() as uow:
            return StepInHand(
                run=run,
                key=job.effect_key(str(run.position)),
                variables=await variables_of(uow, session_id=run.session_id, facts=run.facts),
                on_call=await _on_call(uow, run.session_id) if run.session_id else None,
            )

    async def _act(self, step: StepInHand) -> Acted:
        action = step.run.step.action
        match action:
            case CallWebhook():
                return await self.outside.call_webhook(step, action)
            case SendMessage():
                return await self.outside.send_message(step, action)
            case TransferCaller():
                return await self.outside.transfer(step, action)
            case UpdateCrm():
                return await self.crm_fields.update(step, action)
            case _:
                return self._inside(step, action)

    def _inside(
        self,
        step: StepInHand,
        action: CreateTask | StartWorkflow | ChangeInstructions | Say | EndCall | Wait,
    ) -> Acted:
        match action:
            case CreateTask():
                return self.inside.create_task(step, action)
            case StartWorkflow():
                return self.inside.start_workflow(step, action)
            case ChangeInstructions() | Say() | EndCall():
                return self.inside.order(step, action)
            case Wait():
                raise AssertionError("a wait is for whoever has the timers")
            case _:
                assert_never(action)

    async def _keep(self, step: StepInHand, acted: Acted) -> WorkflowRun:
        now = self.clock.now()

        async def change(uow: UnitOfWork, held: WorkflowRun) -> WorkflowRun:
            if held.is_cancelled and not acted.target:
                return held
            if acted.target:
                await uow.effects.add(_effect(step, acted, now=now))
            written = await acted.write(uow) if acted.write else ""
            note = ", ".join(one for one in (acted.note, written) if one)
            return held.done(now=now, note=note, skipped=acted.skipped)

        return await keep_run(self.unit_of_work, step.run, change)


def _effect(step: StepInHand, acted: Acted, *, now: datetime) -> Effect:
    return Effect(
        key=step.key,
        kind=f"workflow:{step.run.step.action.type}",
        target=acted.target,
        at=now,
        result={"runId": step.run.id},
    )


async def _on_call(uow: UnitOfWork, session_id: VoiceSessionId) -> OnCall:
    session = await uow.sessions.get(session_id)
    agent = await uow.agents.get(session.request.agent_id, version=session.agent_version)
    lead = await uow.leads.find_by_session(session_id)
    return OnCall(session=session, agent=agent.config, lead=lead)
