"""Says contact details aloud: the way back from a value to what a caller might say."""

from collections.abc import Iterator, Mapping

SIGNS: Mapping[str, Mapping[str, str]] = {
    "en": {"@": "at", ".": "dot", "_": "underscore", "-": "dash"},
    "es": {"@": "arroba", ".": "punto", "_": "guion bajo", "-": "guion"},
    "fr": {"@": "arobase", ".": "point", "_": "tiret du bas", "-": "tiret"},
    "de": {"@": "klammeraffe", ".": "punkt", "_": "unterstrich", "-": "bindestrich"},
    "pt": {"@": "arroba", ".": "ponto", "_": "underline", "-": "hífen"},
}
DIGITS: Mapping[str, tuple[str, ...]] = {
    "en": ("oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "es": ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
    "fr": ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    "de": ("null", "eins", "zwo", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"),
    "pt": ("zero", "um", "dois", "três", "quatro", "cinco", "meia", "sete", "oito", "nove"),
}
PLUS = {"en": "plus", "es": "más", "fr": "plus", "de": "plus", "pt": "mais"}
DOUBLE = {"en": "double", "es": "doble", "fr": "double", "de": "doppel", "pt": "duplo"}
AS_IN = {
    "en": ("as in", "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima"),
    "es": ("de", "alicante barcelona carmen dinamarca españa francia granada historia inés"),
    "fr": ("comme", "anatole berthe célestin désiré eugène françois gaston henri irma joseph"),
    "de": ("wie", "anton berta cäsar dora emil friedrich gustav heinrich ida julius kaufmann"),
    "pt": ("de", "ana bola casa dado elefante faca gato hotel igreja janela"),
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "fr": "vingt trente quarante cinquante soixante septante huitante nonante",
}
_BELOW_TWENTY = {
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "es": "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
    "de": "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "pt": "dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove",
    "fr": "dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
}
_JOINT = {"en": " ", "es": " y ", "pt": " e ", "fr": "-"}


def dictated(address: str, language: str) -> str:
    """An e-mail address word by word, in the lower case of a recogniser."""
    signs = SIGNS[language]
    return " ".join("".join(f" {signs[c]} " if c in signs else c for c in address).split())


def spelled(word: str, language: str) -> str:
    """A word letter by letter, each with an example where its alphabet here has one."""
    joint, examples = AS_IN[language]
    by_letter = {example[0]: example for example in examples.split()}
    return ", ".join(
        f"{letter.upper()} {joint} {by_letter[letter]}" if letter in by_letter else letter.upper()
        for letter in word
    )


def one_by_one(digits: str, language: str) -> str:
    """A number digit by digit, with a plus if it has one."""
    words = (PLUS[language] if char == "+" else DIGITS[language][int(char)] for char in digits)
    return " ".join(words)


def with_doubles(digits: str, language: str) -> str:
    """Digit by digit, two equal ones as a double."""
    return " ".join(_doubled(digits, language))


def in_pairs(digits: str, language: str) -> str:
    """Two digits at a time from the right, as cardinals; what begins with zero digit by digit."""
    first = len(digits) % 2
    pairs = [digits[at : at + 2] for at in range(first, len(digits), 2)]
    return ", ".join(_pair(pair, language) for pair in ([digits[0]] if first else []) + pairs)


def _doubled(digits: str, language: str) -> Iterator[str]:
    at = 0
    while at < len(digits):
        is_double = digits[at : at + 2] == digits[at] * 2
        word = DIGITS[language][int(digits[at])]
        yield f"{DOUBLE[language]} {word}" if is_double else word
        at += 2 if is_double else 1


def _pair(pair: str, language: str) -> str:
    if len(pair) == 1 or pair[0] == "0":
        return one_by_one(pair, language)
    if pair[0] == "1":
        return _BELOW_TWENTY[language].split()[int(pair[1])]
    tens, ones = _TENS[language].split()[int(pair[0]) - 2], int(pair[1])
    if not ones:
        return tens
    word = "seis" if language == "pt" and ones == 6 else DIGITS[language][ones]
    if language == "de":
        return f"{ {1: 'ein', 2: 'zwei'}.get(ones, word) }und{tens}"
    if language == "es" and tens == "veinte":
        return f"veinti{word}"
    return f"{tens}{' et ' if language == 'fr' and ones == 1 else _JOINT[language]}{word}"
