"""Contact details as people say them aloud."""

from domain.spoken_form.candidate import Candidate
from domain.spoken_form.read_back import read_back
from domain.spoken_form.reading import candidates
from domain.spoken_form.reproduction import reproduces

__all__ = ["Candidate", "candidates", "read_back", "reproduces"]
