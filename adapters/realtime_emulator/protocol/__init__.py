"""The Realtime protocol as OpenAI serves it on `/v1/realtime`, over a WebSocket."""
