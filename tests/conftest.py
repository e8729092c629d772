"""Fixtures that several tiers share."""

pytest_plugins = ["tests.infrastructure.postgres"]
