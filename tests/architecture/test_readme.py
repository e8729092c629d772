"""What the README names exists, and is as it says."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from dependency_injector import providers

from application.ports.system import IdGenerator
from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.settings import Settings
from entrypoints.cli import app
from entrypoints.http.app import create_app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
TABLE_OF_SETTINGS = README.split("## Configuration")[1].split("##")[0]


def test_the_readme_names_every_command() -> None:
    named = set(re.findall(r"^\| `voice-agent ([a-z]+)`", README, flags=re.MULTILINE))
    assert named == COMMANDS.keys()


def test_every_command_line_in_the_readme_is_understood() -> None:
    lines = re.findall(r"voice-agent`? ?([a-z]+)\b([^|\n]*(?:\|[^|\n]*)?)", README)
    assert len(lines) > len(COMMANDS)
    for command, rest in lines:
        if command in COMMANDS:
            group = getattr(COMMANDS[command], "commands", {})
            named = group.get(rest.split()[0]) if rest.split() else None
            known = {one for part in (named or COMMANDS[command]).params for one in part.opts}
            assert set(re.findall(r"--[a-z-]+", rest)) - {"--help"} <= known, command


def test_the_subcommands_are_what_the_readme_says() -> None:
    for group in ("agents", "db", "eval", "work"):
        (row,) = re.findall(rf"^\| `voice-agent {group}` \| (.*) \|$", README, flags=re.MULTILINE)
        assert set(re.findall(r"`([a-z]+)`", row)) == COMMANDS[group].commands.keys()


def test_every_make_target_is_in_the_readme_and_exists() -> None:
    named = set(re.findall(r"(?:^ {4}|`)make ([a-z]+)", README, flags=re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert named == set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))


def test_the_table_of_settings_is_complete() -> None:
    rows = re.findall(r"^\| (`[A-Z].*?`) \|", TABLE_OF_SETTINGS, flags=re.MULTILINE)
    named = {name.lower() for row in rows for name in re.findall(r"`([A-Z_]+)`", row)}
    assert named == Settings.model_fields.keys()


def test_the_defaults_in_the_readme_are_the_settings() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| `([^`]+)` \|", TABLE_OF_SETTINGS, flags=re.MULTILINE)
    assert len(rows) > 10
    for name, shown in rows:
        default = Settings.model_fields[name.lower()].default
        assert type(default)(shown) == default, name


def test_every_variable_in_the_readme_is_a_setting() -> None:
    named = set(re.findall(r"\b[A-Z]+_[A-Z_]+\b", README))
    assert {name.lower() for name in named} <= Settings.model_fields.keys()


def test_the_table_of_requests_is_the_public_surface() -> None:
    listed = set(re.findall(r"`((?:GET|POST|PUT|PATCH|DELETE) /[^`]*)`", README))
    described = create_app(Container(settings=Settings(_env_file=None))).openapi()["paths"]
    served = {f"{verb.upper()} {path}" for path, verbs in described.items() for verb in verbs}
    assert listed == served - {"GET /"}


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"(?:4008|`)(/[a-z.]+[a-z/.$A-Z]*)", README)))
)
def test_every_path_in_the_readme_is_served(path: str) -> None:
    service = create_app(Container(settings=Settings(_env_file=None)))
    served = set(service.openapi()["paths"]) | {service.docs_url, service.openapi_url}
    shapes = {re.sub(r"\{\w+\}", "[^/]+", one) for one in served if one}
    assert any(re.fullmatch(shape, path) for shape in shapes)


def test_every_file_in_the_readme_exists() -> None:
    named = set(re.findall(r"[\w./-]+\.(?:py|yaml|toml|lock|example)\b", README))
    assert "docker/compose.yaml" in named
    missing = {name for name in named if not (ROOT / name).exists()}
    assert missing == {"adapters/hexadecimal/ids.py"}, "only the example is yet to be written"


def test_the_messages_in_the_readme_are_ours() -> None:
    sources = "".join(_texts())
    for message in ("cannot listen on", "the settings are not usable", "agent_did_not_join"):
        assert message in README
        assert message in sources


def test_the_adapter_in_the_readme_works_when_its_line_is_changed() -> None:
    adapter, line = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    names: dict[str, Any] = {"providers": providers, "IdGenerator": IdGenerator}
    exec(adapter + line, names)  # noqa: S102 - our own README
    container = Container(settings=Settings(_env_file=None))
    container.ids.override(names["ids"])
    made = [container.ids().new("ses") for _ in range(100)]
    assert made == sorted(set(made))
    assert all(re.fullmatch(r"ses_[0-9a-f]{32}", one) for one in made)
    before = re.search(r"^    (ids = .*)\(.*\)$", _containers(), flags=re.MULTILINE)
    assert before
    assert line.startswith(before[1])


def _containers() -> str:
    return (ROOT / "entrypoints" / "bootstrap" / "wiring" / "foundation.py").read_text(
        encoding="utf-8"
    )


def _texts() -> Iterator[str]:
    for package in ("application", "entrypoints"):
        for path in (ROOT / package).rglob("*.py"):
            yield path.read_text(encoding="utf-8")
