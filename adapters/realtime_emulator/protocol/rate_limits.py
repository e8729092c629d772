"""What is left of the rate limits."""

from adapters.realtime_emulator.protocol.session import Session


async def tell_rate_limits(session: Session, *, remaining: float = 0.99) -> None:
    """Send `rate_limits.updated`, with *remaining* as a share of each limit."""
    limits = session.engine.limits
    per_minute = {"requests": limits.requests_per_minute, "tokens": limits.tokens_per_minute}
    await session.outlet.emit(
        "rate_limits.updated",
        rate_limits=[
            {
                "name": name,
                "limit": limit,
                "remaining": int(limit * remaining),
                "reset_seconds": round(60 * (1 - remaining), 3),
            }
            for name, limit in per_minute.items()
        ],
    )
