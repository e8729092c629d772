"""Domain events as durable work: stored with the state they report, told to whoever follows."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime

from application.ports.work_queue import Job, Json
from domain.events import DomainEvent

EVENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEvent:
    """A domain event as it was stored; *id* is the same however often it is handled.

    *payload* has the event's own fields in camel case, `kind` and `occurredAt`.
    """

    id: str
    kind: str
    payload: Mapping[str, Json]

    @property
    def occurred_at(self) -> datetime:
        """When it happened."""
        return datetime.fromisoformat(str(self.payload["occurredAt"]))


def event_job(event: DomainEvent, event_id: str) -> Job:
    """The work of telling *event* to whoever follows."""
    payload = {_camel(one.name): _plain(getattr(event, one.name)) for one in fields(event)}
    return Job(
        kind=EVENT,
        key=f"{EVENT}:{event_id}",
        payload={**payload, "kind": type(event).__name__},
    )


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def _plain(value: object) -> Json:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if value is None or isinstance(value, int | float):
        return value
    return str(value)
