"""The machine's clock."""

import asyncio
from datetime import UTC, datetime


class SystemClock:
    """Wall-clock time in UTC; sleeping is left to the running event loop."""

    def now(self) -> datetime:
        """This moment."""
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        """Return once *seconds* have gone by."""
        await asyncio.sleep(seconds)
