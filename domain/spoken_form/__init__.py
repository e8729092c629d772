"""Contact details as people say them aloud."""

from domain.spoken_form.read_back import read_back
from domain.spoken_form.reproduction import reproduces

__all__ = ["read_back", "reproduces"]
