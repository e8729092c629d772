"""Answers that are too long for one piece: files that are written while they are sent."""

import csv
import io
import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from fastapi.responses import StreamingResponse

Row = Sequence[str | bool | datetime | None]
T = TypeVar("T")

_FORMULA = re.compile(r"\s*[=+\-@\t\r\n]")
_NUMBER = re.compile(r"\+[1-9]\d{6,14}")


def described(
    media_type: str, schema: Mapping[str, Any] | None = None
) -> Mapping[int | str, dict[str, Any]]:
    """How a route with such an answer is described; without a *schema* it is text."""
    content = {media_type: {"schema": schema or {"type": "string"}}}
    return {200: {"description": "the file", "content": content}}


async def download(
    name: str, items: AsyncIterator[T], write: Callable[[AsyncIterator[T]], AsyncIterator[str]]
) -> StreamingResponse:
    """The file *name*, as *write* makes it of *items*. Nothing is sent before the first is there.

    A store that is away is a problem with a status; one that goes away later breaks the answer off.
    """
    try:
        first = [await anext(items)]
    except StopAsyncIteration:
        first = []
    kinds = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
    return StreamingResponse(
        write(_together(first, items)),
        media_type=kinds[name.rpartition(".")[2]],
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )


def csv_writer(
    header: Sequence[str], row_of: Callable[[T], Row]
) -> Callable[[AsyncIterator[T]], AsyncIterator[str]]:
    """Writes RFC 4180 CSV; no cell is taken for a formula by whoever opens it."""

    async def write(items: AsyncIterator[T]) -> AsyncIterator[str]:
        yield _line(header)
        async for item in items:
            yield _line([_cell(value) for value in row_of(item)])

    return write


def json_writer(json_of: Callable[[T], str]) -> Callable[[AsyncIterator[T]], AsyncIterator[str]]:
    """Writes `{"items": [...]}`; one that was broken off is no JSON."""

    async def write(items: AsyncIterator[T]) -> AsyncIterator[str]:
        separator = '{"items":['
        async for item in items:
            yield f"{separator}\n{json_of(item)}"
            separator = ","
        yield '{"items":[]}' if separator != "," else "\n]}"

    return write


def _cell(value: str | bool | datetime | None) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case _:
            return _harmless(value)


def _harmless(text: str) -> str:
    # A telephone number calculates nothing, and is what it is for only with its sign.
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


async def _together(first: Sequence[T], rest: AsyncIterator[T]) -> AsyncIterator[T]:
    for item in first:
        yield item
    async for item in rest:
        yield item
