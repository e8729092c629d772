"""Scenarios: what the brain asks for, in which words, with which of the client's tools."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_PLACE = Path(__file__).parent.parent / "scenarios"
_SLOTS = frozenset({"name", "email", "phone"})
_TOOLS = frozenset({"record", "confirm", "decline", "end"})
_SENTENCES = ("greeting", "not_understood", "thanks", "farewell")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """*ask* and *spell* have a question for each of *slots*; *tools* names the client's tools."""

    name: str
    language: str
    slots: tuple[str, ...]
    greeting: str
    ask: Mapping[str, str]
    spell: Mapping[str, str]
    not_understood: str
    thanks: str
    farewell: str
    tools: Mapping[str, str]


def load_scenario(path_or_name: str) -> Scenario:
    """A scenario of ours by name, or from a YAML file.

    Raises ValueError saying where the file is wrong, OSError when there is none.
    """
    path = Path(path_or_name)
    if path.suffix not in {".yaml", ".yml"}:
        path = _PLACE / f"{path_or_name}.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise ValueError(f"{path.name}: a scenario is a mapping")  # noqa: TRY004 (one kind of error for a bad file)
    return _checked(path, data)


def _checked(path: Path, data: Mapping[str, Any]) -> Scenario:
    slots = data.get("slots")
    if not isinstance(slots, list) or not slots or not set(slots) <= _SLOTS:
        raise ValueError(f"{path.name}: slots must be some of {', '.join(sorted(_SLOTS))}")
    texts = {key: _text(path, data, key) for key in _SENTENCES}
    tools = data.get("tools") or {}
    if not isinstance(tools, dict) or not set(tools) <= _TOOLS:
        raise ValueError(f"{path.name}: tools must be some of {', '.join(sorted(_TOOLS))}")
    return Scenario(
        name=path.stem,
        language=_text(path, data, "language"),
        slots=tuple(slots),
        ask=_questions(path, data, "ask", slots),
        spell=_questions(path, data, "spell", slots),
        tools=tools,
        **texts,
    )


def _questions(
    path: Path, data: Mapping[str, Any], key: str, slots: list[str]
) -> Mapping[str, str]:
    questions = data.get(key)
    if not isinstance(questions, dict):
        raise ValueError(  # noqa: TRY004
            f"{path.name}: {key} must be a mapping from slot to question"
        )
    return {slot: _text(path, questions, slot, under=f"{key}.") for slot in slots}


def _text(path: Path, data: Mapping[str, Any], key: str, *, under: str = "") -> str:
    text = data.get(key)
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"{path.name}: {under}{key} must be a text")
    return text.strip()
