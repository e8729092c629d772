"""Time and ids as the machine gives them."""

from adapters.system.clock import SystemClock
from adapters.system.ids import TimeOrderedIds

__all__ = ["SystemClock", "TimeOrderedIds"]
