"""What the agent is told in one call: its instructions, the caller's language, notes on them."""

from collections.abc import Callable, Mapping

from application.use_cases.sessions.live_call.floor import Floor
from domain.instructions import render
from domain.languages.names import english_name

_LANGUAGE_RULE = (
    "The caller's language is {name}. Speak {name} with them, and hand tools their words as they"
    " said them. Change the language only when they do."
)


class LiveInstructions:
    """Made anew whenever one of its parts changes.

    *variables* gives the values for the template's names; *notes* is what is remembered of the
    caller, kept apart from the instructions as the notes themselves say.
    """

    def __init__(self, floor: Floor, *, variables: Callable[[], Mapping[str, str]]) -> None:
        self._floor = floor
        self._variables = variables
        self.notes = ""

    def text(self) -> str:
        """All of it."""
        own = render(self._floor.agent.instructions, self._variables()).text
        rule = _LANGUAGE_RULE.format(name=english_name(self._floor.language))
        return "\n\n".join(part for part in (own, rule, self.notes) if part)

    def greeting(self) -> str | None:
        """What the agent says first, if it speaks first."""
        greeting = self._floor.agent.greeting
        return None if greeting is None else render(greeting, self._variables()).text
