import pytest

from adapters.crm.embedded import EmbeddedCrm
from adapters.in_memory import CountingIds, InMemoryStore, ManualClock
from adapters.in_memory.crm_service import InMemoryCrm
from application.ports.crm import AmbiguousContactError, Crm
from domain.crm import ContactKeys
from tests.crm.contract import ADA, EMAIL, KEYS, PHONE, CrmContract


class TestEmbeddedCrm(CrmContract):
    @pytest.fixture
    def crm(self) -> Crm:
        return EmbeddedCrm(
            unit_of_work=InMemoryStore().unit_of_work, clock=ManualClock(), ids=CountingIds()
        )

    async def test_keys_of_two_contacts_are_for_a_person(self, crm: Crm) -> None:
        for name, key in ((EMAIL, ContactKeys(email=KEYS.email)), (PHONE, KEYS)):
            only = {name: ADA[name]}
            keys = key if name is EMAIL else ContactKeys(phone=KEYS.phone)
            await crm.upsert_contact(keys, only, contact_id=None, idempotency_key=name)
        with pytest.raises(AmbiguousContactError):
            await crm.find_contact(KEYS)


class TestInMemoryCrm(CrmContract):
    @pytest.fixture
    def crm(self) -> Crm:
        return InMemoryCrm()
