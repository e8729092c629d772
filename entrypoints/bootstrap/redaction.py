"""What must not be read in a log, taken out of it."""

import re
from collections.abc import Mapping

HIDDEN = "[redacted]"

_HIDDEN_NAMES = (
    "access_token|api_key|apikey|api_secret|authorization|password|secret|service_role_key|token"
)
_IS_SECRET = re.compile(rf"(?:\w*[_-])?(?:{_HIDDEN_NAMES})", re.IGNORECASE)

# Each keeps what its first group matched, and hides the rest.
_PATTERNS = (
    # JSON web tokens: LiveKit's join tokens, and most other people's.
    re.compile(r"(\b)eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?"),
    re.compile(r"(\b)(?:sk|rk|ek|sb_secret)[-_][\w-]{8,}"),
    # What webhooks are signed with: base64, so that a word's end is not its end.
    re.compile(r"(\b)whsec_[\w+/=-]{8,}"),
    re.compile(r"(\bbearer )[^\s\"',;]+", re.IGNORECASE),
    re.compile(r"(\bbasic )[A-Za-z0-9+/=]{8,}", re.IGNORECASE),
    # The credentials of a URL; the host stays readable.
    re.compile(r"(://)[^\s/@]+(?=@)"),
    re.compile(
        rf"((?:\b|_)(?:{_HIDDEN_NAMES})[\"']?\s?[=:]\s?[\"']?)(?!bearer\b|basic\b)[^\s&\"',}}]+",
        re.IGNORECASE,
    ),
)


def redacted(text: str) -> str:
    """*text* without tokens, keys and passwords."""
    for pattern in _PATTERNS:
        text = pattern.sub(rf"\g<1>{HIDDEN}", text)
    return text


def presentable(fields: Mapping[str, object]) -> dict[str, object]:
    """*fields* without secrets, and without those under `pii.`.

    That is what a caller said, is called or dialled from.
    """
    return {
        name: _presentable(name, value)
        for name, value in fields.items()
        if "pii" not in name.split(".")
    }


def _presentable(name: str, value: object) -> object:
    if _IS_SECRET.fullmatch(name):
        return HIDDEN
    if value is None or isinstance(value, bool | int | float):
        return value
    return redacted(str(value))
