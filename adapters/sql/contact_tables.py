"""Tables around contacts: what they consent to, their calls, merges, and receipts of erasure."""

import sqlalchemy as sa

from adapters.sql.tables import Json, Time, metadata, tenant_id

contact_consents = sa.Table(
    "contact_consents",
    metadata,
    tenant_id(),
    sa.Column("contact_id", sa.String(64), sa.ForeignKey("contacts.id"), primary_key=True),
    sa.Column("kind", sa.String(16), primary_key=True),
    sa.Column("at", Time, primary_key=True),
    sa.Column("answer", sa.String(16), nullable=False),
    sa.Column("source", sa.String(16), nullable=False),
    sa.Column("session_id", sa.String(64)),
    sa.Column("turn_id", sa.String(256)),
)

contact_sessions = sa.Table(
    "contact_sessions",
    metadata,
    tenant_id(),
    sa.Column("session_id", sa.String(64), primary_key=True),
    sa.Column(
        "contact_id", sa.String(64), sa.ForeignKey("contacts.id"), nullable=False, index=True
    ),
)

# Whoever was absorbed is a contact no more, so that no foreign key can point there.
contact_merges = sa.Table(
    "contact_merges",
    metadata,
    tenant_id(),
    sa.Column("absorbed_id", sa.String(64), primary_key=True),
    sa.Column(
        "survivor_id", sa.String(64), sa.ForeignKey("contacts.id"), nullable=False, index=True
    ),
    sa.Column("decided_by", sa.String(16), nullable=False),
    sa.Column("identity_kind", sa.String(16)),
    sa.Column("identity_mark", sa.String(64)),
    sa.Column("session_id", sa.String(64)),
    sa.Column("at", Time, nullable=False),
    sa.Column("identities", sa.Integer, nullable=False),
    sa.Column("facts", sa.Integer, nullable=False),
    sa.Column("summaries", sa.Integer, nullable=False),
)

merge_suggestions = sa.Table(
    "merge_suggestions",
    metadata,
    tenant_id(),
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("first_id", sa.String(64), sa.ForeignKey("contacts.id"), nullable=False),
    sa.Column("second_id", sa.String(64), sa.ForeignKey("contacts.id"), nullable=False, index=True),
    sa.Column("identity_kind", sa.String(16), nullable=False),
    sa.Column("identity_mark", sa.String(64), nullable=False),
    sa.Column("session_id", sa.String(64), nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.Column("dismissed_at", Time),
    sa.UniqueConstraint("first_id", "second_id"),
)

erasure_receipts = sa.Table(
    "erasure_receipts",
    metadata,
    tenant_id(),
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("at", Time, nullable=False),
    sa.Column("erased", Json, nullable=False),
    sa.Column("exceptions", Json, nullable=False),
)
