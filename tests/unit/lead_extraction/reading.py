"""Short calls, and how they are read."""

from pathlib import Path
from typing import Any

import yaml

from domain.language import Language
from domain.lead_extraction.call import Call, Said
from domain.lead_extraction.extraction import Extraction, extract

CALLER_ID = "+15035550111"
CALLS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("calls.yaml").read_text(encoding="utf-8")
)


def read(*lines: str, language: str = "en", region: str = "US") -> Extraction:
    """The lead in *lines*; `a:` is the agent, `u:` the caller."""
    turns = tuple(Said(by_caller=line[0] == "u", text=line[2:]) for line in lines)
    return extract(
        Call(turns=turns, language=Language(language), region=region, caller_id=CALLER_ID)
    )
