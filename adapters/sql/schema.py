"""All tables there are: the modules of this folder that define some, read at once."""

import pkgutil
from importlib import import_module

import sqlalchemy as sa

import adapters.sql
from adapters.sql.tables import metadata


def every_table() -> tuple[sa.Table, ...]:
    """By name; a module of tables is one whose name ends so."""
    for module in pkgutil.iter_modules(adapters.sql.__path__):
        if module.name.endswith("tables"):
            import_module(f"{adapters.sql.__name__}.{module.name}")
    return tuple(metadata.tables[name] for name in sorted(metadata.tables))
