"""The time of day as the protocol writes it."""

import time


def epoch_seconds() -> int:
    """Whole seconds since 1970. Nothing here is ordered or timed by it."""
    return int(time.time())  # noqa: TID251 (this package shares nothing with the service it tests)
