"""The table of requests under a key."""

import sqlalchemy as sa

from adapters.sql.tables import Json, Time, metadata, tenant_id

keyed_requests = sa.Table(
    "keyed_requests",
    metadata,
    tenant_id(primary_key=True),
    # A digest of tenant, route and key: keys may be long, and say more than they should.
    sa.Column("key", sa.String(64), primary_key=True),
    sa.Column("route", sa.String(256), nullable=False),
    sa.Column("fingerprint", sa.String(64), nullable=False),
    sa.Column("owner", sa.String(64), nullable=False),
    sa.Column("lease_until", Time, nullable=False),
    sa.Column("expires_at", Time, nullable=False),
    sa.Column("status", sa.Integer),
    sa.Column("headers", Json),
    sa.Column("body", sa.LargeBinary),
    sa.Index("ix_keyed_requests_expires_at", "expires_at"),
)
