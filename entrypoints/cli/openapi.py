"""`voice-agent openapi`."""

from pathlib import Path
from typing import Annotated

import typer


def openapi(
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="a file to write; else standard output")
    ] = None,
) -> None:
    """The description of the HTTP API (OpenAPI 3.1), as `/openapi.json` serves it."""
    from entrypoints.http.document import document_text

    if output is None:
        typer.echo(document_text(), nl=False)
    else:
        output.write_text(document_text(), encoding="utf-8")
