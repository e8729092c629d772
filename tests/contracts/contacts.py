"""What every store promises of contacts, summaries, and of which calls were dealt with."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.consent import Consent, ConsentAnswer, ConsentKind, ConsentSource
from domain.contact import Contact, Identity
from domain.errors import ConflictError, NotFoundError, StaleVersionError
from domain.ids import ContactId, FactId, TurnId, VoiceSessionId
from domain.language import Language
from domain.memory.call_summary import CallSummary, Commitment, CommitmentStatus
from domain.memory.fact import Fact, FactStatus, Source
from domain.transcript import Role
from domain.voice_session import CloseReason
from tests.contracts.store import LEASE, NOW, Store, a_session, keep

LATER = NOW + timedelta(days=90)
SARAH = ContactId("con_001")


def a_fact(number: int, **changes: object) -> Fact:
    fact = Fact(
        id=FactId(f"fct_{number:03d}"),
        predicate="name",
        value="Zoë 'Ünïcode' 你好",
        status=FactStatus.CONFIRMED,
        confidence=0.95,
        source=Source(session_id=VoiceSessionId("ses_001"), turn_id=TurnId("ses_001:item_1")),
        valid_from=NOW,
        expires_at=LATER,
    )
    return replace(fact, **changes)  # type: ignore[arg-type]


def a_contact(number: int = 1, *facts: Fact) -> Contact:
    return Contact(
        id=ContactId(f"con_{number:03d}"),
        identities=(
            Identity.email(f"c{number}@example.com"),
            Identity.user(f"user-{number}", verified_at=NOW),
        ),
        facts=facts,
        created_at=NOW,
        updated_at=NOW,
    )


def a_summary(number: int = 1, *, contact: ContactId = SARAH) -> CallSummary:
    return CallSummary(
        session_id=VoiceSessionId(f"ses_{number:03d}"),
        contact_id=contact,
        text="asked about: a chair\nleft nothing",
        commitments=(
            Commitment(text="We will call back.", said_by=Role.AGENT, turn_id=TurnId("t1")),
            Commitment(
                text="Send me a list.",
                said_by=Role.CALLER,
                turn_id=TurnId("t2"),
                status=CommitmentStatus.DONE,
            ),
        ),
        language=Language("es"),
        made_by="rules/1",
        held_at=NOW + timedelta(hours=number),
        created_at=NOW,
        expires_at=LATER,
    )


async def keep_contacts(store: Store, *contacts: Contact) -> None:
    async with store.unit_of_work() as uow:
        for contact in contacts:
            await uow.contacts.save(contact)
        await uow.commit()


class ContactsContract:
    """Subclasses bring a `store` fixture."""

    async def test_a_contact_comes_back_as_it_was(self, store: Store) -> None:
        old = a_fact(1, superseded_by=FactId("fct_002"))
        contact = a_contact(
            1, old, a_fact(2, value="Zoe", source=Source(session_id=old.source.session_id))
        )
        await keep_contacts(store, contact)
        async with store.unit_of_work() as uow:
            assert await uow.contacts.get(contact.id) == replace(contact, revision=1)
            by_mail = await uow.contacts.find_by_identity(Identity.email("c1@example.com"))
            assert by_mail == replace(contact, revision=1)
            assert await uow.contacts.find_by_identity(Identity.user("user-2")) is None
            with pytest.raises(NotFoundError):
                await uow.contacts.get(ContactId("con_9"))

    async def test_a_changed_contact_replaces_what_was(self, store: Store) -> None:
        await keep_contacts(store, a_contact(1, a_fact(1), a_fact(2)))
        async with store.unit_of_work() as uow:
            contact = await uow.contacts.get(SARAH)
            await uow.contacts.save(contact.refuse_memory(now=NOW + LEASE))
            await uow.commit()
        async with store.unit_of_work() as uow:
            changed = await uow.contacts.get(SARAH)
        assert (changed.facts, changed.do_not_remember, changed.revision) == ((), True, 2)
        assert changed.identities == (Identity.user("user-1", verified_at=NOW),)

    async def test_what_a_contact_allows_and_forbids_comes_back_and_outlives_the_rest(
        self, store: Store
    ) -> None:
        heard = Consent(
            kind=ConsentKind.CALLS,
            answer=ConsentAnswer.REFUSED,
            source=ConsentSource.CALLER,
            at=NOW,
            session_id=VoiceSessionId("ses_001"),
            turn_id=TurnId("ses_001:item_1"),
        )
        told = Consent(
            kind=ConsentKind.MARKETING,
            answer=ConsentAnswer.GRANTED,
            source=ConsentSource.STAFF,
            at=NOW,
        )
        contact = a_contact(1, a_fact(1)).with_consents([told, heard], now=NOW)
        await keep_contacts(store, contact)
        async with store.unit_of_work() as uow:
            assert await uow.contacts.get(SARAH) == replace(contact, revision=1)
            assert await uow.contacts.forget_expired(LATER) == 1
            await uow.commit()
        async with store.unit_of_work() as uow:
            assert (await uow.contacts.get(SARAH)).consents == (heard, told)
            await uow.contacts.remove(SARAH)
            await uow.commit()

    async def test_whoever_saves_a_contact_second_is_told(self, store: Store) -> None:
        await keep_contacts(store, a_contact())
        async with store.unit_of_work() as first, store.unit_of_work() as second:
            ours, theirs = await first.contacts.get(SARAH), await second.contacts.get(SARAH)
            await second.contacts.save(theirs)
            await second.commit()
            with pytest.raises(StaleVersionError):
                await first.contacts.save(ours)
                await first.commit()

    async def test_an_identity_belongs_to_one_contact(self, store: Store) -> None:
        await keep_contacts(store, a_contact(1))
        thief = a_contact(2).with_identity(Identity.email("c1@example.com"))
        with pytest.raises(ConflictError):
            await keep_contacts(store, thief)

    async def test_contacts_are_paged_from_new_to_old(self, store: Store) -> None:
        await keep_contacts(store, *(a_contact(n, a_fact(n)) for n in range(1, 5)))
        async with store.unit_of_work() as uow:
            first = await uow.contacts.find_page(after=None, limit=3)
            rest = await uow.contacts.find_page(after=first[-1].id, limit=3)
        assert [one.id for one in (*first, *rest)] == [f"con_00{n}" for n in (4, 3, 2, 1)]
        assert [one.facts[0].id for one in first] == ["fct_004", "fct_003", "fct_002"]

    async def test_summaries_come_back_newest_call_first(self, store: Store) -> None:
        await keep_contacts(store, a_contact(1), a_contact(2))
        async with store.unit_of_work() as uow:
            for summary in (a_summary(1), a_summary(3), a_summary(2)):
                await uow.call_summaries.save(summary)
            await uow.call_summaries.save(a_summary(4, contact=ContactId("con_002")))
            await uow.call_summaries.save(a_summary(3).settled())
            await uow.commit()
        async with store.unit_of_work() as uow:
            found = await uow.call_summaries.find_by_contact(SARAH)
            assert list(found) == [a_summary(3).settled(), a_summary(2), a_summary(1)]
            assert len(await uow.call_summaries.find_by_contact(SARAH, limit=2)) == 2
            await uow.call_summaries.remove(VoiceSessionId("ses_003"))
            await uow.call_summaries.remove(VoiceSessionId("ses_none"))
            assert len(await uow.call_summaries.find_by_contact(SARAH)) == 2

    async def test_a_summary_needs_its_contact(self, store: Store) -> None:
        with pytest.raises(ConflictError):
            async with store.unit_of_work() as uow:
                await uow.call_summaries.save(a_summary())
                await uow.commit()

    async def test_of_a_removed_contact_nothing_is_left(self, store: Store) -> None:
        await keep_contacts(store, a_contact(1, a_fact(1)), a_contact(2, a_fact(2)))
        async with store.unit_of_work() as uow:
            await uow.call_summaries.save(a_summary())
            assert await uow.contacts.remove(SARAH) == 1
            await uow.commit()
        async with store.unit_of_work() as uow:
            assert await uow.contacts.find_by_identity(Identity.user("user-1")) is None
            assert not await uow.call_summaries.find_by_contact(SARAH)
            assert (await uow.contacts.get(ContactId("con_002"))).facts == (a_fact(2),)
            with pytest.raises(NotFoundError):
                await uow.contacts.remove(SARAH)

    async def test_what_expired_is_gone_and_the_contact_with_the_last_of_it(
        self, store: Store
    ) -> None:
        refuser = replace(a_contact(3), do_not_remember=True)
        lasting = a_fact(3, expires_at=LATER + LEASE)
        await keep_contacts(
            store, a_contact(1, a_fact(1)), a_contact(2, a_fact(2), lasting), refuser
        )
        async with store.unit_of_work() as uow:
            await uow.call_summaries.save(a_summary())
            assert await uow.contacts.forget_expired(LATER - LEASE) == 0
            assert await uow.contacts.forget_expired(LATER) == 3
            await uow.commit()
        async with store.unit_of_work() as uow:
            left = await uow.contacts.find_page(after=None, limit=9)
        assert [(one.id, one.facts) for one in left] == [
            ("con_003", ()),
            ("con_002", (lasting,)),
        ]

    async def test_an_ended_session_is_dealt_with_once(self, store: Store) -> None:
        sessions = [
            a_session(number).start("job", now=NOW, lease_for=LEASE) for number in range(1, 5)
        ]
        ended = [
            one.end(CloseReason.TASK_COMPLETED, now=NOW + timedelta(minutes=5 - number))
            for number, one in enumerate(sessions[:3])
        ]
        await keep(store, *ended, sessions[3])
        async with store.unit_of_work() as uow:
            due = NOW + timedelta(minutes=4)
            find = uow.remembered_sessions.find_pending
            pending = await find(ended_after=NOW, ended_before=due)
            assert [one.id for one in pending] == ["ses_003", "ses_002"]
            await uow.remembered_sessions.add(VoiceSessionId("ses_003"), at=NOW)
            await uow.commit()
        async with store.unit_of_work() as uow:
            assert await uow.remembered_sessions.has(VoiceSessionId("ses_003"))
            assert not await uow.remembered_sessions.has(VoiceSessionId("ses_002"))
            find = uow.remembered_sessions.find_pending
            pending = await find(ended_after=NOW, ended_before=due)
            assert [one.id for one in pending] == ["ses_002"]
            assert not await find(ended_after=due + LEASE, ended_before=due + LEASE)

    async def test_of_two_who_deal_with_a_session_one_is_told(self, store: Store) -> None:
        async def deal_with_it() -> None:
            async with store.unit_of_work() as uow:
                await uow.remembered_sessions.add(VoiceSessionId("ses_001"), at=NOW)
                await uow.commit()

        results = await asyncio.gather(deal_with_it(), deal_with_it(), return_exceptions=True)
        assert sorted(type(one).__name__ for one in results) == ["ConflictError", "NoneType"]
