"""What a scenario is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from entrypoints.bootstrap.scripted_calls import Script
from entrypoints.cli.demo.evidence import Evidence

AgentJson = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedCall:
    """One call: who answers it, as `POST /api/agents` takes it, and what the callers do."""

    agent: AgentJson
    script: Script
    user_id: str = "caller"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """*sentence* is true of a scenario that worked.

    *instead* answers with what was there in its place, None when it shows.
    """

    sentence: str
    instead: Callable[[Evidence], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Calls, one after the other, and what must show in them.

    Calls with agents of one name have the same agent.
    """

    name: str
    title: str
    calls: tuple[PlannedCall, ...]
    checks: tuple[Check, ...]
