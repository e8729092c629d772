"""The wheel carries what the installed service needs, under our own names only."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = {"domain", "application", "adapters", "entrypoints"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=60)
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


@pytest.fixture(scope="module")
def files(wheel: zipfile.ZipFile) -> list[str]:
    return wheel.namelist()


def test_no_foreign_name_is_installed(files: list[str]) -> None:
    tops = {file.split("/")[0] for file in files}
    assert {top for top in tops if not top.endswith(".dist-info")} == PACKAGES


def test_the_migrations_are_in_it(files: list[str]) -> None:
    versions = {file.name for file in (ROOT / "alembic" / "versions").glob("*.py")}
    assert versions
    carried = {f"adapters/sql/migrations/versions/{name}" for name in versions}
    assert carried | {"adapters/sql/migrations/env.py"} <= set(files)


def test_every_file_of_ours_is_in_it(files: list[str]) -> None:
    listed = subprocess.run(
        ["git", "ls-files", *PACKAGES], cwd=ROOT, capture_output=True, text=True, check=True
    )
    ours = {name for name in listed.stdout.splitlines() if (ROOT / name).exists()}
    assert any(name.endswith(".yaml") for name in ours)
    assert ours <= set(files)


def test_the_command_is_installed(wheel: zipfile.ZipFile, files: list[str]) -> None:
    (listing,) = [file for file in files if file.endswith(".dist-info/entry_points.txt")]
    assert "voice-agent = entrypoints.cli:main" in wheel.read(listing).decode()
