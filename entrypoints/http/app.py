"""The HTTP door."""

from http import HTTPStatus
from importlib.metadata import version

from fastapi import APIRouter, Depends, FastAPI

from entrypoints.bootstrap.containers import Container
from entrypoints.http.access import refuse_undeclared
from entrypoints.http.authentication import Authentication
from entrypoints.http.description import described, operation_id
from entrypoints.http.errors import answer_errors_with_problems
from entrypoints.http.idempotency import Idempotency
from entrypoints.http.middleware import BodyLimit, Deadline, RequestScope
from entrypoints.http.problems import responses
from entrypoints.http.rate_limits import RateLimits, by_address, by_credential
from entrypoints.http.routes import (
    agents,
    analytics,
    contact_merges,
    contacts,
    crm,
    dispatch,
    exports,
    health,
    lead_extraction,
    leads,
    live_sessions,
    sessions,
    tasks,
    webhooks,
    work,
    workflows,
)
from entrypoints.http.schemas.health import ServiceOut

_NAME = "voice-agent-service"

_TAGS = [
    {"name": "dispatch", "description": "Put an agent on a call."},
    {"name": "agents", "description": "Who answers, and how."},
    {"name": "sessions", "description": "Conversations, live and past, and their transcripts."},
    {"name": "leads", "description": "Contact details that callers gave, with evidence."},
    {"name": "contacts", "description": "Who calls, and what is remembered of them."},
    {"name": "crm", "description": "Where leads go, and what a person decides on there."},
    {"name": "webhooks", "description": "Who is told of what happens, and what they were told."},
    {"name": "work", "description": "What follows from calls: waiting, done, failed for good."},
    {"name": "workflows", "description": "What follows by itself from what happens."},
    {"name": "analytics", "description": "What calls add up to."},
    {"name": "health", "description": "Whether the service works."},
]


def create_app(container: Container) -> FastAPI:
    """The application over *container*, whose database is open as long as the app is served."""
    app = FastAPI(
        title="Voice agent service",
        summary="Puts an AI agent on a live LiveKit call, speech to speech.",
        version=version(_NAME),
        openapi_tags=_TAGS,
        redoc_url=None,
        generate_unique_id_function=operation_id,
    )
    app.state.container = container
    app.add_api_route("/", _service, name="get_service", tags=["health"], methods=["GET"])
    app.include_router(health.router)
    app.include_router(_api())
    answer_errors_with_problems(app)
    # The last one added is the outermost.
    app.add_middleware(Idempotency, answer_once=container.answer_once())
    admit = container.admit_request()
    app.add_middleware(RateLimits, admit=admit, askers=by_credential)
    app.add_middleware(
        Authentication, policy=container.access_policy(), authenticate=container.authenticate()
    )
    proxies = container.settings().proxies()
    app.add_middleware(RateLimits, admit=admit, askers=by_address(proxies))
    app.add_middleware(Deadline)
    app.add_middleware(BodyLimit)
    app.add_middleware(RequestScope, ids=container.ids())
    app.openapi = lambda: described(app)  # type: ignore[method-assign]
    return app


def _api() -> APIRouter:
    router = APIRouter(
        prefix="/api",
        dependencies=[Depends(refuse_undeclared)],
        responses=responses(
            HTTPStatus.UNAUTHORIZED,
            HTTPStatus.FORBIDDEN,
            HTTPStatus.UNPROCESSABLE_ENTITY,
            HTTPStatus.TOO_MANY_REQUESTS,
            HTTPStatus.INTERNAL_SERVER_ERROR,
            HTTPStatus.SERVICE_UNAVAILABLE,
        ),
    )
    # The order counts: "dispatch" is no agent's id, "merges" and "export.csv" no contact's.
    for topic in (
        dispatch,
        agents,
        sessions,
        live_sessions,
        exports,
        lead_extraction,
        leads,
        contact_merges,
        contacts,
        crm,
        webhooks,
        work,
        workflows,
        tasks,
        analytics,
    ):
        router.include_router(topic.router)
    return router


async def _service() -> ServiceOut:
    """What this is, and where to go on."""
    links = {
        "docs": "/docs",
        "openapi": "/openapi.json",
        "health": "/health",
        "dispatch": "/api/agents/dispatch",
        "agents": "/api/agents",
        "sessions": "/api/sessions",
        "leads": "/api/leads",
        "contacts": "/api/contacts",
        "crm": "/api/crm/reviews",
        "webhooks": "/api/webhooks",
        "work": "/api/work",
        "workflows": "/api/workflows",
        "tasks": "/api/tasks",
        "analytics": "/api/analytics/summary",
    }
    return ServiceOut(name=_NAME, version=version(_NAME), links=links)
