"""All scenarios."""

from entrypoints.cli.demo.scenarios.group import GROUP
from entrypoints.cli.demo.scenarios.hostile import HOSTILE
from entrypoints.cli.demo.scenarios.interruption import INTERRUPTION
from entrypoints.cli.demo.scenarios.memory import MEMORY
from entrypoints.cli.demo.scenarios.multilingual import MULTILINGUAL
from entrypoints.cli.demo.scenarios.rejoin import REJOIN
from entrypoints.cli.demo.scenarios.scenario import Scenario
from entrypoints.cli.demo.scenarios.silence import SILENCE
from entrypoints.cli.demo.scenarios.slow_tool import SLOW_TOOL

SCENARIOS = {
    scenario.name: scenario
    for scenario in (
        MULTILINGUAL,
        INTERRUPTION,
        REJOIN,
        GROUP,
        MEMORY,
        SILENCE,
        SLOW_TOOL,
        HOSTILE,
    )
}


def find_scenario(name: str) -> Scenario | None:
    """The scenario of that name, if there is one."""
    return SCENARIOS.get(name)
