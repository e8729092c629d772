"""What the agent is told in one call: its instructions, the caller's language, notes on them."""

from application.call_variables import call_variables
from application.use_cases.sessions.live_call.floor import Floor
from domain.agent_config import AgentConfig
from domain.instructions import render
from domain.language import Language
from domain.languages.names import english_name

_LANGUAGE_RULE = (
    "The caller's language is {name}. Speak {name} with them, and hand tools their words as they"
    " said them. Change the language only when they do."
)


class LiveInstructions:
    """Made anew whenever one of its parts changes.

    *notes* is what is remembered of the caller, kept apart from the instructions as the notes
    themselves say; *caller_name* fills the templates' `caller.name`.
    """

    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self.notes = ""
        self.caller_name: str | None = None

    def text(self) -> str:
        """All of it, as the call is now."""
        return self.of(self._floor.agent, self._floor.language)

    def of(self, agent: AgentConfig, language: Language) -> str:
        """All of it, were the agent so, and the call in that language."""
        own = self._rendered(agent.instructions, agent)
        rule = _LANGUAGE_RULE.format(name=english_name(language))
        return "\n\n".join(part for part in (own, rule, self.notes) if part)

    def greeting(self) -> str | None:
        """What the agent says first, if it speaks first."""
        agent = self._floor.agent
        return None if agent.greeting is None else self._rendered(agent.greeting, agent)

    def _rendered(self, template: str, agent: AgentConfig) -> str:
        floor = self._floor
        values = call_variables(floor.session, agent, self.caller_name, floor.clock.now())
        return render(template, values).text
