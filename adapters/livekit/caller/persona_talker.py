"""How a persona answers: by what the agent asks, and truthfully."""

import re

from adapters.livekit.caller.facts import TOPICS, Topic, claims_in
from adapters.livekit.caller.lines import Line
from adapters.livekit.caller.persona import Persona

_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_TOPIC_WORDS: dict[Topic, re.Pattern[str]] = {
    "email": re.compile(r"e-?mail"),
    "phone": re.compile(r"phone|number|reach you|call you"),
    "name": re.compile(r"\bname\b"),
}
_SPELL = re.compile(r"\bspell|letter by letter|one by one|digit by digit")
_READ_BACK = re.compile(
    r"\b(is|was|are) (that|this|it|those) (all )?(right|correct)|\b(right|correct)\?|did i get"
)
_MORE = re.compile(r"(any|some)thing else")
_FAREWELL = re.compile(r"good ?bye|\bbye\b|have a (nice|great|good|lovely) |take care")
_NEED = re.compile(r"help|what can|how can|how may|calling about|\bneed\b|do for you")


class PersonaTalker:
    """Answers questions about its need, name, address and number; says yes to a right read-back
    and corrects a wrong one; takes leave when the agent does.
    """

    def __init__(self, persona: Persona) -> None:
        self._persona = persona
        self._topic: Topic = "name"

    def repertoire(self) -> tuple[Line, ...]:
        """Every line it has."""
        own = self._persona
        keys = ("name", "email", "phone", "yes", "pardon", "nothing_else", "goodbye")
        said = [own.need, *(own.say(key) for key in keys), *own.rules.values()]
        said += [own.spell(topic) for topic in TOPICS] + [own.correct(topic) for topic in TOPICS]
        return tuple(Line(text=text) for text in dict.fromkeys(said))

    def interruption(self) -> Line | None:
        """It lets people finish."""
        return None

    def answer(self, said: str) -> Line | None:
        """The first of its rules that fits; into a silence it asks what was said."""
        text = self._choose(said.lower()) if said else self._persona.say("pardon")
        if text is None:
            return None
        return Line(text=text, is_last=text == self._persona.say("goodbye"))

    def _choose(self, said: str) -> str | None:
        question = _last_question(said)
        for pattern, line in self._persona.rules.items():
            if re.search(pattern, said):
                return line
        if _SPELL.search(question):
            return self._persona.spell(self._note_topic(question, said))
        if "?" in question and _READ_BACK.search(question):
            return self._judge(question)
        return self._answer_question(question, said)

    def _answer_question(self, question: str, said: str) -> str | None:
        if _MORE.search(question):
            return self._persona.say("nothing_else")
        if _FAREWELL.search(said):
            return self._persona.say("goodbye")
        topic = _topic_of(question)
        if topic:
            self._topic = topic
            return self._persona.say(topic)
        return self._persona.need if _NEED.search(question) else None

    def _judge(self, question: str) -> str:
        claimed = claims_in(question) or (_topic_of(question) or self._topic,)
        for topic in claimed:
            self._topic = topic
            if not self._persona.facts.are_said_in(question, topic):
                return self._persona.correct(topic)
        return self._persona.say("yes")

    def _note_topic(self, question: str, said: str) -> Topic:
        self._topic = _topic_of(question) or _topic_of(said) or self._topic
        return self._topic


def _last_question(said: str) -> str:
    sentences = _SENTENCE.split(said)
    questions = [sentence for sentence in sentences if sentence.rstrip().endswith("?")]
    return questions[-1] if questions else said


def _topic_of(text: str) -> Topic | None:
    return next((topic for topic, words in _TOPIC_WORDS.items() if words.search(text)), None)
