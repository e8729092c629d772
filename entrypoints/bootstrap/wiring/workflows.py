"""Workflows: what starts them, and who does their steps."""

import random

from dependency_injector import providers

from application.job_attempt import Backoff
from application.ports.messages import Messages
from application.ports.system import Clock
from application.ports.webhooks import WebhookSender
from application.use_cases.workflows.call_workflow import CallWorkflow
from application.use_cases.workflows.cancel_run import CancelRun
from application.use_cases.workflows.complete_task import CompleteTask
from application.use_cases.workflows.delete_workflow import DeleteWorkflow
from application.use_cases.workflows.notice_occurrence import NoticeOccurrence
from application.use_cases.workflows.replay_run import ReplayRun
from application.use_cases.workflows.run_workflow import RunWorkflow
from application.use_cases.workflows.save_workflow import SaveWorkflow
from application.use_cases.workflows.trigger_workflows import TriggerWorkflows
from application.workflow_queries import WorkflowQueries
from application.workflows.crm_fields import CrmFields
from application.workflows.inside import InsideActions
from application.workflows.outside import OutsideActions
from application.workflows.performing import Performer
from application.workflows.starting import Starter
from entrypoints.bootstrap.settings import Settings
from entrypoints.bootstrap.wiring.crm import CrmWiring
from entrypoints.bootstrap.wiring.foundation import Foundation
from entrypoints.bootstrap.wiring.webhooks import WebhooksWiring


def make_messages(
    settings: Settings, sender: WebhookSender, secrets: tuple[str, ...], clock: Clock
) -> Messages:
    """The way messages leave by; a stand-in where none is configured."""
    if settings.messages_webhook_url is None:
        from adapters.messages.stand_in import LogMessages

        return LogMessages()
    from adapters.messages.webhook import WebhookMessages

    url = settings.messages_webhook_url
    return WebhookMessages(sender=sender, url=url, clock=clock, secrets=secrets)


def _secrets(settings: Settings) -> tuple[str, ...]:
    secret = settings.workflow_webhook_secret
    return (secret.get_secret_value(),) if secret else ()


def _backoff() -> Backoff:
    return Backoff(chance=random.random)


class WorkflowsWiring(WebhooksWiring, CrmWiring):
    """Workflows as data, their runs, and the ways in which steps act."""

    workflow_secrets = providers.Callable[tuple[str, ...]](_secrets, Foundation.settings)
    messages = providers.Singleton[Messages](
        make_messages,
        Foundation.settings,
        WebhooksWiring.webhook_sender,
        workflow_secrets,
        Foundation.clock,
    )
    workflow_starter = providers.Singleton[Starter](
        Starter, clock=Foundation.clock, ids=Foundation.ids
    )
    workflow_queries = providers.Singleton[WorkflowQueries](
        WorkflowQueries, unit_of_work=Foundation.unit_of_work
    )
    save_workflow = providers.Singleton[SaveWorkflow](
        SaveWorkflow,
        unit_of_work=Foundation.unit_of_work,
        sender=WebhooksWiring.webhook_sender,
        clock=Foundation.clock,
        ids=Foundation.ids,
    )
    delete_workflow = providers.Singleton[DeleteWorkflow](
        DeleteWorkflow, unit_of_work=Foundation.unit_of_work
    )
    call_workflow = providers.Singleton[CallWorkflow](
        CallWorkflow, unit_of_work=Foundation.unit_of_work, starter=workflow_starter
    )
    replay_run = providers.Singleton[ReplayRun](
        ReplayRun, unit_of_work=Foundation.unit_of_work, starter=workflow_starter
    )
    cancel_run = providers.Singleton[CancelRun](
        CancelRun, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
    complete_task = providers.Singleton[CompleteTask](
        CompleteTask, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
    notice_occurrence = providers.Singleton[NoticeOccurrence](
        NoticeOccurrence, unit_of_work=Foundation.unit_of_work, starter=workflow_starter
    )
    trigger_workflows = providers.Singleton[TriggerWorkflows](
        TriggerWorkflows, unit_of_work=Foundation.unit_of_work, notice=notice_occurrence
    )
    run_workflow = providers.Singleton[RunWorkflow](
        RunWorkflow,
        unit_of_work=Foundation.unit_of_work,
        performer=providers.Singleton[Performer](
            Performer,
            unit_of_work=Foundation.unit_of_work,
            outside=providers.Singleton[OutsideActions](
                OutsideActions,
                sender=WebhooksWiring.webhook_sender,
                messages=messages,
                rooms=Foundation.rooms.provider,
                clock=Foundation.clock,
                secrets=workflow_secrets,
            ),
            inside=providers.Singleton[InsideActions](
                InsideActions, clock=Foundation.clock, ids=Foundation.ids
            ),
            crm_fields=providers.Singleton[CrmFields](
                CrmFields, crm=CrmWiring.crm, clock=Foundation.clock, ids=Foundation.ids
            ),
            clock=Foundation.clock,
        ),
        clock=Foundation.clock,
        backoff=providers.Singleton[Backoff](_backoff),
    )
