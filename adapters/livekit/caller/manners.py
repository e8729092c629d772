"""How a caller behaves on the phone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How patient the caller is, in seconds.

    *hangover_s*: that much silence ends the agent's turn. *greeting_s*: how long it waits for the
    agent to speak first. *patience_s*: how long an answer may take. *thinking_s*: how long a turn
    that asked for nothing is given to go on. *farewell_s*: how long it stays after its last line.
    """

    hangover_s: float = 0.5
    agent_joins_within_s: float = 30.0
    greeting_s: float = 10.0
    patience_s: float = 15.0
    thinking_s: float = 2.5
    farewell_s: float = 6.0
    longest_call_s: float = 240.0
