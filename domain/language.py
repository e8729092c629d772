"""Languages as the service writes them down: lower-case ISO 639 codes such as `en`."""

import re
from typing import NewType

from domain.errors import InvalidValueError

Language = NewType("Language", str)

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")


def parse_language(tag: str) -> Language:
    """The language of a BCP 47 *tag*: `es-MX` and `ES` are both `es`.

    Raises InvalidValueError when *tag* is not shaped like one.
    """
    match = _TAG.fullmatch(tag.strip())
    if match is None:
        raise InvalidValueError(f"{tag!r} is not a language tag such as 'en' or 'es-MX'")
    return Language(match.group(1).lower())
