"""Requests that are done once, however often they are sent under one key."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.errors import ConflictError, InvalidValueError


class KeyReusedError(InvalidValueError):
    """The key was given to another request; a new request takes a new key."""

    code = "idempotency_key_reused"


class RequestRunningError(ConflictError):
    """The request with that key is being served; `retry_after` is in seconds."""

    code = "request_in_progress"

    def __init__(self, message: str, *, retry_after: float) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class AnswerNotKeptError(ConflictError):
    """The request was done, and what was answered is kept nowhere."""

    code = "answer_not_kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAnswer:
    """What was answered. No *body* where that held a secret, or was erased."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes | None

    def to_keep(self) -> "StoredAnswer":
        """The same, without its body if it says of itself that it is not to be stored."""
        said = ",".join(value for name, value in self.headers if name.lower() == "cache-control")
        return replace(self, body=None) if "no-store" in said.lower() else self


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedRequest:
    """A request under a key. *id* is of tenant, route and key; *fingerprint* of what was asked.

    *owner* serves it until *lease_until*; without an answer by then anybody may serve it anew.
    """

    id: str
    route: str
    fingerprint: str
    owner: str
    lease_until: datetime
    expires_at: datetime
    answer: StoredAnswer | None = None

    def yields(self, now: datetime) -> bool:
        """Whether another may take its place: it is forgotten, or who served it is gone."""
        return now >= self.expires_at or (self.answer is None and now >= self.lease_until)

    def answer_to(self, other: "KeyedRequest", now: datetime) -> StoredAnswer:
        """What *other*, a repetition of this, is answered.

        Raises KeyReusedError, RequestRunningError or AnswerNotKeptError.
        """
        if other.fingerprint != self.fingerprint:
            raise KeyReusedError("that Idempotency-Key was given to another request")
        if self.answer is None:
            seconds = (self.lease_until - now).total_seconds()
            raise RequestRunningError(
                "the request with that Idempotency-Key is being served", retry_after=seconds
            )
        if self.answer.body is None:
            raise AnswerNotKeptError("that was done; its answer is not kept")
        return self.answer
