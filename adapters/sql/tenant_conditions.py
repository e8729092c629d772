"""The conditions that make of a FROM clause one tenant's rows."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql.selectable import AliasedReturnsRows, FromClause, FromGrouping

from application.acting import tenant

# One object for all statements: its value is asked for whenever one of them is executed.
ACTING: sa.BindParameter[str] = sa.bindparam(
    "acting_tenant", callable_=lambda: str(tenant()), type_=sa.String(64)
)
Conditions = tuple[sa.ColumnElement[bool], ...]


def owned(table: Any) -> sa.Column[str] | None:
    """The column that says whose the rows of *table* are; None where they are the service's."""
    return table.c.get("tenant_id") if isinstance(table, sa.Table) else None


def conditions_of(part: FromClause) -> Conditions:
    """What rows of *part* must fulfil; queries inside it have conditions of their own."""
    match part:
        case sa.Table():
            return _mine(part, part)
        case sa.Join():
            right = () if part.isouter else conditions_of(part.right)
            return (*conditions_of(part.left), *right)
        case FromGrouping():
            return conditions_of(part.element)
        case AliasedReturnsRows():
            return _mine(part.element, part)
        case _:
            return ()


def right_conditions(join: sa.Join) -> Conditions:
    """What belongs into the ON of *join*: conditions on rows that need not be there."""
    if join.full:
        raise NotImplementedError("a full join cannot keep tenants apart; use two queries")
    return conditions_of(join.right) if join.isouter else ()


def _mine(table: Any, named: FromClause) -> Conditions:
    return () if owned(table) is None else (named.c.tenant_id == ACTING,)
