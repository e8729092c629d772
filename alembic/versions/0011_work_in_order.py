"""Jobs are found in order however many wait, and each taking of one has a number of its own."""

import sqlalchemy as sa

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("work", sa.Column("claims", sa.Integer(), nullable=False, server_default="0"))
    # Whoever has a job now was told its attempt.
    op.execute("UPDATE work SET claims = attempt")
    op.drop_index("ix_work_state_due", table_name="work")
    op.drop_index("ix_work_state_lease_until", table_name="work")
    op.drop_index("ix_work_order_key_state", table_name="work")
    _index("ix_work_ready", ["due", "id"], "state = 'ready'")
    _index("ix_work_running", ["due", "id"], "state = 'running'")
    _index("ix_work_finished", ["state", "id"], "finished_at IS NOT NULL")
    _index("ix_work_order", ["order_key", "state", "id"], "order_key IS NOT NULL")


def downgrade() -> None:
    for name in ("ix_work_order", "ix_work_finished", "ix_work_running", "ix_work_ready"):
        op.drop_index(name, table_name="work")
    op.create_index("ix_work_order_key_state", "work", ["order_key", "state"])
    op.create_index("ix_work_state_lease_until", "work", ["state", "lease_until"])
    op.create_index("ix_work_state_due", "work", ["state", "due"])
    op.drop_column("work", "claims")


def _index(name: str, columns: list[str], which: str) -> None:
    where = sa.text(which)
    op.create_index(name, "work", columns, sqlite_where=where, postgresql_where=where)
