"""What every store promises of our own CRM, and of what people decide on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.contact_details import ContactField
from domain.crm import ContactKeys, CrmReview, Difference, ReviewDecision
from domain.crm_record import CrmCall, CrmRecord
from domain.errors import ConflictError, NotFoundError, StaleVersionError
from domain.ids import LeadId, ReviewId, VoiceSessionId
from tests.contracts.store import NOW, Store

_EMAIL, _PHONE = "ada@example.org", "+14155550132"


def a_record(number: int = 1, **details: str) -> CrmRecord:
    given = details or {"email": _EMAIL, "phone": _PHONE, "name": "Ada Löwe"}
    return CrmRecord(
        id=f"crm_{number}",
        created_at=NOW,
        updated_at=NOW,
        details={ContactField(name): value for name, value in given.items()},
    )


def a_review(number: int = 1, *, offered: str = "Ada Lowe") -> CrmReview:
    return CrmReview(
        id=ReviewId(f"rev_{number}"),
        contact_id="crm_1",
        lead_id=LeadId("led_1"),
        session_id=VoiceSessionId("ses_1"),
        difference=Difference(field=ContactField.NAME, held="Ada Löwe", offered=offered),
        created_at=NOW,
    )


def a_call(number: int = 1) -> CrmCall:
    return CrmCall(
        call_id=VoiceSessionId(f"ses_{number}"),
        contact_id="crm_1",
        summary=f"call {number}",
        at=NOW + timedelta(hours=number),
        duration_s=61.5,
    )


async def keep(store: Store, *things: CrmRecord | CrmCall | CrmReview) -> None:
    async with store.unit_of_work() as uow:
        for one in things:
            match one:
                case CrmRecord():
                    await uow.crm_book.save(one)
                case CrmCall():
                    await uow.crm_book.add_call(one)
                case CrmReview():
                    await uow.crm_reviews.save(one)
        await uow.commit()


class CrmContract:
    """Subclasses bring a `store` fixture."""

    async def test_a_crm_contact_is_found_by_each_of_its_keys(self, store: Store) -> None:
        await keep(store, a_record(), a_record(2, phone="+14155550199"))
        async with store.unit_of_work() as uow:
            for keys in (ContactKeys(email=_EMAIL), ContactKeys(phone=_PHONE)):
                assert [one.id for one in await uow.crm_book.find(keys)] == ["crm_1"]
            both = ContactKeys(email=_EMAIL, phone="+14155550199")
            assert [one.id for one in await uow.crm_book.find(both)] == ["crm_1", "crm_2"]
            assert await uow.crm_book.find(ContactKeys()) == []
            kept = await uow.crm_book.get("crm_1")
        assert replace(kept, revision=0) == a_record()

    async def test_two_crm_contacts_never_share_a_key(self, store: Store) -> None:
        await keep(store, a_record())
        with pytest.raises(ConflictError):
            await keep(store, a_record(2, email=_EMAIL))

    async def test_a_crm_contact_is_changed_by_who_read_it_last(self, store: Store) -> None:
        await keep(store, a_record())
        async with store.unit_of_work() as uow:
            read = await uow.crm_book.get("crm_1")
        later = read.changed({ContactField.COMPANY: "Acme"}, now=NOW + timedelta(days=1))
        await keep(store, later)
        with pytest.raises(StaleVersionError):
            await keep(store, later)
        async with store.unit_of_work() as uow:
            assert (await uow.crm_book.get("crm_1")).details == later.details
            with pytest.raises(NotFoundError):
                await uow.crm_book.get("crm_9")

    async def test_a_call_has_one_note(self, store: Store) -> None:
        await keep(store, a_record(), a_call(1), a_call(2))
        await keep(store, replace(a_call(1), summary="again"))
        async with store.unit_of_work() as uow:
            calls = await uow.crm_book.find_calls("crm_1", limit=5)
            assert list(calls) == [a_call(2), a_call(1)]
            assert list(await uow.crm_book.find_calls("crm_1", limit=1)) == [a_call(2)]

    async def test_crm_contacts_come_in_pages(self, store: Store) -> None:
        await keep(store, a_record(), a_record(2, name="Bo"), a_record(3, name="Cy"))
        async with store.unit_of_work() as uow:
            first = await uow.crm_book.find_page(after=None, limit=2)
            rest = await uow.crm_book.find_page(after=first[-1].id, limit=2)
        assert [one.id for one in (*first, *rest)] == ["crm_3", "crm_2", "crm_1"]

    async def test_nothing_is_left_of_who_is_forgotten(self, store: Store) -> None:
        await keep(store, a_record(), a_call(), a_review(), a_record(2, name="Bo"))
        async with store.unit_of_work() as uow:
            assert await uow.crm_book.forget(ContactKeys(phone=_PHONE)) == 1
            await uow.commit()
        async with store.unit_of_work() as uow:
            assert [one.id for one in await uow.crm_book.find_page(after=None, limit=9)] == [
                "crm_2"
            ]
            assert await uow.crm_book.find_calls("crm_1", limit=9) == []
            assert await uow.crm_reviews.find_page(is_open=None, after=None, limit=9) == []

    async def test_reviews_are_open_until_they_are_decided(self, store: Store) -> None:
        await keep(store, a_review(1), a_review(2, offered="Ada L."), a_review(3, offered="A."))
        async with store.unit_of_work() as uow:
            read = await uow.crm_reviews.get(ReviewId("rev_2"))
        decided = read.decide(ReviewDecision.KEEP, now=NOW)
        await keep(store, decided)
        with pytest.raises(StaleVersionError):
            await keep(store, decided)
        async with store.unit_of_work() as uow:
            still = await uow.crm_reviews.find_page(is_open=True, after=None, limit=9)
            done = await uow.crm_reviews.find_page(is_open=False, after=None, limit=9)
            rest = await uow.crm_reviews.find_page(is_open=None, after="rev_3", limit=1)
            same = await uow.crm_reviews.find_same(a_review(9, offered="Ada L."))
            with pytest.raises(NotFoundError):
                await uow.crm_reviews.get(ReviewId("rev_9"))
        assert [one.id for one in still] == ["rev_3", "rev_1"]
        assert [replace(one, revision=1) for one in done] == [decided]
        assert [one.id for one in rest] == ["rev_2"]
        assert same is not None
        assert same.id == "rev_2"
