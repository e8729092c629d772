"""Who gets what: the one place where ports meet adapters."""

from datetime import timedelta

from dependency_injector import providers

from application.agent_queries import AgentQueries
from application.ports.health import HealthProbe
from application.ports.insight import LanguageDetector, Moderation
from application.ports.tools import ArgumentCheck, ToolRunner
from application.queries import Queries
from application.use_cases.agents.create_agent import CreateAgent
from application.use_cases.agents.discard_draft import DiscardDraft
from application.use_cases.agents.edit_draft import EditDraft
from application.use_cases.agents.publish_agent import PublishAgent
from application.use_cases.agents.roll_back_agent import RollBackAgent
from application.use_cases.leads.confirm_contact import ConfirmContact
from application.use_cases.leads.decline_contact import DeclineContact
from application.use_cases.leads.extract_lead import ExtractLead
from application.use_cases.leads.record_contact import RecordContact
from application.use_cases.leads.withdraw_contact import WithdrawContact
from application.use_cases.memory.forget_expired import ForgetExpired
from application.use_cases.memory.load_brief import LoadBrief
from application.use_cases.memory.remember_calls import RememberCalls
from application.use_cases.operations.check_health import CheckHealth
from application.use_cases.sessions.ask_for_agent import AskForAgent
from application.use_cases.sessions.claim_session import ClaimSession
from application.use_cases.sessions.dispatch_session import DispatchSession
from application.use_cases.sessions.end_session import EndSession
from application.use_cases.sessions.invoke_tool import InvokeTool
from application.use_cases.sessions.keep_session_alive import KeepAlive
from application.use_cases.sessions.order_change import OrderChange
from application.use_cases.sessions.reap_sessions import ReapSessions
from application.use_cases.sessions.record_turn import RecordTurn
from application.use_cases.sessions.report_event import ReportEvent
from application.use_cases.sessions.resolve_session_context import ResolveSessionContext
from application.use_cases.sessions.run_session import RunSession
from application.use_cases.sessions.supervise_dispatches import (
    DispatchPatience,
    SuperviseDispatches,
)
from application.use_cases.sessions.transfer_call import TransferCall
from entrypoints.bootstrap import factories
from entrypoints.bootstrap.drain import Drain
from entrypoints.bootstrap.probes import DatabaseProbe, SparingProbe, WorkerProbe, WorkQueueProbe
from entrypoints.bootstrap.settings import Settings
from entrypoints.bootstrap.wiring.access import AccessWiring
from entrypoints.bootstrap.wiring.after_call import AfterCallWiring
from entrypoints.bootstrap.wiring.contacts import ContactsWiring
from entrypoints.bootstrap.wiring.foundation import Foundation
from entrypoints.bootstrap.wiring.limits import LimitsWiring


def _patience(settings: Settings) -> DispatchPatience:
    return DispatchPatience(
        per_attempt=timedelta(seconds=settings.dispatch_attempt_s),
        max_attempts=settings.dispatch_max_attempts,
    )


def _keep_alive(settings: Settings) -> KeepAlive:
    return KeepAlive(
        lease=timedelta(seconds=settings.session_lease_s),
        beat_every=timedelta(seconds=settings.heartbeat_s),
    )


def _worker_patience(settings: Settings) -> timedelta:
    return timedelta(seconds=settings.session_lease_s)


