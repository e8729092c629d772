"""The table of what is counted of calls: a row a session, read by tenant and time."""

import sqlalchemy as sa

from adapters.sql.tables import Time, metadata
from domain.call_figures import GAP_BOUNDS_MS

GAP_COLUMNS = tuple(f"gaps_{number:02}" for number in range(len(GAP_BOUNDS_MS) + 1))

call_figures = sa.Table(
    "call_figures",
    metadata,
    sa.Column("session_id", sa.String(64), sa.ForeignKey("voice_sessions.id"), primary_key=True),
    sa.Column("tenant_id", sa.String(64), nullable=False, server_default="default"),
    sa.Column("agent_id", sa.String(128), nullable=False),
    sa.Column("began_at", Time, nullable=False),
    sa.Column("outcome", sa.String(64), nullable=False),
    sa.Column("talk_ms", sa.BigInteger, nullable=False),
    sa.Column("language", sa.String(8)),
    sa.Column("sentiment", sa.String(16), nullable=False),
    sa.Column("leads", sa.Integer, nullable=False),
    sa.Column("confirmed_leads", sa.Integer, nullable=False),
    sa.Column("cost_micros", sa.BigInteger),
    *(sa.Column(name, sa.Integer, nullable=False) for name in GAP_COLUMNS),
    sa.Index("ix_call_figures_tenant_id_began_at", "tenant_id", "began_at"),
    sa.Index("ix_call_figures_tenant_id_agent_id_began_at", "tenant_id", "agent_id", "began_at"),
)
