"""Every row is a tenant's; what callers name, they name for themselves."""

from dataclasses import dataclass

import sqlalchemy as sa

from alembic import op

revision = "0013"
down_revision = "0012"

_TENANT = "tenant_id"
_PLAIN = (
    *("turns", "session_commands", "facts", "call_summaries", "remembered_sessions"),
    *("contact_consents", "contact_sessions", "contact_merges", "merge_suggestions"),
    *("erasure_receipts", "crm_call_notes", "workflow_tasks", "webhook_subscriptions"),
    *("webhook_deliveries", "call_insights", "leads", "contacts"),
)
_PAGED = ("voice_sessions", "leads", "contacts", "work")
_AGENT_KEY = ["agent_id", "version"]
_SESSION_AGENT = "fk_voice_sessions_agent_id_agent_version"
_TENANTS_AGENT = "fk_voice_sessions_tenant_id_agent_id_agent_version"


@dataclass(frozen=True)
class _Keys:
    """Keys of one table that become keys within a tenant."""

    table: str
    primary: tuple[str, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()


_KEYED = (
    _Keys("agent_drafts", primary=("agent_id",)),
    _Keys("contact_identities", primary=("kind", "value")),
    _Keys("effects", primary=("key",)),
    _Keys("crm_contacts", unique=(("email",), ("phone",))),
    _Keys("crm_reviews", unique=(("contact_id", "field", "offered"),)),
    _Keys("work", unique=(("key",),)),
    _Keys("workflows", unique=(("name",),)),
    _Keys("workflow_runs", unique=(("key",),)),
)


def upgrade() -> None:
    for table in _PLAIN:
        op.add_column(table, _column())
    for keys in _KEYED:
        _widen(keys)
    _widen_agents()
    for table in _PAGED:
        op.create_index(f"ix_{table}_tenant_id_id", table, [_TENANT, "id"])


def downgrade() -> None:
    for table in _PAGED:
        op.drop_index(f"ix_{table}_tenant_id_id", table)
    _narrow_agents()
    for keys in _KEYED:
        _narrow(keys)
    for table in _PLAIN:
        with op.batch_alter_table(table) as batch:
            batch.drop_column(_TENANT)


def _column() -> sa.Column[str]:
    return sa.Column(_TENANT, sa.String(length=64), nullable=False, server_default="default")


def _unique(table: str, *columns: str) -> str:
    return f"uq_{table}_{'_'.join(columns)}"


def _widen(keys: _Keys) -> None:
    with op.batch_alter_table(keys.table) as batch:
        batch.add_column(_column())
        if keys.primary:
            batch.drop_constraint(f"pk_{keys.table}", type_="primary")
            batch.create_primary_key(f"pk_{keys.table}", [_TENANT, *keys.primary])
        for columns in keys.unique:
            batch.drop_constraint(_unique(keys.table, *columns), type_="unique")
            batch.create_unique_constraint(
                _unique(keys.table, _TENANT, *columns), [_TENANT, *columns]
            )


def _narrow(keys: _Keys) -> None:
    with op.batch_alter_table(keys.table) as batch:
        if keys.primary:
            batch.drop_constraint(f"pk_{keys.table}", type_="primary")
            batch.create_primary_key(f"pk_{keys.table}", list(keys.primary))
        for columns in keys.unique:
            batch.drop_constraint(_unique(keys.table, _TENANT, *columns), type_="unique")
            batch.create_unique_constraint(_unique(keys.table, *columns), list(columns))
        batch.drop_column(_TENANT)


def _widen_agents() -> None:
    """A session's agent is its tenant's: the key and what refers to it change together."""
    with op.batch_alter_table("voice_sessions") as batch:
        batch.drop_constraint(_SESSION_AGENT, type_="foreignkey")
        batch.drop_constraint(_unique("voice_sessions", "conversation_id"), type_="unique")
        batch.add_column(_column())
        batch.create_unique_constraint(
            _unique("voice_sessions", _TENANT, "conversation_id"), [_TENANT, "conversation_id"]
        )
    _widen(_Keys("agent_versions", primary=tuple(_AGENT_KEY)))
    with op.batch_alter_table("voice_sessions") as batch:
        batch.create_foreign_key(
            _TENANTS_AGENT,
            "agent_versions",
            [_TENANT, "agent_id", "agent_version"],
            [_TENANT, *_AGENT_KEY],
        )


def _narrow_agents() -> None:
    with op.batch_alter_table("voice_sessions") as batch:
        batch.drop_constraint(_TENANTS_AGENT, type_="foreignkey")
        batch.drop_constraint(_unique("voice_sessions", _TENANT, "conversation_id"), type_="unique")
        batch.create_unique_constraint(
            _unique("voice_sessions", "conversation_id"), ["conversation_id"]
        )
        batch.drop_column(_TENANT)
    _narrow(_Keys("agent_versions", primary=tuple(_AGENT_KEY)))
    with op.batch_alter_table("voice_sessions") as batch:
        batch.create_foreign_key(
            _SESSION_AGENT, "agent_versions", ["agent_id", "agent_version"], _AGENT_KEY
        )
