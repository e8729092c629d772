"""What is remembered of callers from one call to the next."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from alembic import op

revision = "0003"
down_revision = "0002"

JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("do_not_remember", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )
    op.create_table(
        "contact_identities",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("value", sa.String(length=320), nullable=False),
        sa.Column("contact_id", sa.String(length=64), nullable=False),
        sa.Column("verified_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_contact_identities_contact_id")
        ),
        sa.PrimaryKeyConstraint("kind", "value", name=op.f("pk_contact_identities")),
    )
    op.create_index(op.f("ix_contact_identities_contact_id"), "contact_identities", ["contact_id"])
    op.create_table(
        "facts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("contact_id", sa.String(length=64), nullable=False),
        sa.Column("predicate", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("turn_id", sa.String(length=256), nullable=True),
        sa.Column("valid_from", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("superseded_by", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_facts_contact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_facts")),
    )
    op.create_index(op.f("ix_facts_contact_id"), "facts", ["contact_id"])
    op.create_index(op.f("ix_facts_expires_at"), "facts", ["expires_at"])
    op.create_table(
        "call_summaries",
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("contact_id", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("commitments", JSON, nullable=False),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("made_by", sa.String(length=64), nullable=False),
        sa.Column("held_at", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_call_summaries_contact_id")
        ),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_call_summaries")),
    )
    op.create_index(op.f("ix_call_summaries_contact_id"), "call_summaries", ["contact_id"])
    op.create_index(op.f("ix_call_summaries_expires_at"), "call_summaries", ["expires_at"])
    op.create_table(
        "remembered_sessions",
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_remembered_sessions")),
    )
    op.create_index("ix_voice_sessions_ended_at", "voice_sessions", ["ended_at"])
    # Nobody told the callers of earlier calls that they would be remembered.
    op.execute(
        "INSERT INTO remembered_sessions (session_id, at)"
        " SELECT id, ended_at FROM voice_sessions WHERE ended_at IS NOT NULL"
    )


def downgrade() -> None:
    op.drop_index("ix_voice_sessions_ended_at", table_name="voice_sessions")
    for table in (
        "remembered_sessions",
        "call_summaries",
        "facts",
        "contact_identities",
        "contacts",
    ):
        op.drop_table(table)
