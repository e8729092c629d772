"""The README's curl lines, sent as they stand there."""

import re
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

import httpx
import pytest

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SECTIONS = re.split(r"^## ", README, flags=re.MULTILINE)


KEPT = re.compile(
    r"^ *(?P<name>[A-Z]+)=\$\((?P<line>curl .*?) \| grep -o '(?P<shape>.*)' \| head -1\)$"
)


def lines_of(text: str) -> list[str]:
    """The curl lines in *text*, each with what it is continued by: a body may have lines."""
    line = r"^ {4}(?:[A-Z]+=\$\()?curl (?:.*\\\n)*(?:.*'\{\n(?:.*\n)*?.*\}'|.*)$"
    return re.findall(line, text, flags=re.MULTILINE)


LINES = lines_of(README)


async def paste(http: httpx.AsyncClient, lines: Sequence[str]) -> list[httpx.Response]:
    """What *lines* are answered, one after the other, with what they keep in variables."""
    answers: list[httpx.Response] = []
    kept: dict[str, str] = {}
    for line in lines:
        keeps = KEPT.match(line)
        answer = await http.request(**request(keeps["line"] if keeps else line, kept))
        if keeps:
            found = re.search(keeps["shape"], answer.text)
            assert found, (line, answer.text)
            kept[keeps["name"]] = found[0]
        answers.append(answer)
    return answers


def request(line: str, variables: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What curl would send for *line*; a shell puts *variables* in their places."""
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
                url = Template(word).substitute(variables or {})
                sent["url"] = url.removeprefix("localhost:4008")
    return sent


def test_there_are_lines_to_try() -> None:
    assert len(LINES) >= 8
    assert any("-X POST" in line for line in LINES)


@pytest.mark.parametrize("section", SECTIONS)
async def test_the_lines_of_a_section_work_when_pasted_in_order(
    http: httpx.AsyncClient, section: str
) -> None:
    lines = lines_of(section)
    for line, answer in zip(lines, await paste(http, lines), strict=True):
        # In this world no worker is up, which health says.
        without_worker = line.endswith("/health") and answer.status_code == 503
        assert answer.is_success or without_worker, (line, answer.text)


async def test_the_dispatch_answers_what_the_readme_says(http: httpx.AsyncClient) -> None:
    line = next(line for line in LINES if "/dispatch" in line)
    answer = (await http.request(**request(line))).json()
    shown = re.search(r"The answer is `\{(.*?)\}`", README, flags=re.DOTALL)
    assert shown
    assert list(answer) == re.findall(r'"(\w+)":', shown[1])
    assert answer["success"] is True
