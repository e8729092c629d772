"""What a caller knows about themselves, and whether the agent has understood it."""

import re
from dataclasses import dataclass
from typing import Literal, get_args

Topic = Literal["name", "email", "phone"]
TOPICS: tuple[Topic, ...] = get_args(Topic)

_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SIGNS = {word: str(digit) for digit, word in enumerate(_DIGITS)} | {
    "oh": "0",
    "at": "@",
    "dot": ".",
    "point": ".",
    "plus": "+",
    "dash": "-",
    "hyphen": "-",
    "underscore": "_",
}
_SPOKEN_EMAIL = re.compile(r"@|\bat\b.*\bdot\b")
_WORDS = re.compile(r"[a-z]+|\d|[@.+_-]")
_PHONE_TAIL = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Name, address and number as they are written."""

    name: str
    email: str
    phone: str

    def of(self, topic: Topic) -> str:
        """The fact itself."""
        return {"name": self.name, "email": self.email, "phone": self.phone}[topic]

    def are_said_in(self, text: str, topic: Topic) -> bool:
        """Whether *text*, in whatever spoken form, holds the true value."""
        said = compact(text)
        if topic == "phone":
            return _digits(self.phone)[-_PHONE_TAIL:] in _digits(said)
        return compact(self.of(topic)) in said


def compact(text: str) -> str:
    """Spoken and written forms of one value, made alike: no spaces, signs for their names."""
    words = _WORDS.findall(text.lower())
    signs = [_SIGNS.get(word, word) for word in words]
    return "".join(signs).strip(".-")


def claims_in(text: str) -> tuple[Topic, ...]:
    """Which facts *text* states a value of, judged by its shape: an address, a row of digits."""
    lowered = text.lower()
    found: list[Topic] = []
    if _SPOKEN_EMAIL.search(lowered):
        found.append("email")
    if len(_digits(compact(lowered))) >= _PHONE_TAIL:
        found.append("phone")
    return tuple(found)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
