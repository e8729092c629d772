"""`Idempotency-Key`: a request that is sent again is answered as it was, and not done again.

It holds for every POST of the API, so that no new route can be without it.
"""

import json
import re
from hashlib import sha256
from http import HTTPStatus
from typing import Any, Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from application.acting import acting, tenant
from application.use_cases.operations.answer_once import AnswerOnce, AnswerOnceCommand
from domain.errors import ServiceError
from domain.idempotency import StoredAnswer
from entrypoints.http.problems import problem_of, problem_response

HEADER: Final = "Idempotency-Key"
REPLAYED: Final = "Idempotent-Replayed"
KEY_PATTERN: Final = r"^[\x21-\x7e]{1,255}$"

# LiveKit names each of its messages itself.
_WITHOUT = frozenset({"/api/webhooks/livekit"})
# Nothing was done: the same request may be answered otherwise in a moment.
_PASSING = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS})


def takes_key(method: str, path: str) -> bool:
    """Whether a request, or a route, is done once under its key."""
    return method == "POST" and path.startswith("/api/") and path not in _WITHOUT


class Idempotency:
    """Serves each request with a key once, and repeats the answer after that."""

    def __init__(self, app: ASGIApp, answer_once: AnswerOnce) -> None:
        self._app = app
        self._answer_once = answer_once

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        key = Headers(scope=scope).get(HEADER) if scope["type"] == "http" else None
        if key is None or not takes_key(scope["method"], scope["path"]):
            await self._app(scope, receive, send)
            return
        try:
            await self._serve(key, scope, receive, send)
        except HTTPException as error:
            status = HTTPStatus(error.status_code)
            refusal = problem_response(status, code="body_too_large", detail=error.detail)
            await refusal(scope, receive, send)
        except ServiceError as error:
            await problem_of(error)(scope, receive, send)

    async def _serve(self, key: str, scope: Scope, receive: Receive, send: Send) -> None:
        if re.match(KEY_PATTERN, key) is None:
            await problem_response(
                HTTPStatus.UNPROCESSABLE_ENTITY,
                code="invalid_request",
                detail=f"{HEADER} takes 1 to 255 visible characters",
            )(scope, receive, send)
            return
        body = await _read(receive)

        async def serve() -> StoredAnswer:
            recorder = _Recorder()
            await self._app(scope, _Repeated(body, receive), recorder.send)
            return recorder.answer()

        served = await self._answer_once.execute(
            _command(key, scope, body), serve, is_final=_is_final
        )
        await _send(served.answer, send, is_replay=served.is_replay)


class _Repeated:
    """A body that was read already, then what else the asker sends."""

    def __init__(self, body: bytes, receive: Receive) -> None:
        self._body: bytes | None = body
        self._receive = receive

    async def __call__(self) -> Message:
        body, self._body = self._body, None
        if body is None:
            return await self._receive()
        return {"type": "http.request", "body": body, "more_body": False}


class _Recorder:
    """Holds an answer back."""

    def __init__(self) -> None:
        self._start: Message = {"status": HTTPStatus.INTERNAL_SERVER_ERROR, "headers": []}
        self._body = bytearray()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
        elif message["type"] == "http.response.body":
            self._body += message.get("body", b"")

    def answer(self) -> StoredAnswer:
        headers = tuple(
            (name.decode("latin-1"), value.decode("latin-1"))
            for name, value in self._start["headers"]
        )
        status = int(self._start["status"])
        return StoredAnswer(status=status, headers=headers, body=bytes(self._body))


async def _read(receive: Receive) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body", False):
            return bytes(body)


async def _send(answer: StoredAnswer, send: Send, *, is_replay: bool) -> None:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers]
    if is_replay:
        headers.append((REPLAYED.lower().encode(), b"true"))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body or b""})


def _is_final(answer: StoredAnswer) -> bool:
    return answer.status < HTTPStatus.INTERNAL_SERVER_ERROR and answer.status not in _PASSING


def _command(key: str, scope: Scope, body: bytes) -> AnswerOnceCommand:
    route = f"{scope['method']} {scope['path']}"
    who = acting()
    # Who asks, and what they may, belongs to it: nobody is given what another was answered.
    asked = [who.subject, sorted(who.scopes), scope["query_string"].decode("latin-1")]
    return AnswerOnceCommand(
        id=_digest([tenant(), route, key]),
        route=route[:256],
        fingerprint=_digest([*asked, _canonical(body)]),
    )


def _canonical(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return body.hex()


def _digest(parts: list[Any]) -> str:
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
