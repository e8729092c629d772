"""The door of the normaliser."""

from domain.language import Language
from domain.spoken_form.candidate import Candidate
from domain.spoken_form.emails import read_emails
from domain.spoken_form.lexicons import lexicon_for
from domain.spoken_form.phones import read_phones
from domain.spoken_form.spelled_names import read_spelled_names
from domain.spoken_form.symbols import read_symbols


def candidates(text: str, *, language: Language, region: str) -> tuple[Candidate, ...]:
    """Every value that *text* can be heard to give, in the order of the text.

    Turns joined by a newline are read as one: a value may go on behind it. Which candidate is
    meant, and whose it is, is for others to decide.
    """
    lexicon = lexicon_for(language)
    symbols = read_symbols(text, lexicon)
    found = (
        *read_emails(symbols, lexicon),
        *read_phones(symbols, lexicon, region),
        *read_spelled_names(symbols),
    )
    return tuple(sorted(found, key=lambda candidate: (candidate.start, candidate.end)))
