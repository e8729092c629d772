"""The names alone: help must not load what plays them."""

SCENARIO_NAMES = (
    "multilingual",
    "interruption",
    "rejoin",
    "group",
    "memory",
    "silence",
    "slow-tool",
    "hostile",
)
