"""Our HubSpot adapter against a fake of HubSpot, not against HubSpot."""

from collections.abc import AsyncIterator

import pytest
from fastapi.responses import JSONResponse

from adapters.crm.hubspot import HubSpotCrm
from application.ports.crm import AmbiguousContactError
from domain.crm import ContactKeys
from domain.errors import RejectedError, UnavailableError
from tests.crm.contract import ADA, EMAIL, KEYS, NAME, PHONE, CrmContract, a_note
from tests.crm.fakes.hubspot import HubSpot
from tests.crm.fakes.reaching import reaching


@pytest.fixture
def hubspot() -> HubSpot:
    return HubSpot()


@pytest.fixture
async def crm(hubspot: HubSpot) -> AsyncIterator[HubSpotCrm]:
    http = reaching(
        hubspot.app, name="hubspot", headers={"Authorization": f"Bearer {hubspot.token}"}
    )
    yield HubSpotCrm(http=http)
    await http.close()


class TestHubSpotFake(CrmContract):
    @pytest.fixture(autouse=True)
    def _all_is_indexed(self, hubspot: HubSpot, monkeypatch: pytest.MonkeyPatch) -> None:
        # Searching is not what the contract is about; how it lags has tests of its own.
        class Everything(set[str]):
            def __contains__(self, item: object) -> bool:
                return True

        hubspot.indexed = Everything()


async def test_a_contact_that_is_not_indexed_yet_is_not_made_twice(
    crm: HubSpotCrm, hubspot: HubSpot
) -> None:
    only = ContactKeys(phone=KEYS.phone)
    first = await crm.upsert_contact(
        only, {PHONE: ADA[PHONE]}, contact_id=None, idempotency_key="k"
    )
    found = await crm.find_contact(KEYS)
    assert found is not None
    assert found.id == first
    assert len(hubspot.contacts) == 1


async def test_a_mixed_result_whose_contact_exists_is_tried_again(
    crm: HubSpotCrm, hubspot: HubSpot
) -> None:
    hubspot.contacts["7"] = {"email": "ada@example.org"}
    with pytest.raises(UnavailableError):
        await crm.upsert_contact(KEYS, ADA, contact_id=None, idempotency_key="k")
    found = await crm.find_contact(KEYS)
    assert found is not None
    assert found.id == "7"


async def test_a_mixed_result_that_refuses_is_final(crm: HubSpotCrm, hubspot: HubSpot) -> None:
    body = {"results": [], "errors": [{"category": "VALIDATION_ERROR", "message": "ada"}]}
    hubspot.answers = [JSONResponse(body, 207)]
    with pytest.raises(RejectedError) as refused:
        await crm.upsert_contact(KEYS, ADA, contact_id=None, idempotency_key="k")
    assert "ada" not in str(refused.value).lower()


async def test_too_many_requests_say_when_to_come_back(crm: HubSpotCrm, hubspot: HubSpot) -> None:
    hubspot.answers = [JSONResponse({}, 429, headers={"Retry-After": "11"})]
    with pytest.raises(UnavailableError) as limited:
        await crm.find_contact(KEYS)
    assert limited.value.retry_after == 11


async def test_two_contacts_with_the_keys_are_for_a_person(
    crm: HubSpotCrm, hubspot: HubSpot
) -> None:
    hubspot.contacts |= {"1": {"email": "ada@example.org"}, "2": {"mobilephone": ADA[PHONE]}}
    hubspot.index()
    with pytest.raises(AmbiguousContactError):
        await crm.find_contact(KEYS)
    with pytest.raises(AmbiguousContactError):
        await crm.upsert_contact(KEYS, {EMAIL: ADA[EMAIL]}, contact_id="2", idempotency_key="k")


async def test_a_wrong_token_is_final(hubspot: HubSpot) -> None:
    http = reaching(hubspot.app, name="hubspot")
    with pytest.raises(RejectedError, match="401"):
        await HubSpotCrm(http=http).find_contact(KEYS)
    await http.close()


async def test_what_callers_say_is_no_markup(crm: HubSpotCrm, hubspot: HubSpot) -> None:
    known = await crm.upsert_contact(KEYS, {NAME: "Ada"}, contact_id=None, idempotency_key="k")
    await crm.log_call(known, a_note(), idempotency_key="n")
    (call,) = hubspot.calls.values()
    assert "&lt;1&gt; &amp;" in call["hs_call_body"]
    assert call["hs_call_duration"] == "61000"
