"""The JSON of a configuration says what AgentConfig says: same names, same defaults."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import get_type_hints

from pydantic import BaseModel

from domain.agent_config import AgentConfig
from entrypoints.http.schemas.agent_config import ConfigFields


def test_every_part_of_a_configuration_can_be_sent_and_is_shown() -> None:
    for model, part in _pairs(ConfigFields, AgentConfig):
        assert set(model.model_fields) == {one.name for one in fields(part)}, part


def test_what_is_left_out_is_what_the_domain_leaves_out() -> None:
    sent = ConfigFields.model_validate({"name": "Demo", "instructions": "Be kind."})

    assert sent.to_config() == AgentConfig(name="Demo", instructions="Be kind.")


def test_a_configuration_that_is_shown_can_be_sent_back() -> None:
    config = AgentConfig(name="Demo", instructions="Be kind.", greeting="Hello")

    shown = ConfigFields.showing(config).model_dump(mode="json", by_alias=True)

    assert ConfigFields.model_validate(shown).to_config() == config


def _pairs(model: type[BaseModel], part: type) -> Iterator[tuple[type[BaseModel], type]]:
    yield model, part
    types = get_type_hints(part)
    for name, field in model.model_fields.items():
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel) and is_dataclass(types[name]):
            yield from _pairs(inner, types[name])
