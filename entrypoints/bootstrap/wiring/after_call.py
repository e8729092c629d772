"""What follows from calls: durable work, and who does it."""

import random
from collections.abc import Callable, Mapping

from dependency_injector import providers

from application.event_handlers import SYNC_LEAD, WRAP_UP_CALL, HandleEvent
from application.job_attempt import Backoff
from application.ports.insight import CallReader
from application.ports.system import IdGenerator
from application.ports.work_queue import JobHandler
from application.stored_events import EVENT
from application.use_cases.crm.decide_review import APPLY_REVIEW
from application.use_cases.leads.complete_lead import CompleteLead
from application.use_cases.leads.sync_lead import SYNC_CONTACT
from application.use_cases.memory.remember_call import RememberCall
from application.use_cases.sessions.wrap_up_call import WrapUpCall
from application.use_cases.work.run_work import RunWork
from application.webhook_work import DELIVER_WEBHOOK
from application.workflows.starting import RUN_WORKFLOW
from entrypoints.bootstrap import factories
from entrypoints.bootstrap.wiring.analytics import AnalyticsWiring
from entrypoints.bootstrap.wiring.crm import CrmWiring
from entrypoints.bootstrap.wiring.webhooks import WebhooksWiring
from entrypoints.bootstrap.wiring.workflows import WorkflowsWiring


def _backoff() -> Backoff:
    return Backoff(chance=random.random)


def _owner(ids: IdGenerator) -> str:
    return ids.new("run")


def _handlers(handlers: Mapping[str, JobHandler]) -> Callable[[], Mapping[str, JobHandler]]:
    return lambda: handlers


class AfterCallWiring(AnalyticsWiring, WorkflowsWiring):
    """One handler a kind of job; whoever follows events is told by the handler of `event`."""

    call_reader = providers.Singleton[CallReader](
        factories.make_call_reader, WebhooksWiring.settings
    )
    rules_reader = providers.Singleton[CallReader](factories.make_rules_reader)
    remember_call = providers.Singleton[RememberCall](
        RememberCall,
        unit_of_work=WebhooksWiring.unit_of_work,
        clock=WebhooksWiring.clock,
        ids=WebhooksWiring.ids,
    )
    complete_lead = providers.Singleton[CompleteLead](
        CompleteLead, clock=WebhooksWiring.clock, ids=WebhooksWiring.ids
    )
    wrap_up_call = providers.Singleton[WrapUpCall](
        WrapUpCall,
        unit_of_work=WebhooksWiring.unit_of_work,
        complete_lead=complete_lead,
        remember_call=remember_call,
        reader=call_reader,
        rules=rules_reader,
        clock=WebhooksWiring.clock,
    )
    handle_event = providers.Singleton[HandleEvent](
        HandleEvent,
        unit_of_work=WebhooksWiring.unit_of_work,
        followers=providers.List(
            WebhooksWiring.publish_event,
            WorkflowsWiring.trigger_workflows,
            AnalyticsWiring.keep_figures,
        ),
    )
    job_handlers = providers.Dict(
        {
            EVENT: handle_event.provided.execute,
            SYNC_LEAD: CrmWiring.sync_lead.provided.execute,
            SYNC_CONTACT: CrmWiring.sync_contact.provided.execute,
            APPLY_REVIEW: CrmWiring.apply_crm_review.provided.execute,
            WRAP_UP_CALL: wrap_up_call.provided.execute,
            DELIVER_WEBHOOK: WebhooksWiring.deliver_webhook.provided.execute,
            RUN_WORKFLOW: WorkflowsWiring.run_workflow.provided.execute,
        }
    )
    run_work = providers.Singleton[RunWork](
        RunWork,
        desk=WebhooksWiring.work_desk,
        handlers=providers.Callable(_handlers, job_handlers),
        owner=providers.Callable(_owner, WebhooksWiring.ids),
        backoff=providers.Singleton[Backoff](_backoff),
    )
