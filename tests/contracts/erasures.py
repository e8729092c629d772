"""What every store promises of an erasure: what it has to find, what it blanks, and its receipt."""

from dataclasses import replace

import pytest

from domain.erasure import ErasedKind, ErasureException, ErasureReceipt
from domain.errors import NotFoundError
from domain.ids import ReceiptId, UserId, VoiceSessionId
from tests.contracts.store import NOW, Store, a_session, a_turn, keep

RECEIPT = ErasureReceipt(
    id=ReceiptId("era_1"),
    at=NOW,
    erased={ErasedKind.FACTS: 3, ErasedKind.TURNS: 0},
    exceptions=(ErasureException.CRM, ErasureException.CALLS),
)


class ErasuresContract:
    """Subclasses bring a `store` fixture."""

    async def test_a_receipt_comes_back_as_it_was(self, store: Store) -> None:
        async with store.unit_of_work() as uow:
            await uow.erasure_receipts.add(RECEIPT)
            await uow.commit()
        async with store.unit_of_work() as uow:
            assert await uow.erasure_receipts.get(RECEIPT.id) == RECEIPT
            with pytest.raises(NotFoundError):
                await uow.erasure_receipts.get(ReceiptId("era_9"))

    async def test_the_sessions_of_a_user_are_found(self, store: Store) -> None:
        sarahs = [
            replace(one, request=replace(one.request, user_id=UserId("sarah")))
            for one in (a_session(3), a_session(1))
        ]
        await keep(store, *sarahs, a_session(2))
        async with store.unit_of_work() as uow:
            found = await uow.sessions.find_by_user(UserId("sarah"))
            assert [one.id for one in found] == ["ses_001", "ses_003"]
            assert await uow.sessions.find_by_user(UserId("tom")) == []

    async def test_whatever_was_said_in_a_session_can_be_erased(self, store: Store) -> None:
        await keep(store, a_session(1), a_session(2))
        said = replace(a_turn(1), planned="and more")
        for turn in (said, a_turn(2), a_turn(3, session="ses_002")):
            await store.journal.record(turn)
        async with store.unit_of_work() as uow:
            assert await uow.turns.erase_texts(said.session_id) == 2
            await uow.commit()
        async with store.unit_of_work() as uow:
            silent = (await uow.turns.transcript(said.session_id)).turns
            others = (await uow.turns.transcript(VoiceSessionId("ses_002"))).turns
        assert silent[0] == replace(said, text="", planned=None)
        assert [(one.text, one.planned) for one in silent] == [("", None)] * 2
        assert others == (a_turn(3, session="ses_002"),)
