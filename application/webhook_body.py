"""What a message to a subscriber says."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from application.ports.unit_of_work import UnitOfWork
from domain.errors import NotFoundError
from domain.ids import LeadId
from domain.lead import FieldStatus
from domain.webhook_delivery import WebhookDelivery


async def body_of(uow: UnitOfWork, delivery: WebhookDelivery, *, personal_data: bool) -> str:
    """`{type, timestamp, data}`; with *personal_data* what a lead's caller confirmed.

    That is read each time, and not kept with the delivery: what was withdrawn is sent no more.
    """
    data = dict(delivery.data)
    if personal_data and "leadId" in data:
        data["contact"] = await _confirmed(uow, LeadId(str(data["leadId"])))
    message = {
        "type": delivery.event_type,
        "timestamp": _timestamp(delivery.occurred_at),
        "data": data,
    }
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


async def _confirmed(uow: UnitOfWork, lead_id: LeadId) -> Mapping[str, str]:
    try:
        lead = await uow.leads.get(lead_id)
    except NotFoundError:
        return {}
    return {
        name.value: one.value
        for name, one in lead.fields.items()
        if one.status is FieldStatus.CONFIRMED and one.value is not None
    }


def _timestamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
