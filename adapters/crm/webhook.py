"""A CRM that is told by signed webhooks, and keeps its contacts itself."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from standardwebhooks import Webhook

from adapters.crm.http import CrmHttp, Json
from application.ports.crm import CallNote, CrmCapabilities, CrmContact, PastCall
from application.ports.system import Clock
from domain.crm import ContactKeys, Details, UpdatePolicy
from domain.errors import RejectedError, UnavailableError


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookCrm:
    """Two messages, `crm.contact.upserted` and `crm.call.logged`, signed after Standard Webhooks.

    The `webhook-id` is the same however often a message is sent. Who receives it finds the contact
    by its keys, and says by `{"contactId": ...}` how they call it, if they like; *policy* tells
    them what to do with fields that differ.
    """

    http: CrmHttp
    secret: str = field(repr=False)
    clock: Clock
    policy: UpdatePolicy = UpdatePolicy.FILL

    @property
    def capabilities(self) -> CrmCapabilities:
        """It is told, and not asked."""
        return CrmCapabilities(name="webhook", fast=True, history=False)

    async def find_contact(self, keys: ContactKeys) -> CrmContact | None:
        """Nobody: finding contacts is the receiver's part."""
        return None

    async def upsert_contact(
        self, keys: ContactKeys, patch: Details, *, contact_id: str | None, idempotency_key: str
    ) -> str:
        """The receiver's id for the contact; else one that is made of the keys."""
        message = {
            "type": "crm.contact.upserted",
            "timestamp": self.clock.now().isoformat(),
            "data": {
                "contactId": contact_id,
                "keys": _present({"email": keys.email, "phone": keys.phone}),
                "fields": {name.value: value for name, value in patch.items()},
                "update": self.policy.value,
            },
        }
        answered = await self._send(message, idempotency_key)
        return str(answered.get("contactId") or contact_id or keys.mark)

    async def log_call(self, contact_id: str, note: CallNote, *, idempotency_key: str) -> None:
        """One message a call."""
        message = {
            "type": "crm.call.logged",
            "timestamp": self.clock.now().isoformat(),
            "data": {
                "contactId": contact_id,
                "callId": note.call_id,
                "at": note.at.isoformat(),
                "durationS": note.duration_s,
                "summary": note.summary,
                "transcriptUrl": note.transcript_url,
            },
        }
        await self._send(message, idempotency_key)

    async def history(self, contact_id: str, *, limit: int) -> Sequence[PastCall]:
        """Nothing."""
        return ()

    async def close(self) -> None:
        """No more messages."""
        await self.http.close()

    async def _send(self, message: Mapping[str, object], message_id: str) -> Json:
        body, now = json.dumps(message, ensure_ascii=False), self.clock.now()
        headers = {
            "webhook-id": message_id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": Webhook(self.secret).sign(message_id, now, body),
            "Content-Type": "application/json",
        }
        response = await self.http.send("POST", "", content=body, headers=headers)
        if response.is_redirect:
            raise UnavailableError("webhook has moved; change CRM_WEBHOOK_URL", retry_after=60)
        self.http.taken(response)
        try:
            return self.http.read(response)
        except RejectedError:
            return {}  # Received is received: an answer is welcome, not asked for.


def _present(fields: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value is not None}
