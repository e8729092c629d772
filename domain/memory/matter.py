"""What a call is about: where the caller comes to the point."""

from collections.abc import Sequence

from domain.insight.cues import Cues
from domain.memory.requests import refuses_memory, requests
from domain.memory.sentences import Sentence, sentences
from domain.transcript import Role, Turn

_FEWEST_WORDS = 5

# Greetings are short; what is left are people who say who they are, spell it, or hear badly.
_ABOUT_THEMSELVES = Cues.of(
    r"""
(name|names|surname|address|number|email|e mail|mail) (is|are|was|would be)
(i'm|i am) called
(this|it|that) is \w+ (\w+)? (speaking|calling|here)
(spelled|spelt|spelling|it's spelled|with an? \w)
(me llamo|mi nombre|mi apellido|mi correo|mi telefono|mi numero)
(je m'appelle|mon nom|mon adresse|mon numero|mon mail|mon email)
(ich heisse|mein name|meine nummer|meine telefonnummer|meine adresse|meine e mail)
(meu nome|me chamo|chamo me|meu numero|meu telefone|meu e mail|meu email)
(dot|punto|punkt|ponto|arroba|arobase|klammeraffe) (com|net|org|es|fr|de|pt|br)?
(can|could) you (hear|repeat|say that|spell|speak)
(puede|podria) (repetir|hablar|oirme)
(vous)? (pouvez|pourriez) (vous)? (repeter|parler|m'entendre)
(konnen|konnten) sie (das|mich)? (wiederholen|sprechen|horen)
(pode|poderia) (repetir|falar|me ouvir)
"""
)


def matter(turns: Sequence[Turn]) -> Sentence | None:
    """The first request, or what the caller says before it and is not about themselves."""
    asked = next(requests(turns), None)
    for sentence in sentences(turns, Role.CALLER):
        if sentence == asked or _says_something(sentence):
            return sentence
    return None


def _says_something(sentence: Sentence) -> bool:
    words = [word for word in sentence.heard.words if word.isalpha() and len(word) > 1]
    if len(words) < _FEWEST_WORDS or refuses_memory((sentence.turn,)):
        return False
    return next(_ABOUT_THEMSELVES.find(sentence.heard), None) is None
