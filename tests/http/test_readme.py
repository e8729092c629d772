"""The README's curl lines, sent as they stand there."""

import re
import shlex
from pathlib import Path
from typing import Any

import httpx
import pytest

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SECTIONS = re.split(r"^## ", README, flags=re.MULTILINE)


def lines_of(text: str) -> list[str]:
    """The curl lines in *text*, each with what it is continued by."""
    return re.findall(r"^ {4}curl (?:.*\\\n)*.*$", text, flags=re.MULTILINE)


LINES = lines_of(README)


def request(line: str) -> dict[str, Any]:
    """What curl would send for *line*."""
    words = iter(shlex.split(line.replace("\\\n", " "))[1:])
    sent: dict[str, Any] = {"method": "GET", "headers": {}}
    for word in words:
        match word:
            case "-s":
                continue
            case "-X":
                sent["method"] = next(words)
            case "-H":
                name, value = next(words).split(": ")
                sent["headers"][name] = value
            case "-d":
                sent["content"] = next(words)
            case _:
                sent["url"] = word.removeprefix("localhost:4008")
    return sent


def test_there_are_lines_to_try() -> None:
    assert len(LINES) >= 8
    assert any("-X POST" in line for line in LINES)


@pytest.mark.parametrize("section", SECTIONS)
async def test_the_lines_of_a_section_work_when_pasted_in_order(
    http: httpx.AsyncClient, section: str
) -> None:
    for line in lines_of(section):
        answer = await http.request(**request(line))
        # In this world no worker is up, which health says.
        without_worker = line.endswith("/health") and answer.status_code == 503
        assert answer.is_success or without_worker, (line, answer.text)


async def test_the_dispatch_answers_what_the_readme_says(http: httpx.AsyncClient) -> None:
    (line,) = [line for line in LINES if "/dispatch" in line]
    answer = (await http.request(**request(line))).json()
    shown = re.search(r"The answer is `\{(.*?)\}`", README, flags=re.DOTALL)
    assert shown
    assert list(answer) == re.findall(r'"(\w+)":', shown[1])
    assert answer["success"] is True
