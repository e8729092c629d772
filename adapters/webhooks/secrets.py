"""Signing secrets."""

import secrets
from base64 import b64encode

_BYTES = 32


class RandomSecrets:
    """`whsec_` and 32 random bytes in base64, as Standard Webhooks has it."""

    def new(self) -> str:
        """Nobody can guess it."""
        return f"whsec_{b64encode(secrets.token_bytes(_BYTES)).decode()}"
