import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from fastapi import FastAPI, Request, Response
from standardwebhooks import Webhook, WebhookVerificationError

from adapters.crm.webhook import WebhookCrm
from adapters.system.clock import SystemClock
from domain.errors import RejectedError, UnavailableError
from tests.crm.contract import ADA, KEYS, WritingContract, a_note
from tests.crm.fakes.reaching import reaching

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@dataclass
class Receiver:
    """Verifies each message by the library, and acts once an id."""

    by_id: dict[str, dict[str, Any]] = field(default_factory=dict)
    answers: list[Response] = field(default_factory=list)

    @property
    def app(self) -> FastAPI:
        app = FastAPI()
        app.post("/")(self._receive)
        return app

    async def _receive(self, request: Request) -> Response:
        if self.answers:
            return self.answers.pop(0)
        body = (await request.body()).decode()
        headers = dict(request.headers)
        try:
            Webhook(SECRET).verify(body, headers)
        except WebhookVerificationError:
            return Response(status_code=401)
        self.by_id[headers["webhook-id"]] = json.loads(body)
        return Response(json.dumps({"contactId": "theirs-7"}), media_type="application/json")


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
async def crm(receiver: Receiver) -> AsyncIterator[WebhookCrm]:
    crm = WebhookCrm(
        http=reaching(receiver.app, name="webhook"), secret=SECRET, clock=SystemClock()
    )
    yield crm
    await crm.close()


class TestWebhookCrm(WritingContract):
    """What can be promised of who is told only."""


async def test_a_message_says_whom_and_what(crm: WebhookCrm, receiver: Receiver) -> None:
    for _ in range(2):
        known = await crm.upsert_contact(KEYS, ADA, contact_id=None, idempotency_key="job:contact")
        await crm.log_call(known, a_note(), idempotency_key="crm_note:ses_1")
    assert set(receiver.by_id) == {"job:contact", "crm_note:ses_1"}
    contact = receiver.by_id["job:contact"]
    assert contact["type"] == "crm.contact.upserted"
    assert contact["data"]["keys"] == {"email": KEYS.email, "phone": KEYS.phone}
    assert contact["data"]["fields"]["name"] == "Ada Löwe"
    assert contact["data"]["update"] == "fill"
    call = receiver.by_id["crm_note:ses_1"]["data"]
    assert (call["contactId"], call["callId"], call["durationS"]) == ("theirs-7", "ses_1", 61.0)


async def test_another_secret_is_refused(receiver: Receiver) -> None:
    other = "whsec_" + "C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
    crm = WebhookCrm(http=reaching(receiver.app, name="webhook"), secret=other, clock=SystemClock())
    with pytest.raises(RejectedError, match="401"):
        await crm.upsert_contact(KEYS, ADA, contact_id=None, idempotency_key="k")
    await crm.close()


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Response(status_code=503), UnavailableError),
        (Response(status_code=429, headers={"Retry-After": "7"}), UnavailableError),
        (Response(status_code=308, headers={"Location": "/new"}), UnavailableError),
        (Response(status_code=410), RejectedError),
    ],
)
async def test_the_receiver_decides_whether_it_is_sent_again(
    crm: WebhookCrm, receiver: Receiver, answer: Response, error: type[Exception]
) -> None:
    receiver.answers = [answer]
    with pytest.raises(error):
        await crm.log_call("c", a_note(), idempotency_key="n")


async def test_an_answer_of_any_kind_will_do(crm: WebhookCrm, receiver: Receiver) -> None:
    receiver.answers = [Response("thanks", status_code=200)]
    assert await crm.upsert_contact(KEYS, ADA, contact_id=None, idempotency_key="k") == KEYS.mark
    assert await crm.find_contact(KEYS) is None
    assert await crm.history("c", limit=3) == ()
