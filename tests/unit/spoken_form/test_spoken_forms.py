"""What callers say, and the value it gives, in five languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.contact_details import ContactField
from domain.language import Language
from domain.spoken_form import candidates, read_back, reproduces

EMAILS = [
    ("en", "US", "sarah dot miller at gmail dot com", "sarah.miller@gmail.com"),
    ("en", "US", "My email is Sarah.Miller@Gmail.com.", "sarah.miller@gmail.com"),
    ("en", "US", "it's j o h n underscore doe at outlook dot com", "john_doe@outlook.com"),
    ("en", "US", "S-A-R-A-H at gmail dot com", "sarah@gmail.com"),
    ("en", "US", "b as in boy, o, b at example dot org", "bob@example.org"),
    ("en", "US", "bravo oscar bravo at example dot org", "bob@example.org"),
    ("en", "US", "double l e e at yahoo dot com", "llee@yahoo.com"),
    ("en", "US", "mike seven two at hotmail dot com", "mike72@hotmail.com"),
    ("en", "US", "anna nineteen eighty four at gmail dot com", "anna1984@gmail.com"),
    ("en", "US", "info at acme hyphen tools dot co dot uk", "info@acme-tools.co.uk"),
    ("en", "US", "tom at gmail dot com no sorry hotmail dot com", "tom@hotmail.com"),
    ("en", "US", "tom dash h at my company dot io", "tom-h@mycompany.io"),
    ("en", "US", "jane at gmail", "jane@gmail.com"),
    ("es", "ES", "mi correo es ana punto lopez arroba gmail punto com", "ana.lopez@gmail.com"),
    ("es", "ES", "juan guion bajo perez arroba hotmail punto es", "juan_perez@hotmail.es"),
    ("es", "ES", "be de Barcelona, o, be arroba gmail punto com", "bob@gmail.com"),
    ("fr", "FR", "c'est marie point dupont arobase orange point fr", "marie.dupont@orange.fr"),
    ("fr", "FR", "jean tiret bas luc arobase gmail point com", "jean_luc@gmail.com"),
    ("de", "DE", "max punkt mustermann at web punkt de", "max.mustermann@web.de"),
    ("de", "DE", "anna unterstrich klein klammeraffe gmx punkt de", "anna_klein@gmx.de"),
    ("pt", "BR", "joao ponto silva arroba gmail ponto com", "joao.silva@gmail.com"),
    ("pt", "BR", "ana underline costa arroba uol ponto com ponto br", "ana_costa@uol.com.br"),
    ("en", "US", "sarah dot smith no sorry dot smythe at gmail dot com", "sarah.smythe@gmail.com"),
    ("en", "US", "anna twelve no sorry thirteen at gmail dot com", "anna13@gmail.com"),
    ("en", "US", "john no wait jon at gmail dot com", "jon@gmail.com"),
    ("en", "US", "tom dot smith no sorry smyth at gmail dot com", "tom.smyth@gmail.com"),
    ("en", "US", "miller that's m i l l e r at gmail dot com", "miller@gmail.com"),
    ("en", "US", "bob at acme dot c o m", "bob@acme.com"),
    ("en", "US", "bob at acme dot co dot u k", "bob@acme.co.uk"),
    ("en", "US", "write to info@acme.foo please", "info@acme.foo"),
    ("en", "US", "the email is the smith at gmail dot com", "thesmith@gmail.com"),
    ("en", "US", "um, sarah, uh, dot, miller at, gmail dot com", "sarah.miller@gmail.com"),
    ("en", "US", "sarah. dot miller at gmail. com", "sarah.miller@gmail.com"),
    ("en", "US", "s. a. m. at gmail dot com", "sam@gmail.com"),
    ("en", "US", "tom at gmail dot com no sorry at um hotmail dot com", "tom@hotmail.com"),
    ("en", "US", "b, as in boy, o, b, at g mail dot com", "bob@gmail.com"),
    ("en", "US", "sam at proton mail dot com", "sam@protonmail.com"),
    ("en", "US", "two l's and e at gmail dot com", "lle@gmail.com"),
    ("de", "DE", "doppel s a m ät gmx punkt net", "ssam@gmx.net"),
    ("de", "DE", "b wie Berta o b ät gmx punkt de", "bob@gmx.de"),
    ("es", "ES", "dos eles a ene arroba gmail punto com", "llan@gmail.com"),
    ("pt", "BR", "dois eles a arroba gmail ponto com", "lla@gmail.com"),
    ("fr", "FR", "deux l e arobase gmail point com", "lle@gmail.com"),
]
PHONES = [
    ("en", "US", "my number is four one five five five five zero one three four", "+14155550134"),
    ("en", "US", "415-555-0134", "+14155550134"),
    ("en", "US", "It's (415) 555 0134.", "+14155550134"),
    ("en", "US", "four one five, triple five, oh one three four", "+14155550134"),
    ("en", "US", "plus one four one five five five five zero one three four", "+14155550134"),
    ("en", "GB", "oh two oh seven nine four six oh nine five eight", "+442079460958"),
    (
        "en",
        "GB",
        "plus forty four twenty seventy nine forty six oh nine fifty eight",
        "+442079460958",
    ),
    ("en", "GB", "zero seven seven double oh nine hundred one two three", "+447700900123"),
    ("en", "US", "eight hundred five five five oh one nine nine", "+18005550199"),
    ("es", "ES", "mi telefono es seis uno dos tres cuatro cinco seis siete ocho", "+34612345678"),
    (
        "es",
        "ES",
        "seiscientos doce treinta y cuatro cincuenta y seis setenta y ocho",
        "+34612345678",
    ),
    ("fr", "FR", "zéro six douze trente-quatre cinquante-six soixante-dix-huit", "+33612345678"),
    ("fr", "FR", "06 12 34 56 78", "+33612345678"),
    ("de", "DE", "null eins sieben eins drei neun zwei null null eins zwei", "+491713920012"),
    ("de", "DE", "0171 3920012", "+491713920012"),
    ("pt", "BR", "onze nove oito sete meia cinco quatro três dois um", "+5511987654321"),
    (
        "en",
        "US",
        "four one five five five five zero one three four extension twelve",
        "+14155550134",
    ),
    (
        "en",
        "US",
        "four one five five five five zero one three four no sorry zero one three five",
        "+14155550135",
    ),
    ("en", "US", "415 555 0134, no wait, 415 555 0199", "+14155550199"),
    (
        "en",
        "US",
        "four one five no sorry four one six five five five zero one three four",
        "+14165550134",
    ),
    ("en", "US", "one eight hundred five five five zero one nine nine", "+18005550199"),
    (
        "en",
        "US",
        "area code four one five, then five five five, then zero one thirty four",
        "+14155550134",
    ),
    (
        "fr",
        "FR",
        "zéro six quatre-vingt-douze trente-quatre cinquante-six soixante-dix-huit",
        "+33692345678",
    ),
    (
        "es",
        "ES",
        "seis doce, trescientos cuarenta y cinco, seiscientos setenta y ocho",
        "+34612345678",
    ),
    ("es", "ES", "novecientos doce tres cuatro cinco seis siete ocho", "+34912345678"),
    ("de", "DE", "null eins sieben eins neununddreißig zwanzig null zwölf", "+491713920012"),
    (
        "pt",
        "BR",
        "onze noventa e oito setenta e seis cinquenta e quatro trinta e dois um",
        "+5511987654321",
    ),
]
NAMES = [
    ("en", "US", "that's M I L L E R", "Miller"),
    ("en", "US", "S as in Sam, A, M", "Sam"),
]
ENGLISH = Language("en")


def values(kind: ContactField, text: str, *, language: str, region: str) -> list[str]:
    found = candidates(text, language=Language(language), region=region)
    return [candidate.value for candidate in found if candidate.kind is kind]


@pytest.mark.parametrize(("language", "region", "text", "value"), EMAILS)
def test_a_dictated_address_is_read(language: str, region: str, text: str, value: str) -> None:
    assert value in values(ContactField.EMAIL, text, language=language, region=region)


@pytest.mark.parametrize(("language", "region", "text", "value"), PHONES)
def test_a_dictated_number_is_read(language: str, region: str, text: str, value: str) -> None:
    assert value in values(ContactField.PHONE, text, language=language, region=region)


@pytest.mark.parametrize(("language", "region", "text", "value"), NAMES)
def test_a_spelled_name_is_read(language: str, region: str, text: str, value: str) -> None:
    assert value in values(ContactField.NAME, text, language=language, region=region)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "it costs two hundred dollars",
        "call me at nine",
        "at dot com",
        "I will be there at eight thirty",
        "my order number is one two three four five six seven eight nine",
        "meet me at the station dot",
        "nobody at nowhere",
        "sam at dot com",
        "john..doe@gmail.com",
        "sam at the big blue house of the north dot com",
        "four one five five five five zero one three",
        "it is the nineteenth of march nineteen eighty four",
    ],
)
def test_what_is_no_contact_detail_gives_neither_address_nor_number(text: str) -> None:
    found = candidates(text, language=ENGLISH, region="US")
    assert [one for one in found if one.kind is not ContactField.NAME] == []


def test_a_candidate_names_the_characters_that_say_it() -> None:
    text = "Sure, it's sarah dot miller at gmail dot com, thanks"
    (found,) = candidates(text, language=ENGLISH, region="US")
    assert text[found.start : found.end] == "sarah dot miller at gmail dot com"


def test_a_value_over_two_turns_is_found_in_both() -> None:
    turns = ["S-A-R-A-H dot miller", "at gmail dot com"]
    found = reproduces(
        ContactField.EMAIL, "sarah.miller@gmail.com", turns, language=ENGLISH, region="US"
    )
    assert found is not None
    assert found.spelled


def test_a_value_in_a_later_turn_is_placed_there() -> None:
    turns = ["My name is Sarah.", "It is 415 555 0134."]
    found = reproduces(ContactField.PHONE, "+14155550134", turns, language=ENGLISH, region="US")
    assert found is not None
    assert "\n".join(turns)[found.start : found.end] == "415 555 0134"


def test_what_was_not_said_is_not_found() -> None:
    turns = ["My name is Sarah Miller."]
    for kind, value in (
        (ContactField.EMAIL, "sarah@gmail.com"),
        (ContactField.PHONE, "+14155550134"),
        (ContactField.NAME, "Sarah Muller"),
        (ContactField.COMPANY, "Acme"),
    ):
        assert reproduces(kind, value, turns, language=ENGLISH, region="US") is None


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (["My name is Sarah Miller."], "Sarah Miller"),
        (["It's Sarah", "M I L L E R"], "Sarah Miller"),
        (["soy Zoë Müller"], "Zoe Müller"),
    ],
)
def test_a_name_is_found_said_or_spelled(turns: list[str], value: str) -> None:
    found = reproduces(ContactField.NAME, value, turns, language=ENGLISH, region="US")
    assert found is not None


# Two lone letters that are words as well ("a", "i") are left to the sentence around them.
LOCALS = st.from_regex(r"[bdfghkpt][b-z]{3,7}([._-][b-z]{3,7})?", fullmatch=True)
HOSTS = st.sampled_from(["gmail.com", "outlook.com", "example.org", "web.de"])


@given(local=LOCALS, host=HOSTS)
def test_an_address_spelled_letter_by_letter_comes_back(local: str, host: str) -> None:
    signs = {".": "dot", "_": "underscore", "-": "dash"}
    spelled = " ".join(signs.get(char, char.upper()) for char in local)
    text = f"{spelled} at {host.replace('.', ' dot ')}"
    assert f"{local}@{host}" in values(ContactField.EMAIL, text, language="en", region="US")


DIGITS = {
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    "es": ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
    "fr": ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"],
    "de": ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
    "pt": ["zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove"],
}


@given(language=st.sampled_from(sorted(DIGITS)), last=st.from_regex(r"[0-9]{4}", fullmatch=True))
def test_a_number_said_digit_by_digit_comes_back(language: str, last: str) -> None:
    said = " ".join(DIGITS[language][int(digit)] for digit in f"415555{last}")
    assert f"+1415555{last}" in values(ContactField.PHONE, said, language=language, region="US")


@given(last=st.from_regex(r"[0-9]{4}", fullmatch=True))
def test_a_read_back_says_the_value_it_asks_about(last: str) -> None:
    for attempt in (1, 2):
        asked = read_back(ContactField.PHONE, f"+1415555{last}", language=ENGLISH, attempt=attempt)
        assert asked.endswith("is that right?")
        assert f"+1415555{last}" in values(ContactField.PHONE, asked, language="en", region="US")
