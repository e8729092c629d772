"""Tools that are requests to HTTP services."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import ClientError, ClientResponse

from adapters.net.addresses import AddressGuard
from adapters.net.pinned import pinned_session, pinned_url
from adapters.net.reading import read_at_most
from adapters.tools.http_request import request_for
from adapters.tools.secrets import ToolSecrets
from application.ports.tools import RemoteAnswer
from domain.errors import UnavailableError
from domain.remote_tool import HttpTool

_TRY_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpCalls:
    """Sends one request a call, to where the tool says and nowhere else.

    Redirects are not followed, and a connection goes to the addresses that were checked.
    """

    guard: AddressGuard
    secrets: ToolSecrets

    async def run(
        self, tool: HttpTool, arguments: Mapping[str, object], *, key: str
    ) -> RemoteAnswer:
        """What the service answered.

        Raises InvalidValueError, RejectedError, UnavailableError and TimeoutError.
        """
        request = request_for(tool, arguments)
        headers = self._headers(tool, key)
        origin = await self.guard.resolve(request.url)
        try:
            async with (
                pinned_session(origin, timeout_s=tool.timeout_s) as session,
                session.request(
                    tool.method,
                    pinned_url(request.url, origin),
                    json=request.body,
                    headers=headers,
                    allow_redirects=False,
                ) as response,
            ):
                body = await read_at_most(response, tool.max_response_bytes + 1)
        except TimeoutError:
            raise
        except (ClientError, OSError):
            # Without its text, which may hold the address with a caller's words in it.
            raise UnavailableError(f"{tool.name} cannot be reached") from None
        return self._answer(tool, response, body)

    def _headers(self, tool: HttpTool, key: str) -> dict[str, str]:
        return {
            **self.secrets.fill(tool.headers),
            "Idempotency-Key": key,
            "Accept": "application/json, text/plain;q=0.8",
            # As it is: a small answer that unpacks to a vast one is no danger.
            "Accept-Encoding": "identity",
            "User-Agent": "voice-agent",
        }

    def _answer(self, tool: HttpTool, response: ClientResponse, body: bytes) -> RemoteAnswer:
        text = body[: tool.max_response_bytes].decode(_charset(response), errors="replace")
        text = self.secrets.hide(text)
        is_whole = len(body) <= tool.max_response_bytes
        data = _parsed(text) if is_whole else {"text": text, "isCutShort": True}
        return RemoteAnswer(data=data, failed=_failure(tool.name, response.status))


def _failure(name: str, status: int) -> str | None:
    if status < 300:
        return None
    if status < 400:
        return f"{name} answered with a redirect, which is not followed; go on without it"
    if status in _TRY_LATER:
        return f"{name} has a problem (HTTP {status}); tell the caller and offer to try again"
    return f"{name} refused (HTTP {status}); data may say why"


def _parsed(text: str) -> object:
    if not text.strip():
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text


def _charset(response: ClientResponse) -> str:
    charset = response.charset or "utf-8"
    try:
        "".encode(charset)
    except LookupError:
        return "utf-8"
    return charset
