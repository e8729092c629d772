"""The local Realtime server, as its clients see it."""
