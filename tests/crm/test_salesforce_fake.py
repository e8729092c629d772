"""Our Salesforce adapter against a fake of Salesforce, not against Salesforce."""

from collections.abc import AsyncIterator

import pytest
from fastapi.responses import JSONResponse

from adapters.crm.salesforce import SalesforceCrm
from adapters.crm.salesforce_session import SalesforceSession
from application.ports.crm import AmbiguousContactError
from domain.crm import ContactKeys
from domain.errors import RejectedError, UnavailableError
from tests.crm.contract import ADA, EMAIL, KEYS, PHONE, CrmContract
from tests.crm.fakes.reaching import reaching
from tests.crm.fakes.salesforce import KEY, Salesforce


@pytest.fixture
def salesforce() -> Salesforce:
    return Salesforce()


@pytest.fixture
async def crm(salesforce: Salesforce) -> AsyncIterator[SalesforceCrm]:
    http = reaching(salesforce.app, name="salesforce")
    session = SalesforceSession(http=http, client_id="id", client_secret="s3cret")
    yield SalesforceCrm(http=http, session=session)
    await http.close()


class TestSalesforceFake(CrmContract):
    """All that is promised of a CRM."""


async def test_a_token_that_ran_out_is_replaced_once(
    crm: SalesforceCrm, salesforce: Salesforce
) -> None:
    await crm.find_contact(KEYS)
    salesforce.tokens.append("somebody's newer one")
    assert await crm.find_contact(KEYS) is None
    assert salesforce.tokens == ["token-1", "somebody's newer one", "token-3"]


async def test_wrong_credentials_are_final(salesforce: Salesforce) -> None:
    http = reaching(salesforce.app, name="salesforce")
    session = SalesforceSession(http=http, client_id="id", client_secret="wrong")
    with pytest.raises(RejectedError, match="SALESFORCE_CLIENT_ID"):
        await SalesforceCrm(http=http, session=session).find_contact(KEYS)
    await http.close()


async def test_several_leads_with_the_key_are_for_a_person(
    crm: SalesforceCrm, salesforce: Salesforce
) -> None:
    salesforce.records["Lead"] = {"a": {KEY: KEYS.mark}, "b": {KEY: KEYS.mark}}
    with pytest.raises(AmbiguousContactError):
        await crm.upsert_contact(KEYS, ADA, contact_id=None, idempotency_key="k")


async def test_leads_by_address_and_by_number_are_for_a_person(
    crm: SalesforceCrm, salesforce: Salesforce
) -> None:
    salesforce.records["Lead"] = {"a": {"Email": ADA[EMAIL]}, "b": {"MobilePhone": ADA[PHONE]}}
    with pytest.raises(AmbiguousContactError):
        await crm.find_contact(KEYS)


async def test_an_update_that_says_nothing_is_looked_up(
    crm: SalesforceCrm, salesforce: Salesforce
) -> None:
    salesforce.says_ids_of_updates = False
    salesforce.records["Lead"] = {"a": {KEY: KEYS.mark, "LastName": "x", "Company": "y"}}
    assert await crm.upsert_contact(KEYS, ADA, contact_id=None, idempotency_key="k") == "a"


async def test_a_quote_in_an_address_is_no_query(crm: SalesforceCrm) -> None:
    odd = ContactKeys(email="o'hara\\@example.org")
    known = await crm.upsert_contact(
        odd, {EMAIL: "o'hara\\@example.org"}, contact_id=None, idempotency_key="k"
    )
    found = await crm.find_contact(odd)
    assert found is not None
    assert found.id == known
    assert await crm.find_contact(ContactKeys(email="x' OR Email != '")) is None


async def test_the_server_may_be_down(crm: SalesforceCrm, salesforce: Salesforce) -> None:
    salesforce.answers = [JSONResponse([], 503)]
    with pytest.raises(UnavailableError):
        await crm.find_contact(KEYS)


async def test_calls_of_others_are_history_too(crm: SalesforceCrm, salesforce: Salesforce) -> None:
    known = await crm.upsert_contact(KEYS, ADA, contact_id=None, idempotency_key="k")
    salesforce.records["Task"]["t"] = {
        "WhoId": known,
        "TaskSubtype": "Call",
        "Subject": "Call back",
        "ActivityDate": "2026-10-01",
    }
    (call,) = await crm.history(known, limit=3)
    assert (call.at.date().isoformat(), call.summary) == ("2026-10-01", "Call back")
