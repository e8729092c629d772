"""What a language calls letters, digits and signs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from domain.spoken_form.words import Word, fold

Phrases = Mapping[tuple[str, ...], str]


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """The words of one language that the normaliser knows.

    Keys are phrases in lower case; accents may be left out by a recogniser, so each phrase is also
    known without them unless that would be another phrase.
    """

    language: str
    marks: Mapping[str, str]
    """Signs inside addresses and numbers, by what they are called."""
    letter_names: Mapping[str, str]
    """How letters are pronounced, where recognisers write that out."""
    common_words: frozenset[str]
    """Letters and letter names that are ordinary words too: alone they spell nothing."""
    never_first: frozenset[str] = frozenset()
    """Letters that are a verb or a preposition where a spelling might begin."""
    alphabet: Mapping[str, str]
    """Spelling alphabets: words that stand for their letter when several follow each other."""
    as_in: tuple[str, ...]
    """What joins a letter to its example word."""
    spelling_noise: tuple[str, ...]
    """What may stand before or between spelled letters and means nothing."""
    digits: Mapping[str, str]
    """Digits that the cardinal parser does not know, and zero in all its names."""
    number_words: frozenset[str]
    """Every word that a cardinal may be made of; only these are handed to the parser."""
    multiples: Mapping[str, int]
    """`double`, `triple`: before a digit or a letter."""
    counts: Mapping[str, int]
    """`two`, before the plural of a letter."""
    fillers: tuple[str, ...]
    """Hesitations and remarks on spelling (`all one word`) that belong to no value."""
    repairs: tuple[str, ...]
    """What announces that the last bit is taken back."""
    glosses: tuple[str, ...]
    """What stands between a word and its spelling: `that's`, `spelled`."""
    stops: frozenset[str]
    """Words that end an address to the left: function words, `email`, `is`."""
    copulas: frozenset[str]
    """Of those, the ones right behind which an address begins."""
    extension: tuple[str, ...]
    """What a phone extension is called."""
    phone_noise: tuple[str, ...] = ()
    """What may stand between the digits of a phone number."""

    @cached_property
    def mark_index(self) -> Phrases:
        """Phrases of signs."""
        return _index(self.marks)

    @cached_property
    def letter_index(self) -> Phrases:
        """Phrases of letter names."""
        return _index(self.letter_names)

    @cached_property
    def alphabet_index(self) -> Phrases:
        """Words of spelling alphabets, among them the international one in every language."""
        return _index({**INTERNATIONAL_ALPHABET, **self.alphabet})

    @cached_property
    def as_in_index(self) -> Phrases:
        """Phrases that join a letter to its example."""
        return _set_index(self.as_in)

    @cached_property
    def spelling_noise_index(self) -> Phrases:
        """Phrases without meaning while spelling."""
        return _set_index(self.spelling_noise)

    @cached_property
    def filler_index(self) -> Phrases:
        """Phrases without meaning anywhere."""
        return _set_index(self.fillers)

    @cached_property
    def repair_index(self) -> Phrases:
        """Phrases that take the last bit back."""
        return _set_index(self.repairs)

    @cached_property
    def gloss_index(self) -> Phrases:
        """Phrases between a word and its spelling."""
        return _set_index(self.glosses)

    @cached_property
    def extension_index(self) -> Phrases:
        """Phrases before an extension."""
        return _set_index(self.extension)

    @cached_property
    def phone_noise_index(self) -> Phrases:
        """Phrases without meaning between the digits of a phone number."""
        return _set_index(self.phone_noise)

    @cached_property
    def digit_words(self) -> frozenset[str]:
        """Every word of a number but one that joins two, without accents."""
        joined = {"and", "y", "et", "und", "e", "o"}
        words = {part for name in self.digits for part in name.split()}
        return frozenset(fold(word) for word in self.number_words | words) - joined

    @cached_property
    def digit_index(self) -> Phrases:
        """Names of single digits."""
        return _index(self.digits)


def match(index: Phrases, words: tuple[Word, ...], at: int) -> tuple[str, int] | None:
    """The longest phrase of *index* that starts at *at*: its meaning and its length in words."""
    for length in range(min(5, len(words) - at), 0, -1):
        plain = tuple(word.plain for word in words[at : at + length])
        meaning = index.get(plain)
        if meaning is None:
            meaning = index.get(tuple(fold(part) for part in plain))
        if meaning is not None:
            return meaning, length
    return None


def word_set(text: str) -> frozenset[str]:
    """The words of *text*."""
    return frozenset(text.split())


def _set_index(phrases: Iterable[str]) -> Phrases:
    return _index(dict.fromkeys(phrases, ""))


def _index(phrases: Mapping[str, str]) -> Phrases:
    exact = {tuple(phrase.split()): meaning for phrase, meaning in phrases.items()}
    folded = {tuple(fold(part) for part in key): meaning for key, meaning in exact.items()}
    return {**folded, **exact}


INTERNATIONAL_ALPHABET: Mapping[str, str] = {
    "alpha": "a", "alfa": "a", "bravo": "b", "charlie": "c", "delta": "d", "echo": "e",
    "foxtrot": "f", "golf": "g", "hotel": "h", "india": "i", "juliet": "j", "juliett": "j",
    "kilo": "k", "lima": "l", "mike": "m", "november": "n", "oscar": "o", "papa": "p",
    "quebec": "q", "romeo": "r", "sierra": "s", "tango": "t", "uniform": "u", "victor": "v",
    "whiskey": "w", "whisky": "w", "x-ray": "x", "xray": "x", "x ray": "x", "x - ray": "x",
    "yankee": "y", "zulu": "z",
}  # fmt: skip
