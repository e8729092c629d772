"""The README's table of an agent's fields is what the API takes, defaults included."""

import json
import re
from pathlib import Path

import httpx

from domain.instructions import KNOWN_NAMES
from entrypoints.http.schemas.agent_config import ConfigFields

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SECTION = README.split("## Agents\n")[1].split("\n## ")[0]
ROWS = re.findall(r"^\| (`[a-z].*?`) \|(.*?)\|", SECTION, flags=re.MULTILINE)


def test_every_field_has_its_row() -> None:
    named = [name for cells, _ in ROWS for name in re.findall(r"`(\w+)`", cells)]
    assert len(named) == len(set(named))
    assert set(named) == {field.alias for field in ConfigFields.model_fields.values()}


def test_the_defaults_are_what_the_api_takes_for_what_is_left_out() -> None:
    sent = ConfigFields.model_validate({"name": "Demo", "instructions": "Be kind."})
    defaults = sent.model_dump(mode="json", by_alias=True)
    shown = {
        name: json.loads(default.strip(" `"))
        for cells, default in ROWS
        for name in re.findall(r"`(\w+)`", cells)
        if default.strip()
    }
    assert shown == {name: value for name, value in defaults.items() if name in shown}
    assert defaults.keys() - shown.keys() == {"name", "instructions"}


def test_the_variables_are_those_that_every_call_knows() -> None:
    text = SECTION.split("There are ")[1].split(".\n")[0]
    named = set(re.findall(r"`([a-z]+\.[a-z]+)`", text))
    assert named == KNOWN_NAMES | {"metadata.key"}


async def test_the_steps_of_the_example_come_to_what_is_said(http: httpx.AsyncClient) -> None:
    from tests.http.test_readme import lines_of, request

    answers = [await http.request(**request(line)) for line in lines_of(SECTION)]

    before = (await http.get("/api/agents/demo/versions/1")).json()
    now = (await http.get("/api/agents/demo")).json()
    assert [answer.status_code for answer in answers] == [200] * 4
    assert now["version"] == 3
    assert {**now, "version": 1, "publishedAt": before["publishedAt"]} == before
    assert "{{caller.name | there}}" in answers[1].json()["greeting"]
