"""A person to be on the phone: facts, a need, and how they put things."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import yaml

from adapters.livekit.caller.facts import Facts, Topic
from domain.errors import InvalidValueError

_PERSONAS = Path(__file__).parent / "personas"
_KEYS = {"name", "email", "phone", "need", "says", "rules"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """*says* overrides how something is put; *rules* maps a pattern of the agent's words to a line.

    Keys of *says*: `name`, `email`, `phone`, `spell_name`, `spell_email`, `spell_phone`, `yes`,
    `no`, `pardon`, `nothing_else`, `goodbye`.
    """

    facts: Facts
    need: str
    says: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, name_or_path: str) -> Self:
        """One of ours by name, or a YAML file. Raises InvalidValueError."""
        own = _PERSONAS / f"{name_or_path}.yaml"
        path = own if own.is_file() else Path(name_or_path)
        if not path.is_file():
            raise InvalidValueError(f"there is no persona {name_or_path}")
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
        if not isinstance(held, dict) or not {"name", "email", "phone", "need"} <= held.keys():
            raise InvalidValueError(f"{path} must have name, email, phone and need")
        if unknown := held.keys() - _KEYS:
            raise InvalidValueError(f"{path} has unknown keys: {', '.join(sorted(unknown))}")
        facts = Facts(name=held["name"], email=held["email"], phone=str(held["phone"]))
        return cls(
            facts=facts,
            need=held["need"],
            says=held.get("says") or {},
            rules=held.get("rules") or {},
        )

    def say(self, key: str) -> str:
        """The words for *key*."""
        return self.says.get(key) or _defaults(self)[key]

    def spell(self, topic: Topic) -> str:
        """The fact, character by character."""
        return self.say(f"spell_{topic}")

    def correct(self, topic: Topic) -> str:
        """No, and what is right."""
        return f"{self.say('no')} {self.spell(topic)}"


def _defaults(persona: Persona) -> Mapping[str, str]:
    facts = persona.facts
    return {
        "name": f"My name is {facts.name}.",
        "email": f"My email address is {_spoken(facts.email)}.",
        "phone": f"My phone number is {_spelled(facts.phone)}.",
        "spell_name": f"{_spelled(facts.name)}.",
        "spell_email": f"{_spelled(facts.email)}.",
        "spell_phone": f"{_spelled(facts.phone)}.",
        "yes": "Yes, that is correct.",
        "no": "No, that is wrong.",
        "pardon": "Sorry, could you say that again?",
        "nothing_else": "No, that is all, thank you.",
        "goodbye": "Thank you, goodbye.",
    }


_SIGNS = {"@": "at", ".": "dot", "-": "dash", "_": "underscore", "+": "plus"}


def _spoken(email: str) -> str:
    return "".join(f" {_SIGNS[char]} " if char in _SIGNS else char for char in email)


def _spelled(text: str) -> str:
    return ", ".join(_SIGNS.get(char, char.upper()) for char in text if not char.isspace())
