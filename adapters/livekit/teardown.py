"""The end of a call, whatever breaks on the way."""

import asyncio
from collections.abc import Awaitable, Callable

from loguru import logger


async def close_each(*closings: Callable[[], Awaitable[object]], within_s: float) -> None:
    """Close one after the other, each within *within_s*; one that breaks stops no other."""
    for close in closings:
        try:
            async with asyncio.timeout(within_s):
                _ = await close()
        except Exception as error:
            logger.bind(code=type(error).__name__).warning("call teardown broke")
