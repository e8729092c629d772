"""What callers tell beside their contact details: numbers, dates, corrections."""

from collections.abc import Iterator, Sequence

from domain.insight.cues import Cues
from domain.memory.requests import preferences
from domain.memory.sentences import Sentence, sentences
from domain.transcript import Role, Turn

_FEWEST_WORDS = 4

_OWN = Cues.of(
    r"""
(my|our|the) (\w+) (\w+)? (\w+)? (is|was|are|starts|ends)
(mi|mis|nuestro|nuestra|el|la) (\w+) (de|del)? (\w+)? (es|son|esta)
(mon|ma|mes|notre|nos|le|la) (\w+) (de|du)? (\w+)? (est|sont)
(mein|meine|unser|unsere|der|die|das) (\w+) (\w+)? (ist|lautet|sind)
(meu|minha|meus|nosso|nossa) (\w+) (de|do|da)? (\w+)? (e|sao|fica)
"""
)
_CORRECTIONS = Cues.of(
    r"""
(actually|instead|i meant|i mean|rather than|correction|not on|changed my mind)
(en realidad|mejor dicho|en vez de|quise decir|me equivoque)
(en fait|plutot|au lieu|je voulais dire|je me suis trompe\w*)
(eigentlich|stattdessen|ich meinte|ich meine|sondern)
(na verdade|em vez|ou melhor|quis dizer|me enganei)
"""
)


def details(turns: Sequence[Turn]) -> Iterator[tuple[str, Sentence]]:
    """What the caller tells, in order, each under a key: a later one with the same key replaces it.

    `my order number is` is such a key; other sentences stand for themselves.
    """
    preferred = {one.text for one in preferences(turns)}
    for sentence in sentences(turns, Role.CALLER):
        if len(sentence.heard.words) < _FEWEST_WORDS or sentence.is_question:
            continue
        own = _OWN.first_quote(sentence.heard) if has_figures(sentence) else None
        if own is not None:
            yield own.casefold(), sentence
        elif sentence.text in preferred or _tells(sentence):
            yield sentence.heard.plain, sentence


def has_figures(sentence: Sentence) -> bool:
    """Whether there are figures in it, and words about them too: no bare dictation."""
    words = sentence.heard.words
    figures = [word for word in words if any(char.isdigit() for char in word)]
    return bool(figures) and len(words) - len(figures) >= 3


def _tells(sentence: Sentence) -> bool:
    corrects = next(_CORRECTIONS.find(sentence.heard), None) is not None
    return corrects or has_figures(sentence)
