"""What must not be read in a log, taken out of it."""

import re
from collections.abc import Mapping

HIDDEN = "[redacted]"

_SECRETS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        # JSON web tokens: LiveKit's join tokens, and most other people's.
        (r"\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?", 0),
        (r"\b(?:sk|rk|ek|sb_secret)[-_][\w-]{8,}", 0),
        (r"(?<=bearer )[^\s\"',;]+", re.IGNORECASE),
        (r"(?<=basic )[A-Za-z0-9+/=]{8,}", re.IGNORECASE),
        # The credentials of a URL; the host stays readable.
        (r"(?<=://)[^\s/@]+(?=@)", 0),
        (
            (
                r"(?<=[?&\"' ])(?:access_token|api_key|apikey|api_secret|token|password|secret)"
                r"[\"']?[=:]\s*[\"']?[^\s&\"',}]+"
            ),
            re.IGNORECASE,
        ),
    )
)


def redacted(text: str) -> str:
    """*text* without tokens, keys and passwords."""
    for secret in _SECRETS:
        text = secret.sub(HIDDEN, text)
    return text


def without_personal_data(fields: Mapping[str, object]) -> dict[str, object]:
    """*fields* but for those under `pii.`: what a caller said, is called or dialled from."""
    return {name: value for name, value in fields.items() if "pii" not in name.split(".")}
