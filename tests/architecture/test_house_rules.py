"""Rules of the house that a machine can check."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PACKAGES = ("domain", "application", "adapters", "entrypoints")
FOLDERS = {*PACKAGES, "tests", "alembic", "docker"}
FILES = {"pyproject.toml", "README.md", "Makefile", "requirements.lock"}
SOURCES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_the_root_holds_what_it_should_and_nothing_else() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    top = {line.split("/")[0] for line in listed}
    assert {name for name in top if not name.startswith(".")} == FOLDERS | FILES


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 300
    for function in functions(ast.parse(source)):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= 40, f"{function.name} has {length} lines"


def test_no_class_hides_behind_an_empty_word() -> None:
    empty = re.compile(r"(Manager|Helper|Util|Utils|Impl|Base)$|^I[A-Z][a-z]")
    found = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and empty.search(node.name)
    ]
    assert found == []


def test_a_use_case_has_one_public_method() -> None:
    for path in sorted((ROOT / "application" / "use_cases").rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.ClassDef):
                continue
            own = [n for n in node.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
            methods = [method.name for method in own if not method.name.startswith("_")]
            if "execute" in methods:
                assert methods == ["execute"], f"{path.name}: {node.name} has {methods}"


def test_the_lock_file_pins_hashes_and_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = re.findall(r"^[a-z0-9_.\-]+(?:\[[a-z]+\])?==", lock, flags=re.MULTILINE)
    assert len(pinned) > 80
    assert "://" not in lock
    assert lock.count("--hash=sha256:") >= len(pinned)


def test_the_lock_file_covers_what_the_project_requires() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"]]
    for extra in project["optional-dependencies"].values():
        wanted += extra
    names = {re.split(r"[\[=<>!~ ]", line)[0].lower().replace("_", "-") for line in wanted}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9.\-]+)(?:\[[a-z]+\])?==", lock, flags=re.MULTILINE))
    assert names <= locked


def test_the_compose_file_describes_the_whole_service() -> None:
    compose = yaml.safe_load((ROOT / "docker" / "compose.yaml").read_text(encoding="utf-8"))
    services = compose["services"]
    assert {"livekit", "redis", "postgres", "service", "egress"} <= services.keys()
    assert services["egress"]["profiles"] == ["recording"]
    for name, service in services.items():
        assert "image" in service or "build" in service, name
    assert yaml.safe_load((ROOT / "docker" / "livekit.yaml").read_text(encoding="utf-8"))["port"]


def test_the_image_is_built_in_stages_and_does_not_run_as_root() -> None:
    lines = (ROOT / "docker" / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("FROM ") for line in lines) >= 2
    assert any(line.startswith("HEALTHCHECK") for line in lines)
    users = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert users
    assert users[-1] not in {"root", "0"}
