"""Rules of the house as functions: each looks at one file and yields what is wrong with it."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

MOST_LINES_OF_A_FILE = 300
MOST_LINES_OF_A_FUNCTION = 40

_EMPTY_WORDS = {"Manager", "Helper", "Helpers", "Util", "Utils", "Base", "Impl"}
_STARTERS = {"create_task", "ensure_future", "run_coroutine_threadsafe"}
# Not use-cases: what one of them is made of.
_PARTS_OF_USE_CASES = {"evidence.py", "live_call"}

_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """A Python file: where it is, from the root of the repository, and what it says."""

    path: PurePosixPath
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The file, parsed."""
        return ast.parse(self.text)

    @property
    def classes(self) -> Iterator[ast.ClassDef]:
        """Every class, nested ones included."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))

    @property
    def functions(self) -> Iterator[_Function]:
        """Every function and method."""
        return (node for node in ast.walk(self.tree) if isinstance(node, _Function))


def files_are_small(source: Source) -> Iterator[str]:
    """At most 300 lines."""
    length = len(source.text.splitlines())
    if length > MOST_LINES_OF_A_FILE:
        yield f"{source.path} has {length} lines"


def functions_are_small(source: Source) -> Iterator[str]:
    """At most 40 lines; a migration lists its columns, and that is all it does."""
    if source.path.match("alembic/versions/*.py"):
        return
    for function in source.functions:
        length = (function.end_lineno or 0) - function.lineno + 1
        if length > MOST_LINES_OF_A_FUNCTION:
            yield f"{source.path}: {function.name} has {length} lines"


def names_say_something(source: Source) -> Iterator[str]:
    """No class hides behind an empty word, or behind an I for interface."""
    for one in source.classes:
        words = set(re.findall(r"[A-Z][a-z0-9]*", one.name))
        if words & _EMPTY_WORDS or re.match(r"I[A-Z][a-z]", one.name):
            yield f"{source.path}: {one.name}"


def adapters_do_not_inherit_ports(source: Source) -> Iterator[str]:
    """An inherited method without a body would answer None, and nobody would notice."""
    if source.path.parts[0] != "adapters":
        return
    ports = set(_imported_from(source.tree, "application.ports"))
    for one in source.classes:
        for base in one.bases:
            named = base.value if isinstance(base, ast.Subscript) else base
            if ast.unparse(named).split(".")[0] in ports:
                yield f"{source.path}: {one.name} inherits {ast.unparse(base)}"


def tasks_have_owners(source: Source) -> Iterator[str]:
    """What the event loop is told to run is kept by somebody; a task group keeps its own."""
    for node in ast.walk(source.tree):
        dropped = node.value if isinstance(node, ast.Expr) else getattr(node, "body", None)
        if not isinstance(node, ast.Expr | ast.Lambda) or not isinstance(dropped, ast.Call):
            continue
        receiver, _, function = ast.unparse(dropped.func).rpartition(".")
        if function in _STARTERS and (not receiver or receiver == "asyncio" or "loop" in receiver):
            yield f"{source.path}:{dropped.lineno} drops its task"


def a_use_case_is_one_execute(source: Source) -> Iterator[str]:
    """One use-case a file: a frozen dataclass whose only public method is `execute`."""
    folder = PurePosixPath("application/use_cases")
    spared = {"__init__.py", *_PARTS_OF_USE_CASES}
    if folder not in source.path.parents or spared.intersection(source.path.parts):
        return
    methods = {one: _public_methods(one) for one in source.classes}
    use_cases = [one for one, names in methods.items() if names == ["execute"]]
    if len(use_cases) != 1:
        yield f"{source.path} has {len(use_cases)} use-cases"
    for one, names in methods.items():
        if names not in ([], ["execute"]):
            yield f"{source.path}: {one.name} has {', '.join(names)}"
    for one in use_cases:
        if not any("frozen=True" in ast.unparse(how) for how in one.decorator_list):
            yield f"{source.path}: {one.name} is not frozen"


RULES = (
    files_are_small,
    functions_are_small,
    names_say_something,
    adapters_do_not_inherit_ports,
    tasks_have_owners,
    a_use_case_is_one_execute,
)


def _imported_from(tree: ast.Module, package: str) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=str(module)) if module.startswith(package):
                yield from (name.asname or name.name for name in node.names)
            case ast.ImportFrom(module="application"):
                yield from (one.asname or one.name for one in node.names if one.name == "ports")
            case ast.Import():
                here = (name for name in node.names if name.name.startswith(package))
                yield from (name.asname or name.name.split(".")[0] for name in here)


def _public_methods(one: ast.ClassDef) -> list[str]:
    return [
        method.name
        for method in one.body
        if isinstance(method, _Function)
        and not method.name.startswith("_")
        and not any(ast.unparse(how).endswith("property") for how in method.decorator_list)
    ]
