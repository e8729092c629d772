"""Contacts who are forgotten altogether."""

from application.contact_queries import ContactQueries
from application.use_cases.memory.erase_contact import EraseContactCommand, Erasure
from domain.contact import Identity
from domain.contact_details import ContactField
from domain.crm_record import CrmRecord
from domain.erasure import ErasedKind, ErasureException
from domain.ids import ContactId, TurnId, VoiceSessionId
from domain.insight.call_insight import CallInsight, Finding, Topic
from domain.lead import FieldStatus
from domain.transcript import Role
from tests.unit.memory.conftest import Memory, Played

NAME, EMAIL, PHONE = ContactField.NAME, ContactField.EMAIL, ContactField.PHONE
MAIL, NUMBER = "sarah@example.com", "+4915112345678"
LINES = ("a: Hello!", "c: I am Sarah.", "a: Sarah, thank you.")
ORDER = Played(lines=LINES, confirmed={NAME: "Sarah", EMAIL: MAIL})


async def erase(memory: Memory, contact_id: str, *, transcripts: bool = False) -> Erasure:
    command = EraseContactCommand(contact_id=ContactId(contact_id), transcripts=transcripts)
    return await memory.erase.execute(command)


async def read_insight(memory: Memory, session: str) -> CallInsight | None:
    async with memory.store.unit_of_work() as uow:
        return await uow.call_insights.find(VoiceSessionId(session))


async def keep_insight(memory: Memory, session: str) -> None:
    finding = Finding(value="a chair", turn_id=TurnId("t"), quote="I am Sarah")
    insight = CallInsight(
        session_id=VoiceSessionId(session),
        summary="Sarah wants a chair.",
        made_by="rules/1",
        made_at=memory.clock.now(),
        findings={Topic.INTENT: finding},
    )
    async with memory.store.unit_of_work() as uow:
        await uow.call_insights.save(insight)
        await uow.commit()


async def test_what_was_read_from_their_calls_goes_with_them(memory: Memory) -> None:
    await memory.play_and_remember(ORDER)
    await keep_insight(memory, "ses_001")

    receipt = (await erase(memory, "con_000001")).receipt

    assert receipt.erased == {
        ErasedKind.IDENTITIES: 2,
        ErasedKind.FACTS: 3,
        ErasedKind.CONSENTS: 0,
        ErasedKind.SUMMARIES: 1,
        ErasedKind.INSIGHTS: 1,
        ErasedKind.LEADS: 1,
        ErasedKind.TURNS: 0,
        ErasedKind.CRM_CONTACTS: 0,
    }
    async with memory.store.unit_of_work() as uow:
        lead = await uow.leads.find_by_session(VoiceSessionId("ses_001"))
    assert lead is not None
    entries = [entry for one in lead.fields.values() for entry in one.history]
    assert {(one.value, one.status, one.evidence) for one in entries} == {
        (None, FieldStatus.WITHDRAWN, ())
    }
    insight = await read_insight(memory, "ses_001")
    assert insight is not None
    assert (insight.summary, insight.findings, insight.made_by) == ("", {}, "erased")


async def test_what_was_said_stays_unless_it_is_to_go_too(memory: Memory) -> None:
    session = await memory.play(ORDER)
    await memory.remember_calls_now()
    kept = (await erase(memory, "con_000001")).receipt
    assert ErasureException.TRANSCRIPTS in kept.exceptions
    assert {turn.text for turn in memory.store.turns} == {line[3:] for line in LINES}

    await memory.play_and_remember(ORDER)
    gone = (await erase(memory, "con_000002", transcripts=True)).receipt

    assert ErasureException.TRANSCRIPTS not in gone.exceptions
    assert gone.erased[ErasedKind.TURNS] == 6
    async with memory.store.unit_of_work() as uow:
        turns = (await uow.turns.transcript(session)).turns
    assert [(turn.role, turn.text) for turn in turns] == [
        (Role.AGENT, ""),
        (Role.CALLER, ""),
        (Role.AGENT, ""),
    ]


