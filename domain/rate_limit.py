"""How much may be asked for, by whom, and how fast."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.errors import InvalidValueError

_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
_RATE = re.compile(r"([1-9][0-9]{0,8})/(second|minute|hour|day)")
_OFF = "off"


class Traffic(StrEnum):
    """Kinds of requests, each with rates of its own."""

    DISPATCH = "dispatch"
    TOKENS = "tokens"
    WRITE = "write"
    READ = "read"

    @property
    def costs_much(self) -> bool:
        """Whether it begins what costs money, and so waits while nobody can count."""
        return self in {Traffic.DISPATCH, Traffic.TOKENS}


class Asker(StrEnum):
    """Of whom requests are counted."""

    ADDRESS = "address"
    CREDENTIAL = "credential"
    TENANT = "tenant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """So many in so many seconds."""

    amount: int
    seconds: int

    @classmethod
    def parse(cls, text: str) -> "Rate":
        """`60/minute`, and the like. Raises InvalidValueError."""
        found = _RATE.fullmatch(text.strip())
        if found is None:
            raise InvalidValueError("a rate is a number, / and second, minute, hour or day")
        return cls(amount=int(found[1]), seconds=_SECONDS[found[2]])


Rates = Mapping[Traffic, Rate]


def parse_rates(text: str) -> Rates:
    """`dispatch=60/minute,read=10/second`; `off` is none. Raises InvalidValueError."""
    if text.strip().lower() == _OFF:
        return {}
    rates: dict[Traffic, Rate] = {}
    for part in text.split(","):
        name, _, rate = part.partition("=")
        if name.strip() not in set(Traffic):
            raise InvalidValueError(f"name what is limited: {', '.join(Traffic)}")
        rates[Traffic(name.strip())] = Rate.parse(rate)
    return rates


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What is left of a rate: *remaining* more, until in *reset_s* seconds there is more again."""

    allowed: bool
    remaining: int
    reset_s: float
