"""The names alone: help must not load what plays them."""

SCENARIO_NAMES = ("interruption", "rejoin", "group", "silence")
