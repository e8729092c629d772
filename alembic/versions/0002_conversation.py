"""Who spoke and what is doubtful in a turn, drafts of agents, orders to live calls."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from alembic import op

revision = "0002"
down_revision = "0001"

JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.add_column("turns", sa.Column("participant", sa.String(length=128), nullable=True))
    op.add_column("turns", sa.Column("suspect", sa.String(length=32), nullable=True))
    op.create_table(
        "agent_drafts",
        sa.Column("agent_id", sa.String(length=128), nullable=False),
        sa.Column("config", JSON, nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("agent_id", name=op.f("pk_agent_drafts")),
    )
    op.create_table(
        "session_commands",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("payload", JSON, nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("applied_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["voice_sessions.id"],
            name=op.f("fk_session_commands_session_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_commands")),
    )
    op.create_index(
        "ix_session_commands_session_id_applied_at",
        "session_commands",
        ["session_id", "applied_at"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index("ix_session_commands_session_id_applied_at", table_name="session_commands")
    op.drop_table("session_commands")
    op.drop_table("agent_drafts")
    op.drop_column("turns", "suspect")
    op.drop_column("turns", "participant")
