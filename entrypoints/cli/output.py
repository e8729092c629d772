"""What commands print."""

import json
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="one JSON value on standard output")]


def show_json(value: Mapping[str, object] | Sequence[object]) -> None:
    """*value* for programs."""
    typer.echo(json.dumps(value, default=str, ensure_ascii=False))


def show_table(rows: Sequence[Sequence[str]]) -> None:
    """*rows* for people, in columns; the first row is the heading."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        typer.echo("  ".join(cells).rstrip())
