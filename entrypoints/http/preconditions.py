"""ETag and If-Match: nobody overwrites what they have not seen."""

import re
from typing import Annotated

from fastapi import Depends, Header, Response

from domain.errors import InvalidValueError
from domain.precondition import Precondition

_TAGS = re.compile(r'(?:W/)?"[!#-~]*"(?:\s*,\s*(?:W/)?"[!#-~]*")*')
_TAG = re.compile(r'(W/)?"([^"]*)"')


async def _precondition(
    if_match: Annotated[
        str | None,
        Header(
            alias="If-Match",
            max_length=1024,
            description="the ETag that was read, or `*`; 412 when it is not that any more",
        ),
    ] = None,
) -> Precondition | None:
    if if_match is None:
        return None
    given = if_match.strip()
    if given == "*":
        return Precondition(anything=True)
    if _TAGS.fullmatch(given) is None:
        raise InvalidValueError('If-Match must be * or an ETag in double quotes, such as "3"')
    # A weak tag says that something is much the same, which is not enough to overwrite it.
    return Precondition(tags=frozenset(tag for weak, tag in _TAG.findall(given) if not weak))


PreconditionDep = Annotated[Precondition | None, Depends(_precondition)]


def set_etag(response: Response, tag: str) -> None:
    """Tell the reader what they have read."""
    response.headers["ETag"] = f'"{tag}"'
