"""A request that is sent again under its key is not done again."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWorkFactory
from domain.errors import ServiceError
from domain.idempotency import KeyedRequest, StoredAnswer

log = logging.getLogger(__name__)

_KEPT_FOR = timedelta(hours=48)
# Longer than any request may take.
_LEASE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerOnceCommand:
    """*id* is of tenant, route and key; *fingerprint* of what is asked, and of who asks."""

    id: str
    route: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """An answer, and whether it was given before."""

    answer: StoredAnswer
    is_replay: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerOnce:
    """The first answer is kept for 48 hours and given again.

    Answers that say nothing was done (*is_final* denies them) are not kept. Where the process ends
    between doing and keeping, the key stays taken for a minute; whoever asks after that has it
    done anew, and what keeps it from being done twice is what the request itself names, such as
    its conversation.
    """

    unit_of_work: UnitOfWorkFactory
    clock: Clock
    ids: IdGenerator

    async def execute(
        self,
        command: AnswerOnceCommand,
        serve: Callable[[], Awaitable[StoredAnswer]],
        *,
        is_final: Callable[[StoredAnswer], bool],
    ) -> Served:
        """Raises KeyReusedError, RequestRunningError and AnswerNotKeptError."""
        request = self._request(command)
        now = self.clock.now()
        async with self.unit_of_work() as uow:
            held = await uow.keyed_requests.claim(request, now=now)
            await uow.commit()
        if held.owner != request.owner:
            return Served(answer=held.answer_to(request, now), is_replay=True)
        try:
            answer = await serve()
        except Exception:
            await self._settle(request)
            raise
        kept = answer.to_keep() if is_final(answer) else None
        await self._settle(replace(request, answer=kept))
        return Served(answer=answer, is_replay=False)

    def _request(self, command: AnswerOnceCommand) -> KeyedRequest:
        now = self.clock.now()
        return KeyedRequest(
            id=command.id,
            route=command.route,
            fingerprint=command.fingerprint,
            owner=self.ids.new("own"),
            lease_until=now + _LEASE,
            expires_at=now + _KEPT_FOR,
        )

    async def _settle(self, request: KeyedRequest) -> None:
        try:
            async with self.unit_of_work() as uow:
                if request.answer is None:
                    await uow.keyed_requests.release(request)
                else:
                    await uow.keyed_requests.finish(request)
                await uow.commit()
        except ServiceError as error:
            # It was done: that its answer cannot be kept is no reason to say otherwise.
            log.warning("answer not kept", extra={"error": type(error).__name__})
