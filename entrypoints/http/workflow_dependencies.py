"""What the routes of workflows ask for, taken from the container."""

from typing import Annotated

from fastapi import Depends, Header, Path

from application.use_cases.workflows.call_workflow import CallWorkflow
from application.use_cases.workflows.cancel_run import CancelRun
from application.use_cases.workflows.complete_task import CompleteTask
from application.use_cases.workflows.delete_workflow import DeleteWorkflow
from application.use_cases.workflows.replay_run import ReplayRun
from application.use_cases.workflows.save_workflow import SaveWorkflow
from application.workflow_queries import WorkflowQueries
from domain.ids import TaskId, WorkflowId, WorkflowRunId
from entrypoints.http.dependencies import ContainerDep
from entrypoints.http.idempotency import KEY_PATTERN
from entrypoints.http.schemas.base import NAME_PATTERN


async def _queries(container: ContainerDep) -> WorkflowQueries:
    return container.workflow_queries()


async def _save(container: ContainerDep) -> SaveWorkflow:
    return container.save_workflow()


async def _delete(container: ContainerDep) -> DeleteWorkflow:
    return container.delete_workflow()


async def _call(container: ContainerDep) -> CallWorkflow:
    return container.call_workflow()


async def _replay(container: ContainerDep) -> ReplayRun:
    return container.replay_run()


async def _cancel(container: ContainerDep) -> CancelRun:
    return container.cancel_run()


async def _complete(container: ContainerDep) -> CompleteTask:
    return container.complete_task()


WorkflowQueriesDep = Annotated[WorkflowQueries, Depends(_queries)]
SaveWorkflowDep = Annotated[SaveWorkflow, Depends(_save)]
DeleteWorkflowDep = Annotated[DeleteWorkflow, Depends(_delete)]
CallWorkflowDep = Annotated[CallWorkflow, Depends(_call)]
ReplayRunDep = Annotated[ReplayRun, Depends(_replay)]
CancelRunDep = Annotated[CancelRun, Depends(_cancel)]
CompleteTaskDep = Annotated[CompleteTask, Depends(_complete)]

WorkflowIdPath = Annotated[WorkflowId, Path(alias="workflowId", pattern=NAME_PATTERN)]
RunIdPath = Annotated[WorkflowRunId, Path(alias="runId", pattern=NAME_PATTERN)]
TaskIdPath = Annotated[TaskId, Path(alias="taskId", pattern=NAME_PATTERN)]
RequestKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        pattern=KEY_PATTERN,
        description="the same one twice is one run",
    ),
]
