"""One id for everything that happens because of one request."""

import re
from contextvars import ContextVar

HEADER = "X-Request-Id"

_USABLE = re.compile(r"[A-Za-z0-9._:-]{1,64}")
_current: ContextVar[str] = ContextVar("request_id", default="unknown")


def current_request_id() -> str:
    """The id of the request being served."""
    return _current.get()


def begin_request(given: str | None, new_id: str) -> str:
    """Serve under the id that the asker *given*, if it is fit for headers and logs, or *new_id*."""
    request_id = given if given and _USABLE.fullmatch(given) else new_id
    _current.set(request_id)
    return request_id
