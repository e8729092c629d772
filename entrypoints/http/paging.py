"""Lists in pages, by a cursor whose contents are nobody's business."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from domain.errors import InvalidValueError
from domain.ids import parse_name


class Identified(Protocol):
    """What has an id to go on from."""

    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=Identified)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice(Generic[T]):
    """Some of the items, and where the next ones begin."""

    items: Sequence[T]
    next_cursor: str | None


def _id(item: Identified) -> str:
    return item.id


async def page_of(
    find: Callable[[str | None, int], Awaitable[Sequence[T]]],
    *,
    cursor: str | None,
    limit: int,
    key: Callable[[T], str] = _id,
) -> Slice[T]:
    """The page that starts at *cursor*; *key* is what the next one goes on from.

    Raises InvalidValueError for a cursor we never gave.
    """
    found = await find(_decoded(cursor) if cursor else None, limit + 1)
    items = found[:limit]
    more = len(found) > limit
    return Slice(items=items, next_cursor=_encoded(key(items[-1])) if more else None)


def _encoded(item_id: str) -> str:
    return urlsafe_b64encode(item_id.encode()).decode().rstrip("=")


def _decoded(cursor: str) -> str:
    try:
        item_id = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        return parse_name(item_id, what="cursor")
    except (ValueError, InvalidValueError):
        raise InvalidValueError("cursor must be the nextCursor of an earlier page") from None
