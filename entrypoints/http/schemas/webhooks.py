"""Webhooks that go out, over HTTP."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated

from pydantic import ConfigDict, Field, JsonValue

from application.use_cases.webhooks.change_webhook import ChangeWebhookCommand
from application.use_cases.webhooks.create_webhook import CreateWebhookCommand
from domain.ids import WebhookId
from domain.precondition import Precondition
from domain.webhook import WebhookSubscription
from domain.webhook_delivery import Attempt, AttemptResult, DeliveryState, WebhookDelivery
from entrypoints.http.paging import Slice
from entrypoints.http.schemas.base import Flag, In, Out, Page

_Url = Annotated[
    str,
    Field(
        max_length=2_000,
        description="https, on port 443 or 8443, not in a private network",
        examples=["https://crm.example.com/hooks"],
    ),
]
_Events = Annotated[
    list[Annotated[str, Field(max_length=64)]],
    Field(max_length=50, description="`*` for all", examples=[["session.ended", "lead.changed"]]),
]
_PersonalData = Annotated[
    Flag, Field(description="send confirmed contact details with the events of a lead")
]


class WebhookIn(In):
    """Somebody to be told of what happens."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"url": "https://crm.example.com/hooks", "events": ["session.ended"]}]
        }
    )

    url: _Url
    events: _Events
    include_personal_data: _PersonalData = False

    def to_command(self) -> CreateWebhookCommand:
        """What it asks for."""
        return CreateWebhookCommand(
            url=self.url, events=self.events, personal_data=self.include_personal_data
        )


class WebhookPatch(In):
    """What is to be different; what is left out stays as it is."""

    url: _Url | None = None
    events: _Events | None = None
    include_personal_data: _PersonalData | None = None
    enabled: Flag | None = None

    def to_command(
        self, webhook_id: WebhookId, precondition: Precondition | None
    ) -> ChangeWebhookCommand:
        """What it asks for."""
        return ChangeWebhookCommand(
            webhook_id=webhook_id,
            url=self.url,
            events=self.events,
            personal_data=self.include_personal_data,
            enabled=self.enabled,
            precondition=precondition,
        )


class WebhookOut(Out):
    """A subscription, without its secret."""

    webhook_id: str
    url: str
    events: Sequence[str]
    include_personal_data: bool
    enabled: bool
    disabled_reason: str | None = Field(
        description="`gone`: the receiver answered 410", examples=["gone"]
    )
    previous_secret_until: datetime | None = Field(
        description="until when messages are signed with the secret before, too"
    )
    created_at: datetime

    @classmethod
    def of(cls, one: WebhookSubscription) -> "WebhookOut":
        """Show *one*."""
        return cls(**_shown(one))


class WebhookWithSecretOut(WebhookOut):
    """A subscription and its secret, which is shown this once."""

    secret: str = Field(examples=["whsec_..."])

    @classmethod
    def of(cls, one: WebhookSubscription) -> "WebhookWithSecretOut":
        """Show *one* to whoever is to know its secret."""
        return cls(**_shown(one), secret=one.secrets.current)


class WebhookPage(Page):
    """Subscriptions, newest first."""

    items: Sequence[WebhookOut]

    @classmethod
    def of(cls, page: Slice[WebhookSubscription]) -> "WebhookPage":
        """Show *page*."""
        return cls(items=[WebhookOut.of(one) for one in page.items], next_cursor=page.next_cursor)


class AttemptOut(Out):
    """One request that was made."""

    at: datetime
    run: int = Field(description="1, and one more with each redelivery")
    result: AttemptResult
    status: int | None = Field(description="null when there was no answer")
    excerpt: str = Field(description="how a refusal began, without what may be personal")

    @classmethod
    def of(cls, one: Attempt) -> "AttemptOut":
        """Show *one*."""
        return cls(
            at=one.at, run=one.run, result=one.result, status=one.status, excerpt=one.excerpt
        )


class DeliveryOut(Out):
    """A message to one subscriber; `deliveryId` is its `webhook-id`."""

    delivery_id: str
    webhook_id: str
    type: str = Field(examples=["session.ended"])
    occurred_at: datetime
    data: Mapping[str, JsonValue]
    state: DeliveryState
    attempts: Sequence[AttemptOut]
    created_at: datetime

    @classmethod
    def of(cls, one: WebhookDelivery) -> "DeliveryOut":
        """Show *one*."""
        return cls.model_validate(
            {
                "delivery_id": one.id,
                "webhook_id": one.subscription_id,
                "type": one.event_type,
                "occurred_at": one.occurred_at,
                "data": one.data,
                "state": one.state,
                "attempts": [AttemptOut.of(attempt) for attempt in one.attempts],
                "created_at": one.created_at,
            },
            by_name=True,
        )


class DeliveryPage(Page):
    """Messages to one subscriber, newest first."""

    items: Sequence[DeliveryOut]

    @classmethod
    def of(cls, page: Slice[WebhookDelivery]) -> "DeliveryPage":
        """Show *page*."""
        return cls(items=[DeliveryOut.of(one) for one in page.items], next_cursor=page.next_cursor)


def _shown(one: WebhookSubscription) -> dict[str, object]:
    return {
        "webhook_id": one.id,
        "url": one.url,
        "events": one.events,
        "include_personal_data": one.personal_data,
        "enabled": one.enabled,
        "disabled_reason": one.disabled_reason,
        "previous_secret_until": one.secrets.previous_until,
        "created_at": one.created_at,
    }
