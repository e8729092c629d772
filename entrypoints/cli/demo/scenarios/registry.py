"""All scenarios."""

from entrypoints.cli.demo.scenarios.group import GROUP
from entrypoints.cli.demo.scenarios.interruption import INTERRUPTION
from entrypoints.cli.demo.scenarios.rejoin import REJOIN
from entrypoints.cli.demo.scenarios.scenario import Scenario
from entrypoints.cli.demo.scenarios.silence import SILENCE

SCENARIOS = {scenario.name: scenario for scenario in (INTERRUPTION, REJOIN, GROUP, SILENCE)}


def find_scenario(name: str) -> Scenario | None:
    """The scenario of that name, if there is one."""
    return SCENARIOS.get(name)
