"""The rules of the house hold everywhere, and each is broken by what it is there for."""

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest

from tests.architecture import source_rules as rules
from tests.architecture.source_rules import RULES, Source

ROOT = Path(__file__).parents[2]
FOLDERS = ("domain", "application", "adapters", "entrypoints", "tests", "alembic")
USE_CASE = "application/use_cases/sessions/ring.py"
A_USE_CASE = """
@dataclass(frozen=True)
class Ring:
    async def execute(self): ...
    def _strike(self): ...
    @property
    def loud(self): ...
"""

Rule = Callable[[Source], Iterator[str]]

PLANTED: list[tuple[Rule, str, str]] = [
    (rules.files_are_small, "domain/long.py", "x = 1\n" * 301),
    (rules.functions_are_small, "domain/long.py", "def long():\n" + "    x = 1\n" * 40),
    (rules.names_say_something, "domain/call.py", "class CallManager: ..."),
    (rules.names_say_something, "domain/call.py", "class BaseCall: ..."),
    (rules.names_say_something, "domain/call.py", "class ICall: ..."),
    (
        rules.adapters_do_not_inherit_ports,
        "adapters/system/clock.py",
        "from application.ports.system import Clock\nclass SystemClock(Clock): ...",
    ),
    (
        rules.adapters_do_not_inherit_ports,
        "adapters/system/clock.py",
        "from application.ports import system\nclass SystemClock(system.Clock): ...",
    ),
    (rules.tasks_have_owners, "adapters/a.py", "asyncio.create_task(work())"),
    (rules.tasks_have_owners, "adapters/a.py", "asyncio.get_running_loop().create_task(work())"),
    (rules.tasks_have_owners, "adapters/a.py", "then(lambda: asyncio.ensure_future(work()))"),
    (
        rules.a_use_case_is_one_execute,
        USE_CASE,
        A_USE_CASE + "class Bell:\n  def strike(self): ...",
    ),
    (rules.a_use_case_is_one_execute, USE_CASE, "class Ring:\n  def execute(self): ..."),
    (rules.a_use_case_is_one_execute, USE_CASE, "def ring(): ..."),
]

PERMITTED: list[tuple[Rule, str, str]] = [
    (rules.files_are_small, "domain/long.py", "x = 1\n" * 300),
    (rules.names_say_something, "domain/call.py", "class Baseline: ...\nclass Interruption: ..."),
    (rules.tasks_have_owners, "adapters/a.py", "group.create_task(work())"),
    (rules.tasks_have_owners, "adapters/a.py", "task = asyncio.create_task(work())"),
    (
        rules.a_use_case_is_one_execute,
        USE_CASE,
        A_USE_CASE + "class RingCommand: ...",
    ),
]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_holds_everywhere(rule: Rule) -> None:
    assert [problem for source in _sources() for problem in rule(source)] == []


@pytest.mark.parametrize(("rule", "path", "text"), PLANTED)
def test_a_rule_sees_what_it_is_there_for(rule: Rule, path: str, text: str) -> None:
    assert list(rule(Source(PurePosixPath(path), text)))


@pytest.mark.parametrize(("rule", "path", "text"), PERMITTED)
def test_a_rule_lets_the_rest_pass(rule: Rule, path: str, text: str) -> None:
    assert list(rule(Source(PurePosixPath(path), text))) == []


def test_every_rule_has_been_shown_to_fail() -> None:
    assert {rule for rule, _, _ in PLANTED} == set(RULES)


def _sources() -> list[Source]:
    files = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    assert len(files) > 200
    return [
        Source(PurePosixPath(path.relative_to(ROOT)), path.read_text(encoding="utf-8"))
        for path in files
    ]
