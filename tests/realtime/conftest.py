"""The local Realtime server with scripted ears, as its own tests set it up."""

from tests.emulator.conftest import config, ears, emulator, http, speech

__all__ = ["config", "ears", "emulator", "http", "speech"]
