"""What the README names exists."""

import re
from pathlib import Path

import typer

from entrypoints.bootstrap.settings import Settings
from entrypoints.cli import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_in_the_readme_exists() -> None:
    named = set(re.findall(r"`voice-agent ([a-z]+)`", README))
    commands = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    assert named
    assert named <= commands
    assert commands <= named, "commands that the README does not name"


def test_every_make_target_in_the_readme_exists() -> None:
    named = set(re.findall(r"^ {4}make ([a-z]+)|`make ([a-z]+)`", README, flags=re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    assert {first or second for first, second in named} <= targets


def test_every_variable_in_the_readme_is_a_setting() -> None:
    table = README.split("## Configuration")[1].split("##")[0]
    named = set(re.findall(r"`([A-Z]+_[A-Z_]+)`", table))
    assert named
    assert named <= {name.upper() for name in Settings.model_fields}
