"""Webhooks that go out over HTTP, after Standard Webhooks."""
