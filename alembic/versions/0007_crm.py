"""Our own CRM's contacts and calls, and the differences that people decide on."""

import sqlalchemy as sa

from alembic import op

revision = "0007"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "crm_contacts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=True),
        sa.Column("phone", sa.String(length=32), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("company", sa.Text(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crm_contacts")),
        sa.UniqueConstraint("email", name=op.f("uq_crm_contacts_email")),
        sa.UniqueConstraint("phone", name=op.f("uq_crm_contacts_phone")),
    )
    op.create_table(
        "crm_call_notes",
        sa.Column("call_id", sa.String(length=64), nullable=False),
        sa.Column("contact_id", sa.String(length=64), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("duration_s", sa.Float(), nullable=False),
        sa.Column("transcript_url", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["crm_contacts.id"], name=op.f("fk_crm_call_notes_contact_id")
        ),
        sa.PrimaryKeyConstraint("call_id", name=op.f("pk_crm_call_notes")),
    )
    op.create_index("ix_crm_call_notes_contact_id_at", "crm_call_notes", ["contact_id", "at"])
    op.create_table(
        "crm_reviews",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("contact_id", sa.String(length=256), nullable=False),
        sa.Column("lead_id", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("field", sa.String(length=16), nullable=False),
        sa.Column("held", sa.Text(), nullable=False),
        sa.Column("offered", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("decision", sa.String(length=16), nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crm_reviews")),
        sa.UniqueConstraint(
            "contact_id", "field", "offered", name=op.f("uq_crm_reviews_contact_id_field_offered")
        ),
    )


def downgrade() -> None:
    for table in ("crm_reviews", "crm_call_notes", "crm_contacts"):
        op.drop_table(table)
