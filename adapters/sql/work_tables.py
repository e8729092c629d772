"""The tables of durable work, and of what was done outside."""

import sqlalchemy as sa

from adapters.sql.tables import Json, Time, metadata, tenant_id
from application.ports.work_queue import WorkState


def _index(name: str, *columns: str, which: str) -> sa.Index:
    where = sa.text(which)
    return sa.Index(name, *columns, sqlite_where=where, postgresql_where=where)


work = sa.Table(
    "work",
    metadata,
    tenant_id(),
    sa.Column(
        "id",
        sa.BigInteger().with_variant(sa.Integer, "sqlite"),
        primary_key=True,
        autoincrement=True,
    ),
    sa.Column("kind", sa.String(64), nullable=False),
    sa.Column("key", sa.String(512), nullable=False),
    sa.Column("payload", Json, nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("claims", sa.Integer, nullable=False, server_default="0"),
    sa.Column("max_attempts", sa.Integer, nullable=False),
    sa.Column("due", Time, nullable=False),
    sa.Column("lease_until", Time),
    sa.Column("owner", sa.String(128)),
    sa.Column("order_key", sa.String(256)),
    sa.Column("cursor", Json, nullable=False),
    sa.Column("last_error", sa.Text),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("finished_at", Time),
    sa.UniqueConstraint("tenant_id", "key"),
    sa.Index("ix_work_tenant_id_id", "tenant_id", "id"),
    _index("ix_work_ready", "due", "id", which="state = 'ready'"),
    _index("ix_work_running", "due", "id", which="state = 'running'"),
    _index("ix_work_finished", "state", "id", which="finished_at IS NOT NULL"),
    _index("ix_work_order", "order_key", "state", "id", which="order_key IS NOT NULL"),
)

effects = sa.Table(
    "effects",
    metadata,
    tenant_id(primary_key=True),
    sa.Column("key", sa.String(512), primary_key=True),
    sa.Column("kind", sa.String(64), nullable=False),
    sa.Column("target", sa.String(512), nullable=False),
    sa.Column("result", Json, nullable=False),
    sa.Column("at", Time, nullable=False),
)


def is_in(table: sa.FromClause, state: WorkState) -> sa.ColumnElement[bool]:
    """That a job of *table* is in *state*, spelled out in the statement.

    An index of one state serves no question about a parameter.
    """
    named: sa.BindParameter[str] = sa.literal(state.value, literal_execute=True)
    condition: sa.ColumnElement[bool] = table.c.state == named
    return condition
