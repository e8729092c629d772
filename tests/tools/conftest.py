"""The voice that speaks over tools."""

from tests.emulator.conftest import speech

__all__ = ["speech"]