class Container(AccessWiring, ContactsWiring, AfterCallWiring, LimitsWiring):
    """One a process; `open_container` makes it, tests override what they replace."""

    drain = providers.Singleton[Drain](Drain)

    create_agent = providers.Singleton[CreateAgent](
        CreateAgent,
        unit_of_work=Foundation.unit_of_work,
        clock=Foundation.clock,
        ids=Foundation.ids,
    )
    edit_draft = providers.Singleton[EditDraft](
        EditDraft, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
    discard_draft = providers.Singleton[DiscardDraft](
        DiscardDraft, unit_of_work=Foundation.unit_of_work
    )
    publish_agent = providers.Singleton[PublishAgent](
        PublishAgent, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
    roll_back_agent = providers.Singleton[RollBackAgent](
        RollBackAgent, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
    agent_queries = providers.Singleton[AgentQueries](
        AgentQueries, unit_of_work=Foundation.unit_of_work
    )
    queries = providers.Singleton[Queries](Queries, unit_of_work=Foundation.unit_of_work)

    extract_lead = providers.Singleton[ExtractLead](ExtractLead)

    ask_for_agent = providers.Singleton[AskForAgent](
        AskForAgent,
        unit_of_work=Foundation.unit_of_work,
        dispatcher=Foundation.dispatcher,
        clock=Foundation.clock,
    )
    dispatch_session = providers.Singleton[DispatchSession](
        DispatchSession,
        unit_of_work=Foundation.unit_of_work,
        ask_for_agent=ask_for_agent,
        tokens=Foundation.tokens,
        clock=Foundation.clock,
        ids=Foundation.ids,
    )
    supervise_dispatches = providers.Singleton[SuperviseDispatches](
        SuperviseDispatches,
        unit_of_work=Foundation.unit_of_work,
        dispatcher=Foundation.dispatcher,
        ask_for_agent=ask_for_agent,
        clock=Foundation.clock,
        patience=providers.Singleton[DispatchPatience](_patience, Foundation.settings),
    )
    end_session = providers.Singleton[EndSession](
        EndSession, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
    reap_sessions = providers.Singleton[ReapSessions](
        ReapSessions,
        unit_of_work=Foundation.unit_of_work,
        end_session=end_session,
        clock=Foundation.clock,
    )

    order_change = providers.Singleton[OrderChange](
        OrderChange,
        unit_of_work=Foundation.unit_of_work,
        clock=Foundation.clock,
        ids=Foundation.ids,
    )

    resolve_session_context = providers.Singleton[ResolveSessionContext](ResolveSessionContext)
    claim_session = providers.Singleton[ClaimSession](
        ClaimSession,
        unit_of_work=Foundation.unit_of_work,
        clock=Foundation.clock,
        ids=Foundation.ids,
    )
    record_turn = providers.Singleton[RecordTurn](
        RecordTurn, journal=Foundation.journal, clock=Foundation.clock
    )
    invoke_tool = providers.Singleton[InvokeTool](
        InvokeTool,
        record_contact=providers.Singleton[RecordContact](
            RecordContact,
            unit_of_work=Foundation.unit_of_work,
            clock=Foundation.clock,
            ids=Foundation.ids,
        ),
        confirm_contact=providers.Singleton[ConfirmContact](
            ConfirmContact, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
        ),
        decline_contact=providers.Singleton[DeclineContact](
            DeclineContact, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
        ),
        withdraw_contact=providers.Singleton[WithdrawContact](
            WithdrawContact, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
        ),
        transfer_call=providers.Singleton[TransferCall](
            TransferCall, unit_of_work=Foundation.unit_of_work, rooms=Foundation.rooms
        ),
        arguments=providers.Singleton[ArgumentCheck](factories.make_argument_check),
    )
    moderation = providers.Singleton[Moderation](factories.make_moderation, Foundation.settings)
    language_detector = providers.Singleton[LanguageDetector](factories.make_language_detector)
    tool_runner = providers.Singleton[ToolRunner](factories.make_tool_runner, Foundation.settings)
    load_brief = providers.Singleton[LoadBrief](
        LoadBrief, unit_of_work=Foundation.unit_of_work, history=AfterCallWiring.crm_history
    )
    remember_calls = providers.Singleton[RememberCalls](
        RememberCalls,
        unit_of_work=Foundation.unit_of_work,
        remember_call=AfterCallWiring.remember_call,
        clock=Foundation.clock,
    )
    forget_expired = providers.Singleton[ForgetExpired](
        ForgetExpired, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
    run_session = providers.Singleton[RunSession](
        RunSession,
        unit_of_work=Foundation.unit_of_work,
        claim_session=claim_session,
        record_turn=record_turn,
        invoke_tool=invoke_tool,
        tool_runner=tool_runner,
        end_session=end_session,
        rooms=Foundation.rooms,
        load_brief=load_brief,
        detector=language_detector,
        moderation=moderation,
        report=providers.Singleton[ReportEvent](ReportEvent, unit_of_work=Foundation.unit_of_work),
        notice=AfterCallWiring.notice_occurrence,
        clock=Foundation.clock,
        keep_alive=providers.Singleton[KeepAlive](_keep_alive, Foundation.settings),
    )

    database_probe = providers.Singleton[HealthProbe](
        DatabaseProbe, unit_of_work=Foundation.unit_of_work
    )
    livekit_probe = providers.Singleton[HealthProbe](
        factories.make_livekit_probe, Foundation.livekit_server
    )
    realtime_probe = providers.Singleton[HealthProbe](
        factories.make_realtime_probe, Foundation.settings
    )
    worker_probe = providers.Singleton[HealthProbe](
        WorkerProbe,
        beats=Foundation.worker_beats,
        clock=Foundation.clock,
        patience=providers.Callable[timedelta](_worker_patience, Foundation.settings),
    )
    work_queue_probe = providers.Singleton[HealthProbe](
        WorkQueueProbe,
        beats=Foundation.worker_beats,
        work=Foundation.work_admin,
        clock=Foundation.clock,
        patience=providers.Callable[timedelta](_worker_patience, Foundation.settings),
    )
    check_health = providers.Singleton[CheckHealth](
        CheckHealth,
        probes=providers.List(
            providers.Singleton[HealthProbe](SparingProbe, livekit_probe, Foundation.clock),
            providers.Singleton[HealthProbe](SparingProbe, realtime_probe, Foundation.clock),
            database_probe,
            worker_probe,
            providers.Singleton[HealthProbe](
                SparingProbe, work_queue_probe, Foundation.clock, every=2.0
            ),
        ),
    )
    check_readiness = providers.Singleton[CheckHealth](
        CheckHealth, probes=providers.List(database_probe)
    )
