"""Who may enter."""

from dataclasses import dataclass, field
from hmac import compare_digest

from aiohttp import web

from adapters.realtime_emulator.faults import FaultKind, Faults, Occasion
from adapters.realtime_emulator.server.refusals import refusal, wrong_key
from adapters.realtime_emulator.server.secrets import ClientSecrets

_BROWSER_KEY = "openai-insecure-api-key."
_AIMS = frozenset({"model", "intent", "call_id"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Lets in API keys (any, when none are set) and client secrets."""

    api_keys: frozenset[str]
    secrets: ClientSecrets
    faults: Faults = field(repr=False)

    def refuse(self, request: web.Request) -> web.Response | None:
        """Why *request* gets no session, or None."""
        struck = self.faults.strike(Occasion.UPGRADE)
        if FaultKind.REFUSE_429 in struck:
            return refusal(429, "rate_limit_exceeded", "Rate limit reached.", retry_after=1)
        if FaultKind.REFUSE_401 in struck or not self.knows(key_of(request)):
            return wrong_key()
        if "OpenAI-Beta" in request.headers:
            message = "The beta dialect is no longer supported."
            return refusal(400, "beta_api_shape_disabled", message)
        if not _AIMS & request.query.keys():
            message = "You must provide a model parameter."
            return refusal(400, "missing_required_parameter", message, param="model")
        return None

    def knows(self, key: str) -> bool:
        """Whether *key* opens."""
        if key.startswith("ek_"):
            return self.secrets.preset(key) is not None
        if not self.api_keys:
            return bool(key)
        return any(compare_digest(key.encode(), known.encode()) for known in self.api_keys)


def key_of(request: web.Request) -> str:
    """The key that *request* brings: in its header, or, from a browser, as a subprotocol."""
    header = request.headers.get("Authorization", "")
    if header.startswith("Bearer "):
        return header.removeprefix("Bearer ").strip()
    offered = request.headers.get("Sec-WebSocket-Protocol", "").split(",")
    keys = (name.strip() for name in offered if name.strip().startswith(_BROWSER_KEY))
    return next(keys, "").removeprefix(_BROWSER_KEY)
