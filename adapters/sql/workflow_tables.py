"""Tables of workflows, their runs, and what these leave to people."""

import sqlalchemy as sa

from adapters.sql.tables import Json, Time, metadata, tenant_id

workflows = sa.Table(
    "workflows",
    metadata,
    tenant_id(),
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("name", sa.String(128), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("config", Json, nullable=False),
    sa.Column("changed_at", Time, nullable=False),
    sa.UniqueConstraint("tenant_id", "name"),
)

workflow_runs = sa.Table(
    "workflow_runs",
    metadata,
    tenant_id(),
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("key", sa.String(512), nullable=False),
    sa.Column("workflow_id", sa.String(64), nullable=False),
    sa.Column("workflow", sa.String(128), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("steps", Json, nullable=False),
    sa.Column("started_by", sa.String(32), nullable=False),
    sa.Column("facts", Json, nullable=False),
    sa.Column("session_id", sa.String(64)),
    sa.Column("number", sa.Integer),
    sa.Column("depth", sa.Integer, nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("records", Json, nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("wakes_at", Time),
    sa.Column("finished_at", Time),
    sa.Column("error", sa.Text),
    sa.Column("replay_of", sa.String(64)),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.UniqueConstraint("tenant_id", "key"),
    sa.UniqueConstraint("session_id", "number"),
    sa.Index("ix_workflow_runs_workflow_id_id", "workflow_id", "id"),
)

workflow_tasks = sa.Table(
    "workflow_tasks",
    metadata,
    tenant_id(),
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("run_id", sa.String(64), nullable=False),
    sa.Column("session_id", sa.String(64)),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("created_at", Time, nullable=False),
    sa.Column("done_at", Time),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Index("ix_workflow_tasks_done_at_id", "done_at", "id"),
)
