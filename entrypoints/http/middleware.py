"""Around every request: an id, a limit of size, a limit of time, and a last resort."""

import asyncio
import logging
from http import HTTPStatus
from time import perf_counter

from loguru import logger
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from application.ports.system import IdGenerator
from entrypoints.http.problems import broken, problem_response
from entrypoints.http.request_id import HEADER, begin_request

log = logging.getLogger(__name__)

MAX_BODY_BYTES = 1024 * 1024
DEADLINE_S = 45.0
"""Above the longest wait a request may ask for, plus what LiveKit and the database may take."""


class RequestScope:
    """Gives each request its id, logs how it went, and answers 500 when something broke."""

    def __init__(self, app: ASGIApp, ids: IdGenerator) -> None:
        self._app = app
        self._ids = ids

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = begin_request(Headers(scope=scope).get(HEADER), self._ids.new("req"))
        # Every line logged because of this request carries its id.
        with logger.contextualize(request_id=request_id):
            await self._serve(scope, receive, _Answer(send, request_id))

    async def _serve(self, scope: Scope, receive: Receive, answer: "_Answer") -> None:
        began = perf_counter()
        try:
            await self._app(scope, receive, answer.send)
        except Exception:
            log.exception("request broke")
            if answer.status is None:
                await broken()(scope, receive, answer.send)
        finally:
            _log_request(scope, answer, ms=(perf_counter() - began) * 1000)


class _Answer:
    """Watches what is sent, and puts the request's id on it."""

    def __init__(self, send: Send, request_id: str) -> None:
        self.status: int | None = None
        self._send = send
        self._request_id = request_id

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            MutableHeaders(scope=message)[HEADER] = self._request_id
        await self._send(message)


def _log_request(scope: Scope, answer: _Answer, *, ms: float) -> None:
    path = scope["path"]
    log.log(
        logging.DEBUG if path.startswith("/health") else logging.INFO,
        "request served",
        extra={
            "method": scope["method"],
            "path": path[:200],
            "status": answer.status,
            "ms": round(ms, 1),
        },
    )


class BodyLimit:
    """Refuses bodies above *max_bytes*, whether they say their size or not."""

    def __init__(self, app: ASGIApp, max_bytes: int = MAX_BODY_BYTES) -> None:
        self._app = app
        self._max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        said = Headers(scope=scope).get("content-length", "0")
        if not said.isdecimal() or int(said[:20]) > self._max_bytes:
            await self._too_large()(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._max_bytes:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, self._sentence)
            return message

        await self._app(scope, counted, send)

    @property
    def _sentence(self) -> str:
        return f"a body may have at most {self._max_bytes} bytes"

    def _too_large(self) -> ASGIApp:
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return problem_response(status, code="body_too_large", detail=self._sentence)


class Deadline:
    """Gives up on requests that take longer than *seconds*."""

    def __init__(self, app: ASGIApp, seconds: float = DEADLINE_S) -> None:
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answered = False

        async def watched(message: Message) -> None:
            nonlocal answered
            answered = True
            await send(message)

        try:
            async with asyncio.timeout(self._seconds):
                await self._app(scope, receive, watched)
        except TimeoutError:
            if answered:
                raise
            late = problem_response(
                HTTPStatus.SERVICE_UNAVAILABLE,
                code="deadline_exceeded",
                detail="that took too long; try again",
                headers={"Retry-After": "5"},
            )
            await late(scope, receive, send)
