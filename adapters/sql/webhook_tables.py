"""Tables of the webhooks that go out."""

import sqlalchemy as sa

from adapters.sql.tables import Json, Time, metadata, tenant_id

webhook_subscriptions = sa.Table(
    "webhook_subscriptions",
    metadata,
    tenant_id(),
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("events", Json, nullable=False),
    sa.Column("secret", sa.String(128), nullable=False),
    sa.Column("previous_secret", sa.String(128)),
    sa.Column("previous_until", Time),
    sa.Column("personal_data", sa.Boolean, nullable=False),
    sa.Column("disabled_reason", sa.String(64)),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
)

webhook_deliveries = sa.Table(
    "webhook_deliveries",
    metadata,
    tenant_id(),
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column(
        "subscription_id", sa.String(64), sa.ForeignKey("webhook_subscriptions.id"), nullable=False
    ),
    sa.Column("event_id", sa.String(256), nullable=False),
    sa.Column("event_type", sa.String(64), nullable=False),
    sa.Column("occurred_at", Time, nullable=False),
    sa.Column("data", Json, nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("run", sa.Integer, nullable=False),
    sa.Column("attempts", Json, nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.UniqueConstraint("subscription_id", "event_id"),
    sa.Index("ix_webhook_deliveries_subscription_id_id", "subscription_id", "id"),
    sa.Index("ix_webhook_deliveries_created_at", "created_at"),
)
