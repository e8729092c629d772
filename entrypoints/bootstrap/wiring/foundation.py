"""What every wiring stands on: settings, time, the store and LiveKit."""

from typing import TYPE_CHECKING

from dependency_injector import containers, providers

from adapters.system.clock import SystemClock
from adapters.system.ids import TimeOrderedIds
from application.ports.conversation import CallSession
from application.ports.health import WorkerBeats
from application.ports.journal import TurnJournal
from application.ports.rooms import AgentDispatcher, RoomGateway, TokenIssuer
from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWorkFactory
from application.ports.work_queue import WorkAdmin, WorkDesk
from entrypoints.bootstrap import factories
from entrypoints.bootstrap.settings import Settings

if TYPE_CHECKING:
    from adapters.livekit.server_api import LiveKitServerApi


def _unit_of_work_of(store: factories.Store) -> UnitOfWorkFactory:
    return store.unit_of_work


def _journal_of(store: factories.Store) -> TurnJournal:
    return store.journal


def _desk_of(store: factories.Store) -> WorkDesk:
    return store.work_desk


def _admin_of(store: factories.Store) -> WorkAdmin:
    return store.work_admin


def _beats_of(store: factories.Store) -> WorkerBeats:
    return store.worker_beats


class Foundation(containers.DeclarativeContainer):
    """Inherited by the wiring of each topic, and through them by the container of the process."""

    settings = providers.Dependency(instance_of=Settings)
    clock = providers.Singleton[Clock](SystemClock)
    ids = providers.Singleton[IdGenerator](TimeOrderedIds)

    store = providers.Singleton[factories.Store](factories.make_store, settings)
    unit_of_work = providers.Callable[UnitOfWorkFactory](_unit_of_work_of, store)
    journal = providers.Callable[TurnJournal](_journal_of, store)
    work_desk = providers.Callable[WorkDesk](_desk_of, store)
    work_admin = providers.Callable[WorkAdmin](_admin_of, store)
    worker_beats = providers.Callable[WorkerBeats](_beats_of, store)

    livekit_server: "providers.Singleton[LiveKitServerApi]" = providers.Singleton(
        factories.make_livekit_server, settings
    )
    dispatcher = providers.Singleton[AgentDispatcher](
        factories.make_dispatcher, livekit_server, settings
    )
    rooms = providers.Singleton[RoomGateway](factories.make_rooms, livekit_server)
    tokens = providers.Singleton[TokenIssuer](factories.make_tokens, settings)
    # `call_session(job_context)`: the one thing here that a caller adds an argument to.
    call_session = providers.Factory[CallSession](factories.make_call_session, settings)
