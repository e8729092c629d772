"""Tables of our own CRM, and of what people decide on."""

import sqlalchemy as sa

from adapters.sql.tables import Time, metadata, tenant_id

crm_contacts = sa.Table(
    "crm_contacts",
    metadata,
    tenant_id(),
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("email", sa.String(320)),
    sa.Column("phone", sa.String(32)),
    sa.Column("name", sa.Text),
    sa.Column("company", sa.Text),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("updated_at", Time, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.UniqueConstraint("tenant_id", "email"),
    sa.UniqueConstraint("tenant_id", "phone"),
)

crm_call_notes = sa.Table(
    "crm_call_notes",
    metadata,
    tenant_id(),
    sa.Column("call_id", sa.String(64), primary_key=True),
    sa.Column("contact_id", sa.String(64), sa.ForeignKey("crm_contacts.id"), nullable=False),
    sa.Column("summary", sa.Text, nullable=False),
    sa.Column("at", Time, nullable=False),
    sa.Column("duration_s", sa.Float, nullable=False),
    sa.Column("transcript_url", sa.Text),
    sa.Index("ix_crm_call_notes_contact_id_at", "contact_id", "at"),
)

crm_reviews = sa.Table(
    "crm_reviews",
    metadata,
    tenant_id(),
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("contact_id", sa.String(256), nullable=False),
    sa.Column("lead_id", sa.String(64), nullable=False),
    sa.Column("session_id", sa.String(64), nullable=False),
    sa.Column("field", sa.String(16), nullable=False),
    sa.Column("held", sa.Text, nullable=False),
    sa.Column("offered", sa.Text, nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("decision", sa.String(16)),
    sa.Column("decided_at", Time),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.UniqueConstraint("tenant_id", "contact_id", "field", "offered"),
)
