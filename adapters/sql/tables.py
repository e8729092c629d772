"""The tables. Times are microseconds since 1970 in UTC, which both databases compare alike."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Json = sa.JSON().with_variant(JSONB(), "postgresql")
Time = sa.BigInteger


def tenant_id(*, primary_key: bool = False) -> sa.Column[str]:
    """Whose a row is; adapters/sql/tenancy.py fills it in, and looks at it, for every statement."""
    return sa.Column(
        "tenant_id",
        sa.String(64),
        primary_key=primary_key,
        nullable=False,
        server_default="default",
    )


agent_versions = sa.Table(
    "agent_versions",
    metadata,
    tenant_id(primary_key=True),
    sa.Column("agent_id", sa.String(128), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("config", Json, nullable=False),
    sa.Column("published_at", Time, nullable=False),
)

agent_drafts = sa.Table(
    "agent_drafts",
    metadata,
    tenant_id(primary_key=True),
    sa.Column("agent_id", sa.String(128), primary_key=True),
    sa.Column("config", Json, nullable=False),
    sa.Column("based_on", sa.Integer, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("updated_at", Time, nullable=False),
)

voice_sessions = sa.Table(
    "voice_sessions",
    metadata,
    tenant_id(),
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("dispatch_id", sa.String(64), nullable=False, unique=True),
    sa.Column("conversation_id", sa.String(128), nullable=False),
    sa.Column("agent_id", sa.String(128), nullable=False),
    sa.Column("agent_version", sa.Integer, nullable=False),
    sa.Column("user_id", sa.String(128), nullable=False, index=True),
    sa.Column("room_name", sa.String(128), nullable=False),
    sa.Column("participant_identity", sa.String(128)),
    sa.Column("language", sa.String(8)),
    sa.Column("metadata", Json, nullable=False),
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("dispatched_at", Time, nullable=False),
    sa.Column("attempted_at", Time, nullable=False),
    sa.Column("room_dispatch", sa.String(128)),
    sa.Column("joined_at", Time),
    sa.Column("ended_at", Time),
    sa.Column("lease_owner", sa.String(128)),
    sa.Column("lease_expires_at", Time),
    sa.Column("close_reason", sa.String(32)),
    sa.Column("failure", sa.String(64)),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.ForeignKeyConstraint(
        ["tenant_id", "agent_id", "agent_version"],
        ["agent_versions.tenant_id", "agent_versions.agent_id", "agent_versions.version"],
    ),
    sa.UniqueConstraint("tenant_id", "conversation_id"),
    sa.Index("ix_voice_sessions_tenant_id_id", "tenant_id", "id"),
    sa.Index("ix_voice_sessions_status_attempted_at", "status", "attempted_at"),
    sa.Index("ix_voice_sessions_status_lease_expires_at", "status", "lease_expires_at"),
    sa.Index("ix_voice_sessions_ended_at", "ended_at"),
)

turns = sa.Table(
    "turns",
    metadata,
    tenant_id(),
    sa.Column("id", sa.String(256), primary_key=True),
    sa.Column(
        "session_id", sa.String(64), sa.ForeignKey("voice_sessions.id"), nullable=False, index=True
    ),
    sa.Column("role", sa.String(16), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("start_ms", sa.BigInteger, nullable=False),
    sa.Column("end_ms", sa.BigInteger, nullable=False),
    sa.Column("language", sa.String(8)),
    sa.Column("planned", sa.Text),
    sa.Column("interrupted", sa.Boolean, nullable=False),
    sa.Column("participant", sa.String(128)),
    sa.Column("suspect", sa.String(32)),
)

session_commands = sa.Table(
    "session_commands",
    metadata,
    tenant_id(),
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("session_id", sa.String(64), sa.ForeignKey("voice_sessions.id"), nullable=False),
    sa.Column("kind", sa.String(32), nullable=False),
    sa.Column("payload", Json, nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("applied_at", Time),
    sa.Index("ix_session_commands_session_id_applied_at", "session_id", "applied_at"),
)

leads = sa.Table(
    "leads",
    metadata,
    tenant_id(),
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column(
        "session_id", sa.String(64), sa.ForeignKey("voice_sessions.id"), nullable=False, unique=True
    ),
    sa.Column("fields", Json, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Index("ix_leads_tenant_id_id", "tenant_id", "id"),
)

worker_beats = sa.Table(
    "worker_beats",
    metadata,
    sa.Column("worker_id", sa.String(128), primary_key=True),
    sa.Column("active", sa.Integer, nullable=False),
    sa.Column("capacity", sa.Integer, nullable=False),
    sa.Column("draining", sa.Boolean, nullable=False),
    sa.Column("at", Time, nullable=False, index=True),
)

contacts = sa.Table(
    "contacts",
    metadata,
    tenant_id(),
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("do_not_remember", sa.Boolean, nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("updated_at", Time, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Index("ix_contacts_tenant_id_id", "tenant_id", "id"),
)

contact_identities = sa.Table(
    "contact_identities",
    metadata,
    tenant_id(primary_key=True),
    sa.Column("kind", sa.String(16), primary_key=True),
    sa.Column("value", sa.String(320), primary_key=True),
    sa.Column(
        "contact_id", sa.String(64), sa.ForeignKey("contacts.id"), nullable=False, index=True
    ),
    sa.Column("verified_at", Time),
)

# Facts name the session and the turn they came from without a foreign key: those may be erased.
facts = sa.Table(
    "facts",
    metadata,
    tenant_id(),
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column(
        "contact_id", sa.String(64), sa.ForeignKey("contacts.id"), nullable=False, index=True
    ),
    sa.Column("predicate", sa.String(64), nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("session_id", sa.String(64), nullable=False),
    sa.Column("turn_id", sa.String(256)),
    sa.Column("valid_from", Time, nullable=False),
    sa.Column("expires_at", Time, nullable=False, index=True),
    sa.Column("superseded_by", sa.String(64)),
)

call_summaries = sa.Table(
    "call_summaries",
    metadata,
    tenant_id(),
    sa.Column("session_id", sa.String(64), primary_key=True),
    sa.Column(
        "contact_id", sa.String(64), sa.ForeignKey("contacts.id"), nullable=False, index=True
    ),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("commitments", Json, nullable=False),
    sa.Column("language", sa.String(8)),
    sa.Column("made_by", sa.String(64), nullable=False),
    sa.Column("held_at", Time, nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("expires_at", Time, nullable=False, index=True),
)

remembered_sessions = sa.Table(
    "remembered_sessions",
    metadata,
    tenant_id(),
    sa.Column("session_id", sa.String(64), primary_key=True),
    sa.Column("at", Time, nullable=False),
)
