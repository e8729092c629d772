"""Each import contract is broken by the violation it is there for."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("domain", "application", "adapters", "entrypoints")
VIOLATIONS = {
    "Layers point inward": ("domain/errors.py", "import application.queries"),
    "Domain and application know no framework": ("application/queries.py", "import sqlalchemy"),
    "Only the composition root builds adapters": (
        "entrypoints/relay/__init__.py",
        "import adapters.sql.store",
    ),
    "Adapters do not know each other": ("adapters/sql/times.py", "import adapters.system.clock"),
    "The local Realtime server imports nothing of ours": (
        "adapters/realtime_emulator/ports.py",
        "import domain.errors",
    ),
    "Doors share only the composition root": (
        "entrypoints/relay/__init__.py",
        "import entrypoints.http.app",
    ),
    "No cycles between sibling modules": (
        "domain/errors.py",
        "import domain.language",
    ),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [program, "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for package in PACKAGES:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / package, tmp_path / package, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_code_as_it_is_keeps_every_contract(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout
    assert "7 kept, 0 broken" in result.stdout


def test_every_contract_has_its_violation() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = [contract["name"] for contract in config["tool"]["importlinter"]["contracts"]]
    assert len(names) == len(VIOLATIONS) == 7
    assert all(any(name.startswith(start) for start in VIOLATIONS) for name in names)


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_a_planted_violation_breaks_its_contract(copy: Path, contract: str) -> None:
    file, line = VIOLATIONS[contract]
    with (copy / file).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}  # planted\n")
    result = lint(copy)
    assert result.returncode == 1
    broken = [text for text in result.stdout.splitlines() if text.endswith("BROKEN")]
    assert any(text.startswith(contract) for text in broken), result.stdout
