"""What every call needs, imported and built once in the parent of all job processes."""

from livekit.agents.utils import http_context

from adapters.insight import lingua_detector, rules_moderation
from adapters.livekit import call_session, rooms, server_api
from adapters.openai import realtime_model, steady_model
from adapters.sql import store
from adapters.tools import json_schema, mcp, mcp_dial, runner
from entrypoints.bootstrap import lifecycle

__all__ = [
    "call_session",
    "json_schema",
    "lifecycle",
    "lingua_detector",
    "mcp",
    "mcp_dial",
    "realtime_model",
    "rooms",
    "rules_moderation",
    "runner",
    "server_api",
    "steady_model",
    "store",
]

# The framework parses the machine's certificates on its first connection and keeps the result:
# done here it is inherited, done in a call it stops the call's event loop for 50 to 150 ms.
http_context._create_ssl_context()  # noqa: SLF001
