"""Wherever a relay is killed in a run of a workflow, the next one does what is left of it."""

import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.sql.migrations_runner import migrate
from application.ports.work_queue import WorkState
from application.use_cases.workflows.call_workflow import CallWorkflowCommand
from application.use_cases.workflows.save_workflow import SaveWorkflowCommand
from domain.ids import WorkflowRunId
from domain.workflow.actions import CallWebhook, CreateTask, Wait
from domain.workflow.run import RunState
from domain.workflow.triggers import Called
from domain.workflow.workflow import Step, WorkflowConfig
from entrypoints.bootstrap.lifecycle import open_container
from tests.relay.dying import NEVER, WORKFLOW_BOUNDARIES, WORKFLOW_SECRET, settings_of
from tests.relay.test_kills import World
from tests.webhooks.receiver import receiving


def flow(url: str) -> WorkflowConfig:
    """Work of each sort, and a timer between."""
    return WorkflowConfig(
        name="flow",
        triggers=(Called(),),
        steps=(
            Step(name="note", action=CreateTask(title="It began")),
            Step(name="tell", action=CallWebhook(url=url, body={"told": "first"})),
            Step(name="pause", action=Wait(seconds=1)),
            Step(name="task", action=CreateTask(title="It goes on")),
            Step(name="close", action=CallWebhook(url=url, body={"told": "last"})),
        ),
    )


class WorkflowKillContract:
    """Subclasses bring a `url` fixture: a database with our tables."""

    @pytest.fixture
    async def world(self, url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
        async with receiving() as receiver:
            receiver.secret = WORKFLOW_SECRET
            settings = settings_of(url, receiver.host)
            async with open_container(settings) as container:
                yield World(url, container, receiver)

    @pytest.mark.parametrize("boundary", WORKFLOW_BOUNDARIES)
    async def test_wherever_a_relay_is_killed_each_step_is_done_once(
        self, world: World, boundary: str
    ) -> None:
        run_id = await self._started(world)
        assert await world.relay(boundary) == -signal.SIGKILL
        assert await world.relay(NEVER) == 0
        async with world.container.unit_of_work()() as uow:
            run = await uow.workflow_runs.get(run_id)
            tasks = await uow.tasks.find_page(is_open=None, after=None, limit=9)
        assert run.state is RunState.DONE
        assert [one.title for one in tasks] == ["It goes on", "It began"]
        assert list(world.receiver.kept.values()) == [{"told": "first"}, {"told": "last"}]
        stats = await world.container.work_admin().stats()
        assert {state for state, number in stats.by_state.items() if number} == {WorkState.DONE}

    async def _started(self, world: World) -> WorkflowRunId:
        saved = await world.container.save_workflow().execute(
            SaveWorkflowCommand(config=flow(world.receiver.url))
        )
        run = await world.container.call_workflow().execute(
            CallWorkflowCommand(workflow_id=saved.id)
        )
        assert run is not None
        return run.id


class TestWorkflowKillsOnSqlite(WorkflowKillContract):
    @pytest.fixture
    async def url(self, tmp_path: Path) -> str:
        url = f"sqlite:///{tmp_path}/service.db"
        await migrate(url)
        return url


@pytest.mark.postgres
class TestWorkflowKillsOnPostgres(WorkflowKillContract):
    @pytest.fixture
    def url(self, postgres_url: str) -> str:
        return postgres_url
