"""What calls were about."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from alembic import op

revision = "0009"
down_revision = "0008"

JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "call_insights",
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("findings", JSON, nullable=False),
        sa.Column("made_by", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["voice_sessions.id"], name=op.f("fk_call_insights_session_id")
        ),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_call_insights")),
    )


def downgrade() -> None:
    op.drop_table("call_insights")
