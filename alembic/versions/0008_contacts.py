"""Contacts that merge, consent, and are erased with a receipt."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from alembic import op

revision = "0008"
down_revision = "0007"

JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    _create_consents_and_sessions()
    _create_merges()
    op.create_table(
        "erasure_receipts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("erased", JSON, nullable=False),
        sa.Column("exceptions", JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure_receipts")),
    )
    op.create_index("ix_voice_sessions_user_id", "voice_sessions", ["user_id"])
    # Of the calls of before, those are known whose summary is still kept.
    op.execute(
        "INSERT INTO contact_sessions (session_id, contact_id)"
        " SELECT session_id, contact_id FROM call_summaries"
    )


def _create_consents_and_sessions() -> None:
    op.create_table(
        "contact_consents",
        sa.Column("contact_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.String(length=16), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=True),
        sa.Column("turn_id", sa.String(length=256), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_contact_consents_contact_id")
        ),
        sa.PrimaryKeyConstraint("contact_id", "kind", "at", name=op.f("pk_contact_consents")),
    )
    op.create_table(
        "contact_sessions",
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("contact_id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_contact_sessions_contact_id")
        ),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_contact_sessions")),
    )
    op.create_index(op.f("ix_contact_sessions_contact_id"), "contact_sessions", ["contact_id"])


def _create_merges() -> None:
    op.create_table(
        "contact_merges",
        sa.Column("absorbed_id", sa.String(length=64), nullable=False),
        sa.Column("survivor_id", sa.String(length=64), nullable=False),
        sa.Column("decided_by", sa.String(length=16), nullable=False),
        sa.Column("identity_kind", sa.String(length=16), nullable=True),
        sa.Column("identity_mark", sa.String(length=64), nullable=True),
        sa.Column("session_id", sa.String(length=64), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("identities", sa.Integer(), nullable=False),
        sa.Column("facts", sa.Integer(), nullable=False),
        sa.Column("summaries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["survivor_id"], ["contacts.id"], name=op.f("fk_contact_merges_survivor_id")
        ),
        sa.PrimaryKeyConstraint("absorbed_id", name=op.f("pk_contact_merges")),
    )
    op.create_index(op.f("ix_contact_merges_survivor_id"), "contact_merges", ["survivor_id"])
    op.create_table(
        "merge_suggestions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("first_id", sa.String(length=64), nullable=False),
        sa.Column("second_id", sa.String(length=64), nullable=False),
        sa.Column("identity_kind", sa.String(length=16), nullable=False),
        sa.Column("identity_mark", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("dismissed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["first_id"], ["contacts.id"], name=op.f("fk_merge_suggestions_first_id")
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["contacts.id"], name=op.f("fk_merge_suggestions_second_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge_suggestions")),
        sa.UniqueConstraint(
            "first_id", "second_id", name=op.f("uq_merge_suggestions_first_id_second_id")
        ),
    )
    op.create_index(op.f("ix_merge_suggestions_second_id"), "merge_suggestions", ["second_id"])


def downgrade() -> None:
    op.drop_index("ix_voice_sessions_user_id", table_name="voice_sessions")
    for table in (
        "erasure_receipts",
        "merge_suggestions",
        "contact_merges",
        "contact_sessions",
        "contact_consents",
    ):
        op.drop_table(table)
