"""Builds the adapters whose libraries are heavy, importing these only when one is wanted."""

from functools import partial
from typing import TYPE_CHECKING, Protocol

from application.ports.conversation import CallSession
from application.ports.health import HealthProbe, WorkerBeats
from application.ports.insight import CallReader, LanguageDetector, Moderation
from application.ports.journal import TurnJournal
from application.ports.rooms import AgentDispatcher, RoomGateway, TokenIssuer
from application.ports.tools import ArgumentCheck, ToolRunner
from application.ports.unit_of_work import UnitOfWork
from application.ports.work_queue import WorkAdmin, WorkDesk
from entrypoints.bootstrap.settings import Settings, SettingsError
from entrypoints.bootstrap.tool_settings import listed, secrets_of

if TYPE_CHECKING:
    from livekit.agents import JobContext

    from adapters.livekit.credentials import LiveKitCredentials
    from adapters.livekit.server_api import LiveKitServerApi
    from adapters.openai.endpoint import RealtimeEndpoint


class Store(Protocol):
    """A database: what is kept in it, opened and closed as one."""

    @property
    def journal(self) -> TurnJournal: ...

    @property
    def worker_beats(self) -> WorkerBeats: ...

    @property
    def work_desk(self) -> WorkDesk: ...

    @property
    def work_admin(self) -> WorkAdmin: ...

    def unit_of_work(self) -> UnitOfWork: ...

    async def open(self) -> None: ...

    async def close(self) -> None: ...


def make_store(settings: Settings) -> Store:
    """The database that is configured."""
    from adapters.sql.store import SqlStore

    return SqlStore(settings.database_url)


def make_livekit_server(settings: Settings) -> "LiveKitServerApi":
    """LiveKit's server API. Raises SettingsError when no server is configured."""
    from adapters.livekit.server_api import LiveKitServerApi

    return LiveKitServerApi(_credentials(settings))


def make_dispatcher(server: "LiveKitServerApi", settings: Settings) -> AgentDispatcher:
    """What sends our agents to rooms."""
    from adapters.livekit.rooms import LiveKitDispatcher

    return LiveKitDispatcher(server, agent_name=settings.agent_name)


def make_rooms(server: "LiveKitServerApi") -> RoomGateway:
    """LiveKit's rooms."""
    from adapters.livekit.rooms import LiveKitRooms

    return LiveKitRooms(server)


def make_livekit_probe(server: "LiveKitServerApi") -> HealthProbe:
    """Whether LiveKit answers and knows our key."""
    from adapters.livekit.rooms import LiveKitProbe

    return LiveKitProbe(server)


def make_tokens(settings: Settings) -> TokenIssuer:
    """LiveKit's join tokens. Raises SettingsError when no server is configured."""
    from adapters.livekit.tokens import LiveKitTokens

    return LiveKitTokens(_credentials(settings))


def make_realtime_probe(settings: Settings) -> HealthProbe:
    """Whether the Realtime endpoint answers and knows our key. Raises SettingsError without one."""
    from adapters.openai.probe import RealtimeProbe

    return RealtimeProbe(_endpoint(settings))


def make_language_detector() -> LanguageDetector:
    """What tells the languages of a call apart; its models are loaded when they are wanted."""
    from adapters.insight.lingua_detector import LinguaDetector

    return LinguaDetector()


def make_call_session(settings: Settings, job: "JobContext") -> CallSession:
    """The live call of a LiveKit *job*."""
    from adapters.livekit.call_session import LiveKitCallSession
    from adapters.openai.realtime_model import make_realtime_model

    return LiveKitCallSession(job, make_model=partial(make_realtime_model, _endpoint(settings)))


def make_moderation(settings: Settings) -> Moderation:
    """What looks for words that should not be said; OpenAI's too where its key is at hand."""
    from adapters.insight.combined_moderation import CombinedModeration
    from adapters.insight.rules_moderation import RulesModeration

    key = settings.openai_api_key
    if key is None or settings.openai_base_url is not None:
        return RulesModeration()
    from adapters.openai.moderation import OpenAiModeration

    service = OpenAiModeration(api_key=key.get_secret_value())
    # The service knows no prompt injections; the rules do, and quote what they found.
    return CombinedModeration(RulesModeration(), service)


def make_call_reader(settings: Settings) -> CallReader:
    """What reads calls that are over: OpenAI where its key is at hand, else rules."""
    key = settings.openai_api_key
    if key is None or settings.openai_base_url is not None:
        return make_rules_reader()
    from adapters.openai.call_reader import OpenAiCallReader

    return OpenAiCallReader(api_key=key.get_secret_value(), model=settings.openai_reader_model)


def make_rules_reader() -> CallReader:
    """What reads calls without a model."""
    from adapters.insight.rules_reader import RulesReader

    return RulesReader()


def make_argument_check() -> ArgumentCheck:
    """What holds a tool's arguments against its schema."""
    from adapters.tools.json_schema import JsonSchemaArguments

    return JsonSchemaArguments()


def make_tool_runner(settings: Settings) -> ToolRunner:
    """What calls tools that live elsewhere."""
    from adapters.net.addresses import AddressGuard
    from adapters.tools.runner import RemoteToolRunner
    from adapters.tools.secrets import ToolSecrets

    secrets = settings.tool_secrets
    return RemoteToolRunner(
        guard=AddressGuard(allowed_hosts=listed(settings.tool_allowed_hosts.lower())),
        secrets=ToolSecrets(secrets_of(secrets.get_secret_value() if secrets else None)),
        allowed_commands=listed(settings.tool_allowed_commands),
    )


def _credentials(settings: Settings) -> "LiveKitCredentials":
    from adapters.livekit.credentials import LiveKitCredentials

    url, key, secret = (
        settings.livekit_url,
        settings.livekit_api_key,
        settings.livekit_api_secret,
    )
    if url is None or key is None or secret is None:
        raise SettingsError("set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET")
    return LiveKitCredentials(url=url, api_key=key, api_secret=secret.get_secret_value())


def _endpoint(settings: Settings) -> "RealtimeEndpoint":
    from adapters.openai.endpoint import RealtimeEndpoint

    if not settings.has_realtime:
        raise SettingsError("set OPENAI_API_KEY, or OPENAI_BASE_URL for a local Realtime server")
    key = settings.openai_api_key
    return RealtimeEndpoint(
        base_url=settings.openai_base_url,
        # A local server takes any key, and the protocol needs one.
        api_key=key.get_secret_value() if key else "local",
        model=settings.openai_realtime_model,
        transcriber=settings.openai_transcriber,
        chunk_ms=settings.realtime_chunk_ms,
    )
