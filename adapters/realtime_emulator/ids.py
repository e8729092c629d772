"""Ids as the Realtime protocol writes them."""

import secrets


def new_id(prefix: str) -> str:
    """An id that is never given twice, such as `resp_5f...`."""
    return f"{prefix}_{secrets.token_hex(12)}"
