"""Every statement sees one tenant's rows: the one choke-point, in the compiler of SQL.

Whatever is compiled for an engine of ours gets the acting tenant's id as a condition on each table
that has a `tenant_id`, however deep the query that names it is nested. The condition is a bind
parameter whose value is asked for at each execution, so that compiled statements stay cached.
What the compiler cannot see into, SQL as text, must not name such a table.
"""

import copy
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.sql.compiler import SQLCompiler

from adapters.sql.tables import metadata
from adapters.sql.tenant_conditions import ACTING, conditions_of, owned, right_conditions
from application.acting import tenant

_EVERY = "every_tenant"
_seeing_every: ContextVar[bool] = ContextVar("seeing_every_tenant", default=False)


class TenancyError(RuntimeError):
    """A statement that would reach past the acting tenant: a mistake of ours."""


def keep_tenants_apart(engine: AsyncEngine) -> None:
    """From here on *engine* executes nothing that reaches past the acting tenant."""
    dialect = engine.sync_engine.dialect
    dialect.statement_compiler = _apart(dialect.statement_compiler)
    event.listen(engine.sync_engine, "before_cursor_execute", _check)


def seeing_every_tenant(engine: AsyncEngine) -> AsyncEngine:
    """*engine* for the machinery that serves all tenants: it filters nothing.

    Its statements are compiled differently, and so cached apart. Rows inserted through it must say
    whose they are.
    """
    return engine.execution_options(compiled_cache={}, **{_EVERY: True})


@contextmanager
def scope_of(engine: AsyncEngine) -> Iterator[None]:
    """Statements executed inside see as much as *engine* may."""
    token = _seeing_every.set(_sees_every(engine.get_execution_options()))
    try:
        yield
    finally:
        _seeing_every.reset(token)


class _TenantCompiler(SQLCompiler):
    """Adds the conditions; made a subclass of the dialect's own compiler below."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self.sees_every_tenant = _seeing_every.get()
        super().__init__(*arguments, **options)

    def visit_select(self, select_stmt: sa.Select[Any], *args: Any, **kw: Any) -> str:
        if not self.sees_every_tenant:
            froms = select_stmt.get_final_froms()
            select_stmt = select_stmt.where(*(one for part in froms for one in conditions_of(part)))
        return str(super().visit_select(select_stmt, *args, **kw))  # type: ignore[no-untyped-call]

    def visit_join(self, join: sa.Join, *args: Any, **kw: Any) -> str:
        conditions = () if self.sees_every_tenant else right_conditions(join)
        if conditions:
            # A condition on what an outer join may not find belongs to the join, not to the query.
            join = copy.copy(join)
            given = () if join.onclause is None else (join.onclause,)
            join.onclause = sa.and_(*given, *conditions)
        return str(super().visit_join(join, *args, **kw))  # type: ignore[no-untyped-call]

    def visit_update(self, update_stmt: sa.Update, *args: Any, **kw: Any) -> str:
        if not self.sees_every_tenant:
            update_stmt = update_stmt.where(*conditions_of(update_stmt.table))
        return str(super().visit_update(update_stmt, *args, **kw))

    def visit_delete(self, delete_stmt: sa.Delete, *args: Any, **kw: Any) -> str:
        if not self.sees_every_tenant:
            delete_stmt = delete_stmt.where(*conditions_of(delete_stmt.table))
        return str(super().visit_delete(delete_stmt, *args, **kw))  # type: ignore[no-untyped-call]

    def visit_insert(self, insert_stmt: sa.Insert, *args: Any, **kw: Any) -> str:
        column = owned(insert_stmt.table)
        if column is not None:
            insert_stmt = self._filled(column, insert_stmt)
        return str(super().visit_insert(insert_stmt, *args, **kw))  # type: ignore[no-untyped-call]

    def visit_on_conflict_do_update(self, on_conflict: Any, **kw: Any) -> str:
        target: Any = self.stack[-1]["selectable"]
        if owned(target.table) is not None:
            # Of a row that is there only its owner may change anything.
            same = target.table.c.tenant_id == target.excluded.tenant_id
            on_conflict = copy.copy(on_conflict)
            given = on_conflict.update_whereclause
            on_conflict.update_whereclause = same if given is None else sa.and_(given, same)
        return str(super().visit_on_conflict_do_update(on_conflict, **kw))  # type: ignore[misc]

    def visit_textclause(self, textclause: sa.TextClause, *args: Any, **kw: Any) -> str:
        _refuse_names(textclause.text)
        return str(super().visit_textclause(textclause, *args, **kw))  # type: ignore[no-untyped-call]

    def visit_table(self, table: Any, *args: Any, **kw: Any) -> str:
        if not isinstance(table, sa.Table):
            _refuse_names(table.name)
        return str(super().visit_table(table, *args, **kw))  # type: ignore[no-untyped-call]

    def visit_column(self, column: Any, *args: Any, **kw: Any) -> str:
        if column.is_literal:
            _refuse_names(column.name)
        return str(super().visit_column(column, *args, **kw))

    def update_from_clause(self, *args: Any, **kw: Any) -> str:
        raise TenancyError("an UPDATE changes one table; name others in a subquery")

    def delete_extra_from_clause(self, *args: Any, **kw: Any) -> str:
        raise TenancyError("a DELETE empties one table; name others in a subquery")

    def _filled(self, column: sa.Column[str], insert: sa.Insert) -> sa.Insert:
        says_whose = column.name in {*(self.column_keys or ()), *_named(insert)}
        if self.sees_every_tenant:
            if not says_whose:
                raise TenancyError(f"who sees every tenant says whose a row of {column.table} is")
            return insert
        if says_whose:
            # Whatever it says: it is the acting tenant's.
            return insert.values({column.name: ACTING})
        if column.default is None:
            default = sa.ColumnDefault(lambda: str(tenant()))
            default.column, column.default = column, default
        return insert


def _apart(compiler: type[SQLCompiler]) -> type[SQLCompiler]:
    if issubclass(compiler, _TenantCompiler):
        return compiler
    return type("TenantCompiler", (_TenantCompiler, compiler), {})


def _named(insert: sa.Insert) -> set[str]:
    # Where a statement keeps what it was given has no public name.
    state = vars(insert)
    several = [row for rows in state.get("_multi_values") or () for row in rows]
    given = [*(state.get("_values") or ()), *(state.get("_select_names") or ())]
    given += [key for row in several for key in row]
    return {getattr(key, "name", str(key)) for key in given}


def _sees_every(options: Any) -> bool:
    return bool(options.get(_EVERY, False))


def _check(connection: Any, _: Any, statement: str, __: Any, context: Any, ___: bool) -> None:
    compiled = getattr(context, "compiled", None)
    if compiled is None:
        _refuse_names(statement)
    elif isinstance(compiled, _TenantCompiler):
        if compiled.sees_every_tenant != _sees_every(connection.get_execution_options()):
            raise TenancyError("a statement was compiled for another scope than this connection's")
    elif not isinstance(compiled, sa.sql.compiler.DDLCompiler):
        raise TenancyError("a statement was compiled without regard to tenants")


def _refuse_names(text: str) -> None:
    found = _names(len(metadata.tables)).search(text)
    if found:
        raise TenancyError(f"SQL as text must not name {found.group()}: its rows are a tenant's")


@lru_cache(maxsize=4)
def _names(_how_many: int) -> re.Pattern[str]:
    names = [table.name for table in metadata.tables.values() if owned(table) is not None]
    return re.compile(rf"\b({'|'.join(names) or '(?!)'})\b", re.IGNORECASE)
