"""The table of what calls were about."""

import sqlalchemy as sa

from adapters.sql.tables import Json, Time, metadata, tenant_id

call_insights = sa.Table(
    "call_insights",
    metadata,
    tenant_id(),
    sa.Column("session_id", sa.String(64), sa.ForeignKey("voice_sessions.id"), primary_key=True),
    sa.Column("summary", sa.Text, nullable=False),
    sa.Column("findings", Json, nullable=False),
    sa.Column("made_by", sa.String(64), nullable=False),
    sa.Column("made_at", Time, nullable=False),
)
