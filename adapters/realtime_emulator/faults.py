"""Faults that a test or an operator orders: each strikes as told, as often as told, then heals."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Any


class Occasion(StrEnum):
    """When faults may strike."""

    UPGRADE = "upgrade"
    CONNECTION = "connection"
    REQUEST = "request"
    """The client asks for a response."""
    RESPONSE = "response"
    """A response begins."""
    ANSWER = "answer"
    """A response under way knows the caller's words."""
    TRANSCRIPTION = "transcription"
    EVENT = "event"
    """Any server event is sent."""


class FaultKind(StrEnum):
    """What can go wrong on order."""

    REFUSE_401 = "refuse_401"
    REFUSE_429 = "refuse_429"
    SESSION_EXPIRED = "session_expired"
    DROP = "drop"
    CLOSE = "close"
    QUOTA = "quota"
    COLLISION = "collision"
    RATE_LIMIT = "rate_limit"
    SLOW_RESPONSE = "slow_response"
    SILENT_RESPONSE = "silent_response"
    SLOW_FIRST_TOKEN = "slow_first_token"  # noqa: S105 (no password)
    STALL = "stall"
    NO_RESPONSE_DONE = "no_response_done"
    LATE_TRANSCRIPTION = "late_transcription"
    FAILED_TRANSCRIPTION = "failed_transcription"
    MISSING_TRANSCRIPTION = "missing_transcription"
    MALFORMED_JSON = "malformed_json"
    UNKNOWN_EVENT = "unknown_event"
    DUPLICATE_EVENT = "duplicate_event"


ENDINGS = (FaultKind.SESSION_EXPIRED, FaultKind.DROP, FaultKind.CLOSE, FaultKind.QUOTA)
_USUAL_OCCASION = {
    FaultKind.REFUSE_401: Occasion.UPGRADE,
    FaultKind.REFUSE_429: Occasion.UPGRADE,
    **dict.fromkeys(ENDINGS, Occasion.CONNECTION),
    FaultKind.COLLISION: Occasion.REQUEST,
    FaultKind.RATE_LIMIT: Occasion.RESPONSE,
    FaultKind.SLOW_RESPONSE: Occasion.RESPONSE,
    FaultKind.SILENT_RESPONSE: Occasion.RESPONSE,
    FaultKind.SLOW_FIRST_TOKEN: Occasion.RESPONSE,
    FaultKind.STALL: Occasion.RESPONSE,
    FaultKind.NO_RESPONSE_DONE: Occasion.RESPONSE,
    FaultKind.LATE_TRANSCRIPTION: Occasion.TRANSCRIPTION,
    FaultKind.FAILED_TRANSCRIPTION: Occasion.TRANSCRIPTION,
    FaultKind.MISSING_TRANSCRIPTION: Occasion.TRANSCRIPTION,
    FaultKind.MALFORMED_JSON: Occasion.EVENT,
    FaultKind.UNKNOWN_EVENT: Occasion.EVENT,
    FaultKind.DUPLICATE_EVENT: Occasion.EVENT,
}


@dataclass(slots=True, kw_only=True)
class Fault:
    """One order. Raises ValueError for what cannot be."""

    kind: FaultKind
    on: Occasion | None = None
    """Endings may strike on a connection (the default) or on a response."""
    nth: int = 1
    """From the n-th occasion after the order on."""
    phrase: str | None = None
    """Only when the caller says this."""
    times: int = 1
    chance: float = 1.0
    """How probable a strike is on each occasion, drawn from the server's seed."""
    after_ms: int = 0
    """Endings: how long after the occasion. Stall: how much audio is sent first."""
    for_ms: int = 0
    """How long the slow, late and stalled ones take."""
    close_code: int = 1011
    seen: int = 0

    def __post_init__(self) -> None:
        if min(self.nth, self.times) < 1 or min(self.after_ms, self.for_ms) < 0:
            raise ValueError("nth and times are at least 1, after_ms and for_ms at least 0")
        if not 0 < self.chance <= 1:
            raise ValueError("chance is above 0, at most 1")
        if self.on is None:
            self.on = self._usual_occasion()

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Fault":
        """Read an order. Raises KeyError, TypeError or ValueError for what is not one."""
        on = Occasion(data["on"]) if data.get("on") else None
        return cls(**{**data, "kind": FaultKind(data["kind"]), "on": on})

    def _usual_occasion(self) -> Occasion:
        usual = _USUAL_OCCASION[self.kind]
        spoken_of = usual in {Occasion.CONNECTION, Occasion.RESPONSE}
        return Occasion.ANSWER if self.phrase is not None and spoken_of else usual

    def is_due(self, occasion: Occasion, words: str) -> bool:
        """Count this occasion, if it is one of this fault's, and say whether to strike."""
        if self.on is not occasion or (self.phrase or "").casefold() not in words.casefold():
            return False
        self.seen += 1
        return self.seen >= self.nth


class Faults:
    """The faults on order; the same seed and the same occasions give the same strikes."""

    def __init__(self, seed: int = 0) -> None:
        self._orders: list[Fault] = []
        self._random = Random(seed)

    @property
    def orders(self) -> tuple[Fault, ...]:
        """What is still to strike."""
        return tuple(self._orders)

    def order(self, fault: Fault) -> None:
        """Have *fault* strike."""
        self._orders.append(fault)

    def clear(self) -> None:
        """Heal everything."""
        self._orders.clear()

    def strike(self, occasion: Occasion, words: str = "") -> dict[FaultKind, Fault]:
        """The faults that strike on this *occasion*, when the caller said *words*."""
        struck: dict[FaultKind, Fault] = {}
        for fault in self.orders:
            if fault.kind in struck or not fault.is_due(occasion, words):
                continue
            if self._random.random() >= fault.chance:
                continue
            struck[fault.kind] = fault
            fault.times -= 1
            if fault.times == 0:
                self._orders.remove(fault)
        return struck
