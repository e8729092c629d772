"""Scenarios: what the brain asks for, in which words, with which of the client's tools."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from adapters.realtime_emulator.brain.requests import Request, read_requests
from adapters.realtime_emulator.brain.texts import Texts, read_texts, text_at

_PLACE = Path(__file__).parent.parent / "scenarios"
_SLOTS = frozenset({"name", "email", "phone"})
_TOOLS = frozenset({"record", "confirm", "decline", "end"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """*texts* are by language, *language* the one it begins in; *tools* names the client's tools.

    *requests* are the words with which a caller asks for other tools. A *gullible* scenario does
    what a caller dictates.
    """

    name: str
    language: str
    slots: tuple[str, ...]
    texts: Mapping[str, Texts]
    tools: Mapping[str, str]
    requests: tuple[Request, ...] = ()
    gullible: bool = False

    @property
    def languages(self) -> tuple[str, ...]:
        """All that it can be spoken to in."""
        return tuple(self.texts)


def load_scenario(path_or_name: str) -> Scenario:
    """A scenario of ours by name, or from a YAML file.

    Raises ValueError saying where the file is wrong, OSError when there is none.
    """
    path = Path(path_or_name)
    if path.suffix not in {".yaml", ".yml"}:
        path = _PLACE / f"{path_or_name}.yaml"
    data = _mapping(path)
    if "extends" not in data:
        return _checked(path, data)
    # What it extends is one of ours, or lies beside it.
    base = path.with_name(f"{data['extends']}.yaml")
    base = base if base.is_file() else _PLACE / base.name
    return _checked(base, {**_mapping(base), **data}, name=path.stem)


def _mapping(path: Path) -> dict[str, Any]:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise ValueError(f"{path.name}: a scenario is a mapping")  # noqa: TRY004 (one kind of error for a bad file)
    return data


def _checked(path: Path, data: Mapping[str, Any], *, name: str | None = None) -> Scenario:
    slots = data.get("slots")
    if not isinstance(slots, list) or not slots or not set(slots) <= _SLOTS:
        raise ValueError(f"{path.name}: slots must be some of {', '.join(sorted(_SLOTS))}")
    language = text_at(path.name, data, "language")
    texts = {language: read_texts(path.name, data, language, slots)}
    for other in data.get("translations") or ():
        file = path.with_name(f"{path.stem}.{other}{path.suffix}")
        texts[str(other)] = read_texts(file.name, _mapping(file), str(other), slots)
    tools = data.get("tools") or {}
    if not isinstance(tools, dict) or not set(tools) <= _TOOLS:
        raise ValueError(f"{path.name}: tools must be some of {', '.join(sorted(_TOOLS))}")
    return Scenario(
        name=name or path.stem,
        language=language,
        slots=tuple(slots),
        texts=texts,
        tools=tools,
        requests=read_requests(path.name, data.get("requests") or []),
        gullible=bool(data.get("gullible", False)),
    )
