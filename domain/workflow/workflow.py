"""A workflow: data that anybody may read, change, and take back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from domain.errors import InvalidValueError
from domain.ids import WorkflowId, parse_name
from domain.workflow.actions import Action, StartWorkflow
from domain.workflow.conditions import Condition, check_conditions
from domain.workflow.triggers import Occurrence, Trigger

MOST_STEPS = 50
MOST_TRIGGERS = 20
MOST_ATTEMPTS = 10
LONGEST_STEP_S = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do; passed over unless *when* holds.

    An attempt may take *timeout* seconds; after *attempts* that failed, the run has failed.
    """

    name: str
    action: Action
    when: Condition | None = None
    timeout: int = 10
    attempts: int = 5

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidValueError("name of a step must not be empty")
        if not 1 <= self.timeout <= LONGEST_STEP_S:
            raise InvalidValueError(f"{self.name}: timeout must be 1 to {LONGEST_STEP_S} seconds")
        if not 1 <= self.attempts <= MOST_ATTEMPTS:
            raise InvalidValueError(f"{self.name}: attempts must be 1 to {MOST_ATTEMPTS}")
        if self.when is not None:
            check_conditions((self.when,), what=f"{self.name}: when")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkflowConfig:
    """What starts it, when *conditions* all hold, and what it does, step by step.

    Raises InvalidValueError for what no run could work with.
    """

    name: str
    triggers: tuple[Trigger, ...]
    steps: tuple[Step, ...]
    conditions: tuple[Condition, ...] = ()
    enabled: bool = True

    def __post_init__(self) -> None:
        parse_name(self.name, what="name")
        if not 1 <= len(self.steps) <= MOST_STEPS:
            raise InvalidValueError(f"steps must be 1 to {MOST_STEPS}")
        if len(self.triggers) > MOST_TRIGGERS:
            raise InvalidValueError(f"triggers must be at most {MOST_TRIGGERS}")
        names = [step.name for step in self.steps]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise InvalidValueError(f"several steps are called {', '.join(twice)}")
        check_conditions(self.conditions, what="conditions")

    @property
    def starts(self) -> tuple[str, ...]:
        """The names of the workflows that it starts."""
        actions = (step.action for step in self.steps)
        return tuple(one.name for one in actions if isinstance(one, StartWorkflow))


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow:
    """A workflow as it is kept; *version* counts its changes."""

    id: WorkflowId
    version: int
    config: WorkflowConfig
    changed_at: datetime

    @property
    def name(self) -> str:
        """What agents and other workflows call it."""
        return self.config.name

    @property
    def tag(self) -> str:
        """Differs whenever the workflow does."""
        return str(self.version)

    def changed(self, config: WorkflowConfig, *, now: datetime) -> "Workflow":
        """The version after this one; runs go on with theirs."""
        return replace(self, version=self.version + 1, config=config, changed_at=now)

    def starts_on(self, occurrence: Occurrence) -> bool:
        """Whether it is enabled, and one of its triggers waits for that."""
        of_kind = (one for one in self.config.triggers if one.type == occurrence.kind)
        return self.config.enabled and any(one.wants(occurrence) for one in of_kind)


def check_no_loop(config: WorkflowConfig, others: Iterable[WorkflowConfig]) -> None:
    """Raises InvalidValueError when *config* would, by way of whomever, start itself again."""
    starts = {one.name: one.starts for one in others} | {config.name: config.starts}
    way = _way_back(config.name, starts)
    if way:
        raise InvalidValueError(f"that would never end: {' starts '.join(way)}")


def _way_back(name: str, starts: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    ways: list[tuple[str, ...]] = [(name,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for following in starts.get(way[-1], ()):
            if following == name:
                return (*way, name)
            if following not in seen:
                seen.add(following)
                ways.append((*way, following))
    return ()
