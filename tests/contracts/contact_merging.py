"""What every store promises of merges, suggested merges, and the sessions of contacts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from application.contact_merging import MergeReason, absorb
from domain.contact import Identity, IdentityKind
from domain.contact_merge import Merge, MergeDecision, MergeSuggestion, SharedIdentity
from domain.errors import ConflictError, NotFoundError, StaleVersionError
from domain.ids import ContactId, SuggestionId, VoiceSessionId
from tests.contracts.contacts import SARAH, a_contact, a_fact, a_summary, keep_contacts
from tests.contracts.store import NOW, Store

OTHER, THIRD = ContactId("con_002"), ContactId("con_003")
SESSION = VoiceSessionId("ses_001")
SHARED = SharedIdentity(kind=IdentityKind.EMAIL, mark="0a" * 16, session_id=SESSION)
BY_CALL = MergeReason(decided_by=MergeDecision.CALL, shared=SHARED, now=NOW)


def a_merge(absorbed: str, **changes: object) -> Merge:
    merge = Merge(
        absorbed_id=ContactId(absorbed),
        survivor_id=SARAH,
        decided_by=MergeDecision.CALL,
        shared=SHARED,
        at=NOW,
        identities=1,
        facts=2,
        summaries=3,
    )
    return replace(merge, **changes)  # type: ignore[arg-type]


def a_suggestion(number: int, one: ContactId, other: ContactId) -> MergeSuggestion:
    return MergeSuggestion.between(SuggestionId(f"mrg_{number}"), one, other, SHARED, now=NOW)


class ContactMergingContract:
    """Subclasses bring a `store` fixture."""

    async def test_merges_come_back_newest_first(self, store: Store) -> None:
        await keep_contacts(store, a_contact(1))
        by_hand = a_merge(
            "con_008", at=NOW + timedelta(1), shared=None, decided_by=MergeDecision.PERSON
        )
        async with store.unit_of_work() as uow:
            await uow.contact_merges.add(a_merge("con_009"))
            await uow.contact_merges.add(by_hand)
            await uow.commit()
        async with store.unit_of_work() as uow:
            assert await uow.contact_merges.find_by_survivor(SARAH) == [by_hand, a_merge("con_009")]
            assert await uow.contact_merges.find_by_absorbed(ContactId("con_008")) == by_hand
            assert await uow.contact_merges.find_by_absorbed(SARAH) is None
            with pytest.raises(ConflictError):
                await uow.contact_merges.add(a_merge("con_008"))
                await uow.commit()

    async def test_a_pair_is_suggested_once_and_waits_for_a_person(self, store: Store) -> None:
        await keep_contacts(store, *(a_contact(number) for number in (1, 2, 3)))
        first, second = a_suggestion(1, SARAH, OTHER), a_suggestion(2, OTHER, THIRD)
        async with store.unit_of_work() as uow:
            for one in (first, a_suggestion(9, OTHER, SARAH), second):
                await uow.merge_suggestions.add(one)
            await uow.commit()
        async with store.unit_of_work() as uow:
            waiting = uow.merge_suggestions.find_open
            assert await waiting(after=None, limit=9) == [second, first]
            assert await waiting(after=None, limit=1) == [second]
            assert await waiting(after="mrg_2", limit=9) == [first]
            assert await uow.merge_suggestions.find_by_contact(OTHER) == [first, second]
            assert await uow.merge_suggestions.find_by_contact(THIRD) == [second]
            await uow.merge_suggestions.save(second.dismissed(now=NOW))
            await uow.commit()
        async with store.unit_of_work() as uow:
            assert await uow.merge_suggestions.find_open(after=None, limit=9) == [first]
            assert (await uow.merge_suggestions.get(second.id)).dismissed_at == NOW
            with pytest.raises(NotFoundError):
                await uow.merge_suggestions.get(SuggestionId("mrg_9"))

    async def test_a_session_is_one_contacts(self, store: Store) -> None:
        await keep_contacts(store, a_contact(1), a_contact(2))
        async with store.unit_of_work() as uow:
            for session, contact in (("ses_2", SARAH), ("ses_1", SARAH), ("ses_2", OTHER)):
                await uow.contact_sessions.add(VoiceSessionId(session), contact)
            await uow.commit()
        async with store.unit_of_work() as uow:
            assert await uow.contact_sessions.find_by_contact(SARAH) == ["ses_1"]
            assert await uow.contact_sessions.find_by_contact(OTHER) == ["ses_2"]
            with pytest.raises(ConflictError):
                await uow.contact_sessions.add(SESSION, THIRD)
                await uow.commit()

    async def test_an_absorbed_contact_leaves_everything_to_the_survivor(
        self, store: Store
    ) -> None:
        await keep_contacts(store, a_contact(1, a_fact(1)), a_contact(2, a_fact(2)), a_contact(3))
        async with store.unit_of_work() as uow:
            await uow.call_summaries.save(a_summary(2, contact=OTHER))
            await uow.contact_sessions.add(VoiceSessionId("ses_002"), OTHER)
            await uow.contact_merges.add(a_merge("con_009", survivor_id=OTHER))
            await uow.merge_suggestions.add(a_suggestion(1, OTHER, SARAH))
            await uow.merge_suggestions.add(a_suggestion(2, OTHER, THIRD))
            await uow.commit()
        async with store.unit_of_work() as uow:
            survivor, absorbed = await uow.contacts.get(SARAH), await uow.contacts.get(OTHER)
            merged = await absorb(uow, survivor, absorbed, BY_CALL)
            await uow.commit()
        async with store.unit_of_work() as uow:
            assert await uow.contacts.get(SARAH) == merged
            assert merged.has(Identity.user("user-2"))
            assert {fact.id for fact in merged.facts} == {"fct_001", "fct_002"}
            assert await uow.call_summaries.find_by_contact(SARAH) == [a_summary(2)]
            assert await uow.contact_sessions.find_by_contact(SARAH) == ["ses_002"]
            assert {
                one.absorbed_id for one in await uow.contact_merges.find_by_survivor(SARAH)
            } == {
                OTHER,
                "con_009",
            }
            left = await uow.merge_suggestions.find_by_contact(SARAH)
            assert left == [a_suggestion(2, SARAH, THIRD)]
            with pytest.raises(NotFoundError):
                await uow.contacts.get(OTHER)

    async def test_who_is_absorbed_while_somebody_adds_to_them_stays(self, store: Store) -> None:
        await keep_contacts(store, a_contact(1), a_contact(2))
        async with store.unit_of_work() as first, store.unit_of_work() as second:
            survivor, absorbed = await first.contacts.get(SARAH), await first.contacts.get(OTHER)
            learning = await second.contacts.get(OTHER)
            await second.contacts.save(replace(learning, facts=(a_fact(2),)))
            await second.commit()
            with pytest.raises(StaleVersionError):
                await absorb(first, survivor, absorbed, BY_CALL)
                await first.commit()
        async with store.unit_of_work() as uow:
            assert (await uow.contacts.get(OTHER)).facts == (a_fact(2),)

    async def test_merges_and_suggestions_go_with_the_contact(self, store: Store) -> None:
        await keep_contacts(store, a_contact(1), a_contact(2))
        async with store.unit_of_work() as uow:
            await uow.contact_merges.add(a_merge("con_009"))
            await uow.merge_suggestions.add(a_suggestion(1, OTHER, SARAH))
            await uow.contact_sessions.add(SESSION, SARAH)
            await uow.contacts.remove(SARAH)
            await uow.commit()
        async with store.unit_of_work() as uow:
            assert await uow.contact_merges.find_by_absorbed(ContactId("con_009")) is None
            assert await uow.merge_suggestions.find_by_contact(OTHER) == []
            assert await uow.contact_sessions.find_by_contact(SARAH) == []
