"""Our BottleCRM adapter against a real server, which the environment names.

It is left out where no server is named: set BOTTLECRM_TEST_URL and BOTTLECRM_TEST_TOKEN to those of
an organisation that tests may write to.
"""

import os
from collections.abc import AsyncIterator

import pytest

from adapters.crm.bottlecrm import BottleCrm
from adapters.crm.http import CrmHttp
from application.ports.crm import AmbiguousContactError
from domain.crm import ContactKeys
from domain.errors import RejectedError
from tests.crm.contract import ADA, EMAIL, KEYS, NAME, PHONE, CrmContract

URL, TOKEN = os.environ.get("BOTTLECRM_TEST_URL"), os.environ.get("BOTTLECRM_TEST_TOKEN")
pytestmark = [
    pytest.mark.bottlecrm,
    pytest.mark.skipif(
        not (URL and TOKEN), reason="no BottleCRM: set BOTTLECRM_TEST_URL and BOTTLECRM_TEST_TOKEN"
    ),
]


async def _empty(http: CrmHttp) -> None:
    listed = http.read(await http.send("GET", "/api/contacts/", params={"limit": "100"}))
    for one in listed["results"]:
        http.taken(await http.send("DELETE", f"/api/contacts/{one['id']}/"))


@pytest.fixture
async def http() -> AsyncIterator[CrmHttp]:
    http = CrmHttp.to(URL or "", name="bottlecrm", headers={"Authorization": f"Bearer {TOKEN}"})
    await _empty(http)
    yield http
    await http.close()


class TestBottleCrm(CrmContract):
    @pytest.fixture
    def crm(self, http: CrmHttp) -> BottleCrm:
        return BottleCrm(http=http)

    async def test_a_number_is_found_however_it_was_typed(self, crm: BottleCrm) -> None:
        typed = {NAME: "Ada Löwe", PHONE: "+1 (415) 555-0132"}
        made = await crm.upsert_contact(ContactKeys(), typed, contact_id=None, idempotency_key="k")
        found = await crm.find_contact(ContactKeys(phone=KEYS.phone))
        assert found is not None
        assert found.id == made

    async def test_two_contacts_are_for_a_person(self, crm: BottleCrm) -> None:
        for name in (EMAIL, PHONE):
            only = {name: ADA[name]}
            await crm.upsert_contact(
                ContactKeys.of(only), only, contact_id=None, idempotency_key=name
            )
        with pytest.raises(AmbiguousContactError):
            await crm.find_contact(KEYS)


async def test_a_wrong_token_is_final() -> None:
    wrong = {"Authorization": "Bearer bcrm_pat_wrong"}
    http = CrmHttp.to(URL or "", name="bottlecrm", headers=wrong)
    with pytest.raises(RejectedError):
        await BottleCrm(http=http).find_contact(KEYS)
    await http.close()
