"""What the top of the repository holds."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = {"domain", "application", "adapters", "entrypoints"}
FOLDERS = PACKAGES | {"tests", "alembic", "docker"}
FILES = {"pyproject.toml", "README.md", "Makefile", "requirements.lock"}


def test_the_root_holds_what_it_should_and_nothing_else() -> None:
    tops = {Path(file).parts[0] for file in _files()}
    assert {name for name in tops if not name.startswith(".")} == FOLDERS | FILES


def test_nothing_but_our_packages_can_be_imported_from_the_root() -> None:
    # A package named alembic would hide the library of that name.
    packages = {Path(file).parts[0] for file in _files() if file.endswith("/__init__.py")}
    assert packages == PACKAGES | {"tests"}
    assert "alembic/__init__.py" not in _files()
    assert not (ROOT / "docker" / "__init__.py").exists()


def _files() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return listed.stdout.splitlines()