async def test_calls_of_whom_nothing_was_kept_are_theirs_all_the_same(memory: Memory) -> None:
    await memory.play_and_remember(ORDER, agent="forgetful")
    await memory.play_and_remember(ORDER)
    receipt = (await erase(memory, "con_000001")).receipt
    assert receipt.erased[ErasedKind.LEADS] == 2


async def test_others_keep_what_is_theirs(memory: Memory) -> None:
    await memory.play_and_remember(ORDER)
    await memory.play_and_remember(Played(user="unknown", confirmed={PHONE: NUMBER}))
    await keep_insight(memory, "ses_002")
    await erase(memory, "con_000001", transcripts=True)

    assert (await memory.contact(Identity.phone(NUMBER))).id == "con_000002"
    insight = await read_insight(memory, "ses_002")
    assert insight is not None
    assert insight.made_by == "rules/1"
    async with memory.store.unit_of_work() as uow:
        lead = await uow.leads.find_by_session(VoiceSessionId("ses_002"))
    assert lead is not None
    assert lead.value_of(PHONE) == NUMBER


async def test_who_was_absorbed_is_erased_with_the_survivor(memory: Memory) -> None:
    for call in (
        Played(user="unknown", confirmed={EMAIL: MAIL}),
        Played(user="unknown", confirmed={PHONE: NUMBER}),
        Played(user="unknown", confirmed={PHONE: NUMBER, EMAIL: MAIL}),
    ):
        await memory.clock.advance(seconds=1)
        await memory.play_and_remember(call)
    erasure = await erase(memory, "con_000002")
    assert (erasure.contact_id, erasure.receipt.erased[ErasedKind.LEADS]) == ("con_000001", 3)
    assert await memory.contacts() == 0


async def test_our_own_crm_forgets_whom_it_knows_by_what_was_verified(memory: Memory) -> None:
    await memory.play_and_remember(ORDER)
    await memory.play_and_remember(Played(confirmed={PHONE: NUMBER}))
    hearsay = Identity.email("tom@example.com")
    async with memory.store.unit_of_work() as uow:
        sarah = await uow.contacts.get(ContactId("con_000001"))
        await uow.contacts.save(sarah.with_identity(hearsay))
        for key, details in (
            ("crm_1", {EMAIL: MAIL}),
            ("crm_2", {PHONE: NUMBER}),
            ("crm_3", {EMAIL: hearsay.value}),
        ):
            now = memory.clock.now()
            record = CrmRecord(id=key, details=details, created_at=now, updated_at=now)
            await uow.crm_book.save(record)
        await uow.commit()

    receipt = (await erase(memory, "con_000001")).receipt

    assert receipt.erased[ErasedKind.CRM_CONTACTS] == 2
    async with memory.store.unit_of_work() as uow:
        left = await uow.crm_book.find_page(after=None, limit=9)
    assert [one.id for one in left] == ["crm_3"]


async def test_a_receipt_can_be_read_again_and_says_nothing_of_whom_it_was_about(
    memory: Memory,
) -> None:
    await memory.play_and_remember(ORDER)
    erasure = await erase(memory, "con_000001")
    queries = ContactQueries(unit_of_work=memory.store.unit_of_work, clock=memory.clock)

    receipt = await queries.receipt(erasure.receipt.id)

    assert receipt == erasure.receipt
    for personal in ("con_000001", "user-sarah", MAIL, "Sarah"):
        assert personal not in repr(receipt)
    assert all(one.why for one in ErasureException)


async def test_a_second_erasure_finds_what_was_erased_already_blank(memory: Memory) -> None:
    await memory.play_and_remember(ORDER)
    await keep_insight(memory, "ses_001")
    await erase(memory, "con_000001")
    await memory.play_and_remember(Played(lines=LINES))
    receipt = (await erase(memory, "con_000002")).receipt
    assert receipt.erased[ErasedKind.INSIGHTS] == 0
