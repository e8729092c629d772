"""What every call needs, imported once in the parent of all job processes."""

from adapters.livekit import call_session, rooms, server_api
from adapters.openai import realtime_model, steady_model
from adapters.sql import store
from entrypoints.bootstrap import lifecycle

__all__ = [
    "call_session",
    "lifecycle",
    "realtime_model",
    "rooms",
    "server_api",
    "steady_model",
    "store",
]
