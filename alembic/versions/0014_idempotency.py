"""Requests under a key, and what they were answered."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from alembic import op

revision = "0014"
down_revision = "0013"

JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "keyed_requests",
        sa.Column("tenant_id", sa.String(length=64), nullable=False, server_default="default"),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("route", sa.String(length=256), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("lease_until", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("headers", JSON, nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "key", name=op.f("pk_keyed_requests")),
    )
    op.create_index("ix_keyed_requests_expires_at", "keyed_requests", ["expires_at"])


def downgrade() -> None:
    op.drop_table("keyed_requests")
