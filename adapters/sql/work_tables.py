"""The tables of durable work, and of what was done outside."""

import sqlalchemy as sa

from adapters.sql.tables import Json, Time, metadata

work = sa.Table(
    "work",
    metadata,
    sa.Column(
        "id",
        sa.BigInteger().with_variant(sa.Integer, "sqlite"),
        primary_key=True,
        autoincrement=True,
    ),
    sa.Column("kind", sa.String(64), nullable=False),
    sa.Column("key", sa.String(512), nullable=False, unique=True),
    sa.Column("payload", Json, nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("max_attempts", sa.Integer, nullable=False),
    sa.Column("due", Time, nullable=False),
    sa.Column("lease_until", Time),
    sa.Column("owner", sa.String(128)),
    sa.Column("order_key", sa.String(256)),
    sa.Column("cursor", Json, nullable=False),
    sa.Column("last_error", sa.Text),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("finished_at", Time),
    sa.Index("ix_work_state_due", "state", "due"),
    sa.Index("ix_work_state_lease_until", "state", "lease_until"),
    sa.Index("ix_work_order_key_state", "order_key", "state"),
)

effects = sa.Table(
    "effects",
    metadata,
    sa.Column("key", sa.String(512), primary_key=True),
    sa.Column("kind", sa.String(64), nullable=False),
    sa.Column("target", sa.String(512), nullable=False),
    sa.Column("result", Json, nullable=False),
    sa.Column("at", Time, nullable=False),
)
