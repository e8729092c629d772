"""Faults that a test or an operator orders, each as often as told, then healed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class FaultKind(StrEnum):
    """What can go wrong on order."""

    REFUSE_401 = "refuse_401"
    REFUSE_429 = "refuse_429"
    SESSION_EXPIRED = "session_expired"
    DROP = "drop"
    CLOSE = "close"
    RATE_LIMIT = "rate_limit"
    QUOTA = "quota"
    COLLISION = "collision"
    SLOW_FIRST_TOKEN = "slow_first_token"  # noqa: S105 (no password)
    NO_RESPONSE = "no_response"
    STALL = "stall"
    NO_RESPONSE_DONE = "no_response_done"
    LATE_TRANSCRIPTION = "late_transcription"
    FAILED_TRANSCRIPTION = "failed_transcription"
    MISSING_TRANSCRIPTION = "missing_transcription"
    MALFORMED_JSON = "malformed_json"
    UNKNOWN_EVENT = "unknown_event"
    DUPLICATE_EVENT = "duplicate_event"


@dataclass(slots=True, kw_only=True)
class Fault:
    """Spares *after* occasions, then strikes *times* times; *delay_ms* is for those that wait."""

    kind: FaultKind
    after: int = 0
    times: int = 1
    delay_ms: int = 0
    close_code: int = 1011

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Fault":
        """Raises ValueError or TypeError for what is not a fault."""
        return cls(**{**data, "kind": FaultKind(data["kind"])})


class Faults:
    """The faults on order."""

    def __init__(self) -> None:
        self._orders: list[Fault] = []

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

    def strike(self, *kinds: FaultKind) -> Fault | None:
        """The fault of one of *kinds* that strikes on this occasion, if any."""
        for fault in self._orders:
            if fault.kind not in kinds:
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            fault.times -= 1
            if fault.times <= 0:
                self._orders.remove(fault)
            return fault
        return None
