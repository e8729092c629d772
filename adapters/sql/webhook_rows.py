"""Rows to webhooks' subscriptions and deliveries, and back."""

from pydantic import TypeAdapter

from adapters.sql.mapping import Row
from adapters.sql.times import from_micros, maybe_micros, maybe_moment, to_micros
from domain.ids import DeliveryId, WebhookId
from domain.webhook import SigningSecrets, WebhookSubscription
from domain.webhook_delivery import Attempt, DeliveryState, WebhookDelivery

_attempts = TypeAdapter(tuple[Attempt, ...])


def subscription_to_row(one: WebhookSubscription) -> dict[str, object]:
    """A subscription as its row, its revision excepted."""
    return {
        "id": one.id,
        "url": one.url,
        "events": list(one.events),
        "secret": one.secrets.current,
        "previous_secret": one.secrets.previous,
        "previous_until": maybe_micros(one.secrets.previous_until),
        "personal_data": one.personal_data,
        "disabled_reason": one.disabled_reason,
        "created_at": to_micros(one.created_at),
    }


def subscription_from_row(row: Row) -> WebhookSubscription:
    """A subscription from its row."""
    return WebhookSubscription(
        id=WebhookId(row["id"]),
        url=row["url"],
        events=tuple(row["events"]),
        secrets=SigningSecrets(
            current=row["secret"],
            previous=row["previous_secret"],
            previous_until=maybe_moment(row["previous_until"]),
        ),
        personal_data=row["personal_data"],
        disabled_reason=row["disabled_reason"],
        created_at=from_micros(row["created_at"]),
        revision=row["revision"],
    )


def delivery_to_row(one: WebhookDelivery) -> dict[str, object]:
    """A delivery as its row, its revision excepted."""
    return {
        "id": one.id,
        "subscription_id": one.subscription_id,
        "event_id": one.event_id,
        "event_type": one.event_type,
        "occurred_at": to_micros(one.occurred_at),
        "data": dict(one.data),
        "state": one.state.value,
        "run": one.run,
        "attempts": _attempts.dump_python(one.attempts, mode="json"),
        "created_at": to_micros(one.created_at),
    }


def delivery_from_row(row: Row) -> WebhookDelivery:
    """A delivery from its row."""
    return WebhookDelivery(
        id=DeliveryId(row["id"]),
        subscription_id=WebhookId(row["subscription_id"]),
        event_id=row["event_id"],
        event_type=row["event_type"],
        occurred_at=from_micros(row["occurred_at"]),
        data=row["data"],
        state=DeliveryState(row["state"]),
        run=row["run"],
        attempts=_attempts.validate_python(row["attempts"]),
        created_at=from_micros(row["created_at"]),
        revision=row["revision"],
    )
