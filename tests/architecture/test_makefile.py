"""The make targets."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = dict(re.findall(r"^([a-z]+):(.*)$", MAKEFILE, flags=re.MULTILINE))
SCRIPTS = sorted(path for path in (ROOT / ".ci").iterdir() if path.is_file())


def test_there_is_a_target_for_everything_one_does() -> None:
    expected = {"setup", "demo", "run", "test", "check", "bench", "ci", "lint", "format"}
    assert expected | {"clean", "help", "lock"} == TARGETS.keys()


def test_every_target_that_needs_a_set_up_machine_sets_it_up() -> None:
    # CI calls set-up by itself; the rest needs nothing.
    without = {"help", "setup", "ci", "clean"}
    needs = {name: rest.split("##")[0].split() for name, rest in TARGETS.items()}
    assert {name for name, needed in needs.items() if "setup" not in needed} == without


def test_every_target_is_run_even_if_a_file_has_its_name() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, flags=re.MULTILINE)
    assert set(phony.split()) == TARGETS.keys()


def test_help_tells_every_target() -> None:
    shown = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=10,
    ).stdout
    assert set(re.findall(r"^make ([a-z]+)", shown, flags=re.MULTILINE)) == TARGETS.keys()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_stops_at_the_first_failure_and_can_be_run(script: Path) -> None:
    lines = script.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
    assert script.stat().st_mode & 0o111
    subprocess.run(["bash", "-n", script], check=True, timeout=10)
