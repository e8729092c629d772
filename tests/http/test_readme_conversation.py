"""The README's examples of the conversation: the API takes and shows what stands there."""

import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from domain.voice_session import CloseReason
from entrypoints.cli.demo.scenarios.names import SCENARIO_NAMES
from entrypoints.cli.demo.scenarios.registry import SCENARIOS
from entrypoints.http.schemas.sessions import TurnOut

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SECTION = README.split("## The conversation\n")[1].split("\n## ")[0]
PARTS_OF_AGENTS = re.findall(r"^```json\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)


def column(name: str) -> list[str]:
    """The names in the first column of the table that begins with *name*."""
    table = SECTION.split(f"| {name} |")[1].split("\n\n")[0]
    cells = re.findall(r"^\| (`.*?) \|", table, flags=re.MULTILINE)
    return [one for cell in cells for one in re.findall(r"`(\w[\w-]*)`", cell)]


def contains(whole: Any, part: Any) -> bool:
    """Whether *whole* has all of *part*, at any depth."""
    match part:
        case dict():
            return all(key in whole and contains(whole[key], part[key]) for key in part)
        case list():
            return len(whole) == len(part) and all(map(contains, whole, part))
        case _:
            return bool(whole == part)


def test_there_are_parts_of_agents_to_try() -> None:
    assert len(PARTS_OF_AGENTS) >= 6


@pytest.mark.parametrize("part", PARTS_OF_AGENTS)
async def test_every_part_of_an_agent_is_taken_as_it_stands(
    http: httpx.AsyncClient, part: str
) -> None:
    fields = json.loads(part)

    created = await http.post("/api/agents", json={"name": "A", "instructions": "B", **fields})
    drafted = await http.patch("/api/agents/demo/draft", json=fields)
    published = await http.post("/api/agents/demo/publish")

    assert created.status_code == 201, created.text
    assert contains(created.json(), fields)
    assert contains(drafted.json(), fields)
    assert published.status_code == 200, published.text


def test_every_scenario_of_the_demo_is_listed() -> None:
    assert column("scenario") == list(SCENARIO_NAMES) == list(SCENARIOS)


def test_every_close_reason_is_explained() -> None:
    named = column("`closeReason`")
    assert len(named) == len(set(named))
    assert set(named) == set(CloseReason)


@pytest.mark.parametrize("code", column("`failure`"))
def test_every_named_failure_is_one_that_the_service_knows(code: str) -> None:
    sources = (path for name in ("adapters", "application") for path in (ROOT / name).rglob("*.py"))
    # A status of HTTP stands in for all of them.
    sought = code.removesuffix("401")
    assert any(f'"{sought}' in path.read_text(encoding="utf-8") for path in sources)


def test_the_turn_that_is_shown_is_in_the_shape_of_a_turn() -> None:
    (shown,) = re.findall(r"^ {4}(\{\"role\".*?\})$", SECTION, flags=re.MULTILINE | re.DOTALL)
    turn = json.loads(shown)
    fields = {field.alias or name for name, field in TurnOut.model_fields.items()}
    assert {*turn, "turnId"} == fields
    assert turn["planned"].startswith(turn["text"])
