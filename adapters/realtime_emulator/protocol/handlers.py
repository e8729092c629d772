"""What handlers of client events look like."""

from collections.abc import Awaitable, Callable, Mapping

from adapters.realtime_emulator.protocol.wire import Event

Handler = Callable[[Event], Awaitable[None]]
Handlers = Mapping[str, Handler]
"""By event type."""
