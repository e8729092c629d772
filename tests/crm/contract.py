"""What every CRM promises, whatever is behind it."""

from datetime import UTC, datetime, timedelta

from application.ports.crm import CallNote, Crm
from domain.contact_details import ContactField
from domain.crm import ContactKeys
from domain.ids import VoiceSessionId

NAME, EMAIL, PHONE = ContactField.NAME, ContactField.EMAIL, ContactField.PHONE
COMPANY = ContactField.COMPANY
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
KEYS = ContactKeys(email="ada@example.org", phone="+14155550132")
ADA = {NAME: "Ada Löwe", EMAIL: "ada@example.org", PHONE: "+14155550132", COMPANY: "Löwe & Co"}


def a_note(number: int = 1) -> CallNote:
    return CallNote(
        call_id=VoiceSessionId(f"ses_{number}"),
        summary=f"She asked for offer <{number}> & 'more'.",
        at=NOW + timedelta(hours=number),
        duration_s=61.0,
        transcript_url=f"https://voice.example/ses_{number}",
    )


class WritingContract:
    """Subclasses bring a `crm` fixture."""

    async def test_the_same_contact_twice_is_one(self, crm: Crm) -> None:
        first = await crm.upsert_contact(KEYS, ADA, contact_id=None, idempotency_key="k1")
        assert first
        again = await crm.upsert_contact(KEYS, ADA, contact_id=None, idempotency_key="k1")
        assert again == first

    async def test_notes_may_be_put_twice(self, crm: Crm) -> None:
        known = await crm.upsert_contact(KEYS, ADA, contact_id=None, idempotency_key="k1")
        for _ in range(2):
            await crm.log_call(known, a_note(), idempotency_key="n1")

    async def test_it_says_what_it_can(self, crm: Crm) -> None:
        assert crm.capabilities.name


class CrmContract(WritingContract):
    """Of those who can be asked, too."""

    async def test_a_contact_is_found_by_each_of_its_keys(self, crm: Crm) -> None:
        assert await crm.find_contact(KEYS) is None
        known = await crm.upsert_contact(KEYS, ADA, contact_id=None, idempotency_key="k1")
        for keys in (KEYS, ContactKeys(email=KEYS.email), ContactKeys(phone=KEYS.phone)):
            found = await crm.find_contact(keys)
            assert found is not None
            assert (found.id, dict(found.details)) == (known, ADA)
        assert await crm.find_contact(ContactKeys(email="ida@example.org")) is None

    async def test_nothing_but_the_patch_changes(self, crm: Crm) -> None:
        by_phone = ContactKeys(phone=KEYS.phone)
        known = await crm.upsert_contact(
            by_phone, {PHONE: "+14155550132"}, contact_id=None, idempotency_key="k1"
        )
        found = await crm.find_contact(by_phone)
        assert found is not None
        assert dict(found.details) == {PHONE: "+14155550132"}
        patch = {NAME: "Ada Löwe", EMAIL: "ada@example.org"}
        same = await crm.upsert_contact(KEYS, patch, contact_id=known, idempotency_key="k2")
        assert same == known
        found = await crm.find_contact(ContactKeys(email=KEYS.email))
        assert found is not None
        assert dict(found.details) == {PHONE: "+14155550132"} | patch

    async def test_a_call_has_one_note_and_the_newest_comes_first(self, crm: Crm) -> None:
        known = await crm.upsert_contact(KEYS, ADA, contact_id=None, idempotency_key="k1")
        assert await crm.history(known, limit=5) == []
        for number in (1, 2, 1):
            await crm.log_call(known, a_note(number), idempotency_key=f"n{number}")
        calls = await crm.history(known, limit=5)
        assert [one.at for one in calls] == [a_note(2).at, a_note(1).at]
        assert a_note(2).summary in calls[0].summary
        assert len(await crm.history(known, limit=1)) == 1
