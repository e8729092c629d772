"""Row level security in Postgres: who is not the service reaches no row without a policy.

Supabase's own API shows the tables of a database to whoever holds its publishable key (`anon`) or
a user's JWT (`authenticated`), and grants them new tables by default. Of ours, strangers get none,
and users may read some: the rows of the tenant that the `app_metadata` of their JWT names. The
owner of the tables, as which the service connects, and `service_role` are not bound by policies.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import sqlalchemy as sa

from adapters.sql.schema import every_table

USERS_MAY_READ: Final = frozenset(
    {
        *("agent_versions", "agent_drafts", "voice_sessions", "turns", "leads"),
        *("contacts", "contact_identities", "contact_consents", "contact_sessions", "facts"),
        *(
            "call_summaries",
            "call_insights",
            "call_figures",
            "crm_contacts",
            "crm_call_notes",
            "crm_reviews",
        ),
        *("workflows", "workflow_runs", "workflow_tasks"),
    }
)
POLICY: Final = "tenant_reads"
_VERSIONS = "alembic_version"
# In a subquery it is worked out once a statement, not once a row.
_CLAIMED = (
    "(SELECT nullif(current_setting('request.jwt.claims', true), '')::jsonb"
    " -> 'app_metadata' ->> 'tenant_id')"
)


def secure(connection: sa.Connection) -> None:
    """Bring every table of ours into that state, whatever migration brought it; again is nothing.

    Roles that do not exist, as outside of Supabase, are left out.
    """
    known = {role for role in ("anon", "authenticated", "service_role") if _is(connection, role)}
    for table in _tables(connection):
        for statement in (*_policies(connection, table), *_grants(connection, table, known)):
            connection.exec_driver_sql(statement)


def lift_policies(connection: sa.Connection) -> None:
    """Before tables are taken back to what they were: a policy holds on to its columns."""
    for table in _tables(connection):
        connection.exec_driver_sql(f'DROP POLICY IF EXISTS {POLICY} ON "{table}"')


def _tables(connection: sa.Connection) -> Sequence[str]:
    there = set(sa.inspect(connection).get_table_names())
    ours = [*(table.name for table in every_table()), _VERSIONS]
    return [name for name in ours if name in there]


def _is(connection: sa.Connection, role: str) -> bool:
    asked = sa.text("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = :role)")
    return bool(connection.execute(asked, {"role": role}).scalar())


def _policies(connection: sa.Connection, table: str) -> Iterator[str]:
    state = sa.text(
        "SELECT relrowsecurity, EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid"
        " AND attname = 'tenant_id' AND NOT attisdropped) AND NOT EXISTS (SELECT FROM pg_policy"
        " WHERE polrelid = c.oid AND polname = :policy)"
        " FROM pg_class c WHERE c.oid = to_regclass(:table)"
    )
    enabled, wants_policy = connection.execute(state, {"table": table, "policy": POLICY}).one()
    if not enabled:
        yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY'
    if table in USERS_MAY_READ and wants_policy:
        yield f'CREATE POLICY {POLICY} ON "{table}" FOR SELECT USING (tenant_id = {_CLAIMED})'


def _grants(connection: sa.Connection, table: str, roles: set[str]) -> Iterator[str]:
    if "anon" in roles and _may(connection, "anon", table, "SELECT, INSERT, UPDATE, DELETE"):
        yield f'REVOKE ALL ON "{table}" FROM anon'
    if "authenticated" in roles:
        reads = table in USERS_MAY_READ
        if _may(connection, "authenticated", table, "INSERT, UPDATE, DELETE, TRUNCATE") or (
            reads != _may(connection, "authenticated", table, "SELECT")
        ):
            yield f'REVOKE ALL ON "{table}" FROM authenticated'
            if reads:
                yield f'GRANT SELECT ON "{table}" TO authenticated'
    if "service_role" in roles and not _may(connection, "service_role", table, "INSERT"):
        yield f'GRANT ALL ON "{table}" TO service_role'


def _may(connection: sa.Connection, role: str, table: str, rights: str) -> bool:
    # Of several rights, whether any is held.
    asked = sa.text("SELECT has_table_privilege(:role, :table, :rights)")
    values = {"role": role, "table": table, "rights": rights}
    return bool(connection.execute(asked, values).scalar())
