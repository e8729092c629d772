"""One module of data per language."""

from domain.language import Language
from domain.spoken_form.lexicons.de import GERMAN
from domain.spoken_form.lexicons.en import ENGLISH
from domain.spoken_form.lexicons.es import SPANISH
from domain.spoken_form.lexicons.fr import FRENCH
from domain.spoken_form.lexicons.lexicon import Lexicon
from domain.spoken_form.lexicons.pt import PORTUGUESE

_BY_LANGUAGE = {
    lexicon.language: lexicon for lexicon in (ENGLISH, SPANISH, FRENCH, GERMAN, PORTUGUESE)
}


def lexicon_for(language: Language) -> Lexicon:
    """The lexicon of *language*; English for languages we have none for."""
    return _BY_LANGUAGE.get(language, ENGLISH)
