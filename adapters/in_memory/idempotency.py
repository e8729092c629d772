"""Requests under a key, over the copy of a unit of work."""

from dataclasses import replace
from datetime import datetime

from adapters.in_memory.repositories import Repository
from adapters.in_memory.state import State
from domain.idempotency import KeyedRequest


class InMemoryKeyedRequests(Repository):
    """Requests by id."""

    async def claim(self, request: KeyedRequest, *, now: datetime) -> KeyedRequest:
        """Which of them it is now."""
        self._work.change(lambda state: _claim(state, request, now))
        return self._work.state.keyed_requests[request.id]

    async def finish(self, request: KeyedRequest) -> None:
        """Without effect once another owner has taken it over."""
        self._work.change(lambda state: _finish(state, request))

    async def release(self, request: KeyedRequest) -> None:
        """Without effect once another owner has taken it over."""
        self._work.change(lambda state: _release(state, request))

    async def blank(self) -> int:
        """How many had a body."""
        held = self._work.state.keyed_requests.values()
        had = sum(1 for one in held if one.answer is not None and one.answer.body is not None)
        self._work.change(_blank)
        return had

    async def forget(self, *, expired_before: datetime) -> int:
        """How many are gone."""
        before = len(self._work.state.keyed_requests)
        self._work.change(lambda state: _forget(state, expired_before))
        return before - len(self._work.state.keyed_requests)


def _claim(state: State, request: KeyedRequest, now: datetime) -> None:
    held = state.keyed_requests.get(request.id)
    if held is None or held.yields(now):
        state.keyed_requests[request.id] = request


def _finish(state: State, request: KeyedRequest) -> None:
    held = state.keyed_requests.get(request.id)
    if held is not None and held.owner == request.owner:
        state.keyed_requests[request.id] = request


def _release(state: State, request: KeyedRequest) -> None:
    held = state.keyed_requests.get(request.id)
    if held is not None and held.owner == request.owner and held.answer is None:
        del state.keyed_requests[request.id]


def _blank(state: State) -> None:
    for key, one in state.keyed_requests.items():
        if one.answer is not None:
            state.keyed_requests[key] = replace(one, answer=replace(one.answer, body=None))


def _forget(state: State, expired_before: datetime) -> None:
    kept = state.keyed_requests.items()
    state.keyed_requests = {key: one for key, one in kept if one.expires_at > expired_before}
