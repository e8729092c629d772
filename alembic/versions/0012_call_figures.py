"""What is counted of calls."""

import sqlalchemy as sa

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "call_figures",
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("tenant_id", sa.String(length=64), server_default="default", nullable=False),
        sa.Column("agent_id", sa.String(length=128), nullable=False),
        sa.Column("began_at", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.String(length=64), nullable=False),
        sa.Column("talk_ms", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(length=8)),
        sa.Column("sentiment", sa.String(length=16), nullable=False),
        sa.Column("leads", sa.Integer(), nullable=False),
        sa.Column("confirmed_leads", sa.Integer(), nullable=False),
        sa.Column("cost_micros", sa.BigInteger()),
        *(sa.Column(f"gaps_{number:02}", sa.Integer(), nullable=False) for number in range(16)),
        sa.ForeignKeyConstraint(
            ["session_id"], ["voice_sessions.id"], name=op.f("fk_call_figures_session_id")
        ),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_call_figures")),
    )
    op.create_index(
        op.f("ix_call_figures_tenant_id_began_at"), "call_figures", ["tenant_id", "began_at"]
    )
    op.create_index(
        op.f("ix_call_figures_tenant_id_agent_id_began_at"),
        "call_figures",
        ["tenant_id", "agent_id", "began_at"],
    )


def downgrade() -> None:
    op.drop_table("call_figures")
