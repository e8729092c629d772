"""Fixtures that several tiers share."""

from hypothesis import settings

pytest_plugins = ["tests.infrastructure.postgres", "tests.infrastructure.redis"]

# How long an example takes says something about the machine, and nothing about what it shows.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
