"""The lock file: everything we ask for, at one version, by its hash, from wherever it may come."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PIN = re.compile(
    r"^([a-z0-9._-]+)(?:\[[a-z,]+\])?==([^\s;]+)(.*?)(?=^\S|\Z)", re.DOTALL | re.MULTILINE
)


def test_every_pin_has_its_hashes() -> None:
    pins = PIN.findall(LOCK)
    assert len(pins) > 80
    assert [name for name, _, rest in pins if "--hash=sha256:" not in rest] == []
    assert len(pins) == sum(not line.startswith((" ", "#")) for line in LOCK.splitlines() if line)


def test_it_names_no_place_to_fetch_from() -> None:
    assert "://" not in LOCK
    assert not re.search(r"(?m)^-|\bindex-url\b|\bfind-links\b", LOCK)


def test_it_covers_what_the_project_requires() -> None:
    assert [str(one) for one in _required() if not _is_locked(one)] == []


def test_a_requirement_that_is_not_in_it_is_noticed() -> None:
    assert not _is_locked(Requirement("a-package-nobody-has>=1"))
    assert not _is_locked(Requirement("fastapi>=9999"))


def _required() -> list[Requirement]:
    lists = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    return [Requirement(line) for lines in lists for line in lines]


def _is_locked(wanted: Requirement) -> bool:
    name = canonicalize_name(wanted.name)
    versions = [Version(version) for locked, version, _ in PIN.findall(LOCK) if locked == name]
    return any(version in wanted.specifier for version in versions)
