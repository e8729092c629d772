"""Everything the application asks of the world, in this process's memory: fast and scriptable."""

from adapters.in_memory.call_session import InMemoryCallSession
from adapters.in_memory.clock import ManualClock
from adapters.in_memory.health import FixedProbe, InMemoryWorkerBeats
from adapters.in_memory.ids import CountingIds
from adapters.in_memory.insight import InMemoryLanguageDetector, InMemoryModeration
from adapters.in_memory.journal import InMemoryTurnJournal
from adapters.in_memory.rooms import (
    InMemoryDispatcher,
    InMemoryRooms,
    InMemoryTokens,
    RecordedDispatch,
)
from adapters.in_memory.store import InMemoryStore
from adapters.in_memory.unit_of_work import InMemoryUnitOfWork

__all__ = [
    "CountingIds",
    "FixedProbe",
    "InMemoryCallSession",
    "InMemoryDispatcher",
    "InMemoryLanguageDetector",
    "InMemoryModeration",
    "InMemoryRooms",
    "InMemoryStore",
    "InMemoryTokens",
    "InMemoryTurnJournal",
    "InMemoryUnitOfWork",
    "InMemoryWorkerBeats",
    "ManualClock",
    "RecordedDispatch",
]
