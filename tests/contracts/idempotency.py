"""What every store promises of requests under a key."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

from domain.idempotency import KeyedRequest, StoredAnswer
from tests.contracts.store import NOW, Store

ANSWER = StoredAnswer(status=201, headers=(("etag", '"1"'),), body=b'{"id": "\xc3\xbc"}')


def a_request(owner: str = "own_1", **changes: object) -> KeyedRequest:
    request = KeyedRequest(
        id="digest",
        route="POST /api/agents",
        fingerprint="of what was asked",
        owner=owner,
        lease_until=NOW + timedelta(seconds=60),
        expires_at=NOW + timedelta(hours=48),
    )
    return replace(request, **changes)  # type: ignore[arg-type]


async def claim(store: Store, request: KeyedRequest, now: datetime = NOW) -> KeyedRequest:
    async with store.unit_of_work() as uow:
        held = await uow.keyed_requests.claim(request, now=now)
        await uow.commit()
    return held


async def finish(store: Store, request: KeyedRequest) -> None:
    async with store.unit_of_work() as uow:
        await uow.keyed_requests.finish(request)
        await uow.commit()


class KeyedRequestsContract:
    """Subclasses bring a `store` fixture."""

    async def test_a_key_is_taken_by_the_first_who_comes(self, store: Store) -> None:
        assert await claim(store, a_request("own_1")) == a_request("own_1")
        assert await claim(store, a_request("own_2")) == a_request("own_1")
        other = a_request("own_3", id="another")
        assert await claim(store, other) == other

    async def test_of_many_at_once_one_takes_a_key(self, store: Store) -> None:
        asked = [a_request(f"own_{number}") for number in range(8)]
        held = await asyncio.gather(*(claim(store, one) for one in asked))
        assert len({one.owner for one in held}) == 1

    async def test_an_answer_comes_back_as_it_was_given(self, store: Store) -> None:
        answered = a_request(answer=ANSWER)
        await claim(store, a_request())
        await finish(store, answered)
        late = NOW + timedelta(hours=47)
        assert await claim(store, a_request("own_2"), late) == answered

    async def test_who_does_not_answer_in_time_is_replaced_and_answers_no_more(
        self, store: Store
    ) -> None:
        await claim(store, a_request("gone"))
        later = NOW + timedelta(seconds=61)
        second = a_request("second", lease_until=later + timedelta(seconds=60))
        assert await claim(store, second, later) == second
        await finish(store, a_request("gone", answer=ANSWER))
        async with store.unit_of_work() as uow:
            await uow.keyed_requests.release(a_request("gone"))
            await uow.commit()
        assert await claim(store, a_request("third"), later) == second

    async def test_what_was_given_up_is_free_and_what_was_answered_is_not(
        self, store: Store
    ) -> None:
        await claim(store, a_request("own_1"))
        for expected in ("own_2", "own_2"):
            async with store.unit_of_work() as uow:
                await uow.keyed_requests.release(a_request("own_1"))
                await uow.commit()
            assert (await claim(store, a_request("own_2"))).owner == expected
            await finish(store, a_request("own_2", answer=ANSWER))

    async def test_answers_are_blanked_and_their_keys_stay_taken(self, store: Store) -> None:
        await claim(store, a_request())
        await claim(store, a_request(id="running"))
        await finish(store, a_request(answer=ANSWER))
        async with store.unit_of_work() as uow:
            assert await uow.keyed_requests.blank() == 1
            assert await uow.keyed_requests.blank() == 0
            await uow.commit()
        held = await claim(store, a_request("own_2"))
        assert held.answer == replace(ANSWER, body=None)

    async def test_they_are_forgotten_in_time(self, store: Store) -> None:
        await claim(store, a_request())
        await claim(store, a_request(id="young", expires_at=NOW + timedelta(hours=49)))
        async with store.unit_of_work() as uow:
            before = NOW + timedelta(hours=48)
            assert await uow.keyed_requests.forget(expired_before=before) == 1
            assert await uow.keyed_requests.forget(expired_before=before) == 0
            await uow.commit()
        assert (await claim(store, a_request("own_2"))).owner == "own_2"
