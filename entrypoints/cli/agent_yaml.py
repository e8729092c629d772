"""An agent as a file: YAML that only says what it says, and mistakes with their lines."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml
from pydantic import Field, ValidationError

from domain.agent_config import Agent, AgentConfig
from domain.errors import InvalidValueError
from domain.ids import AgentId
from entrypoints.http.schemas.agent_config import ConfigFields
from entrypoints.http.schemas.base import Name

SCHEMA_FILE = "agent.schema.json"

_LARGEST = 1024 * 1024
_HEADER = f"# yaml-language-server: $schema={SCHEMA_FILE}\n"


class AgentFile(ConfigFields):
    """An agent's configuration under its id."""

    agent_id: Name = Field(description="what calls are dispatched to")


class _PlainLoader(yaml.SafeLoader):
    """No aliases, which can make a short file vast, no tags, and no key twice."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise yaml.MarkedYAMLError(
                problem="anchors and aliases are not taken", problem_mark=event.start_mark
            )
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"{key.value} is there twice", problem_mark=key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


def parse_agent(text: str, *, name: str) -> tuple[AgentId, AgentConfig]:
    """The agent in the file called *name*. Raises InvalidValueError naming each mistake's line."""
    if len(text) > _LARGEST:
        raise InvalidValueError(f"{name}: larger than {_LARGEST} characters")
    try:
        loader = _PlainLoader(text)
        root = loader.get_single_node()
        value = None if root is None else loader.construct_document(root)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise InvalidValueError(f"{name}:{mark.line + 1 if mark else 1}: {error.problem}") from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise InvalidValueError(f"{name}:1: this is no YAML of ours") from None
    return _validated(value, root, name)


def _validated(value: Any, root: yaml.Node | None, name: str) -> tuple[AgentId, AgentConfig]:
    try:
        read = AgentFile.model_validate(value)
        return AgentId(read.agent_id), read.to_config()
    except ValidationError as error:
        mistakes = [
            f"{name}:{_line(root, one['loc'])}: {'.'.join(map(str, one['loc'])) or 'the file'}: "
            f"{one['msg'].removeprefix('Value error, ')}"
            for one in error.errors(include_input=False)
        ]
        raise InvalidValueError("\n".join(mistakes)) from None
    except InvalidValueError as error:
        raise InvalidValueError(f"{name}:1: {error}") from None


def _line(node: yaml.Node | None, location: tuple[int | str, ...]) -> int:
    """Where *location* is, or what comes nearest to it."""
    line = 1
    for step in location:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step] if step < len(node.value) else None
        elif isinstance(node, yaml.MappingNode):
            pair = next((one for one in node.value if one[0].value == step), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + 1, pair[1]
            continue
        if node is None:
            break
        line = node.start_mark.line + 1
    return line


class _Dumper(yaml.SafeDumper):
    """Long texts as people write them, one line under the other."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def shown_as_yaml(agent_id: str, config: AgentConfig) -> str:
    """The file that `parse_agent` makes the same configuration of."""
    fields = ConfigFields.showing(config).model_dump(mode="json", by_alias=True)
    body = yaml.dump(
        {"agentId": agent_id, **fields}, Dumper=_Dumper, allow_unicode=True, sort_keys=False
    )
    return _HEADER + body


def write_agent(folder: Path, agent: Agent) -> Path:
    """A file named after the agent."""
    path = folder / f"{agent.id.replace(':', '_')}.yaml"
    path.write_text(shown_as_yaml(agent.id, agent.config), encoding="utf-8")
    return path
