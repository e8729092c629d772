"""Whatever is said aloud, in any language and style, is read back as the value that it was."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.contact_details import ContactField
from domain.language import Language
from domain.spoken_form import candidates
from tests.unit.spoken_form import speaking

LANGUAGES = ["en", "es", "fr", "de", "pt"]
WORDS = ["becker", "silva", "moreau", "carter", "lehmann", "quintana", "ferreira", "garnier"]
HOSTS = ["gmail.com", "brightwater-labs.io", "web.de", "orange.fr", "uol.com.br"]

# By region: the country code, the trunk zero that is said at home, and numbers in use there.
PLANS = {
    "US": ("1", "", r"415555[0-9]{4}"),
    "GB": ("44", "0", r"207946[0-9]{4}"),
    "ES": ("34", "", r"612[0-9]{6}"),
    "FR": ("33", "0", r"612[0-9]{6}"),
    "DE": ("49", "0", r"171[0-9]{7}"),
    "BR": ("55", "", r"1198[0-9]{7}"),
    "PT": ("351", "", r"912[0-9]{6}"),
}
AT_HOME = [
    ("en", "US"),
    ("en", "GB"),
    ("es", "ES"),
    ("fr", "FR"),
    ("de", "DE"),
    ("pt", "BR"),
    ("pt", "PT"),
]

Style = Callable[[str, str], str]

ADDRESSES = st.builds(
    "{0}{1}{2}{3}@{4}".format,
    st.sampled_from(WORDS),
    st.sampled_from([".", "_", "-"]),
    st.sampled_from(WORDS),
    st.from_regex(r"([1-9][0-9])?", fullmatch=True),
    st.sampled_from(HOSTS),
)


def heard(kind: ContactField, text: str, *, language: str, region: str) -> list[str]:
    found = candidates(text, language=Language(language), region=region)
    return [candidate.value for candidate in found if candidate.kind is kind]


@settings(max_examples=100, deadline=None)
@given(language=st.sampled_from(LANGUAGES), address=ADDRESSES)
def test_a_dictated_address_comes_back(language: str, address: str) -> None:
    said = speaking.dictated(address, language)

    assert address in heard(ContactField.EMAIL, said, language=language, region="US")


@settings(max_examples=100, deadline=None)
@given(language=st.sampled_from(LANGUAGES), address=ADDRESSES)
def test_a_dictated_address_comes_back_from_a_punctuated_transcript(
    language: str, address: str
) -> None:
    said = speaking.dictated(address, language).capitalize() + "."

    assert address in heard(ContactField.EMAIL, said, language=language, region="US")


@settings(max_examples=100, deadline=None)
@given(
    language=st.sampled_from(LANGUAGES),
    local=st.from_regex(r"[bdfghkpt][b-z]{3,7}", fullmatch=True),
    host=st.sampled_from(HOSTS),
)
def test_an_address_spelled_with_examples_comes_back(language: str, local: str, host: str) -> None:
    said = f"{speaking.spelled(local, language)} {speaking.dictated(f'@{host}', language)}"

    assert f"{local}@{host}" in heard(ContactField.EMAIL, said, language=language, region="US")


@settings(max_examples=100, deadline=None)
@given(
    language=st.sampled_from(LANGUAGES), name=st.from_regex(r"[bdfghkpt][b-z]{3,7}", fullmatch=True)
)
def test_a_name_spelled_with_examples_comes_back(language: str, name: str) -> None:
    said = speaking.spelled(name, language)

    assert name.capitalize() in heard(ContactField.NAME, said, language=language, region="US")


@settings(max_examples=50, deadline=None)
@pytest.mark.parametrize(
    "style",
    [speaking.one_by_one, speaking.with_doubles, speaking.in_pairs],
    ids=lambda s: s.__name__,
)
@pytest.mark.parametrize(("language", "region"), AT_HOME)
@given(data=st.data())
def test_a_number_said_as_at_home_comes_back(
    style: Style, language: str, region: str, data: st.DataObject
) -> None:
    code, trunk, shape = PLANS[region]
    number = data.draw(st.from_regex(shape, fullmatch=True))

    said = style(trunk + number, language)

    assert f"+{code}{number}" in heard(ContactField.PHONE, said, language=language, region=region)


@settings(max_examples=100, deadline=None)
@given(language=st.sampled_from(LANGUAGES), region=st.sampled_from(sorted(PLANS)), data=st.data())
def test_a_number_with_its_country_comes_back_on_a_line_elsewhere(
    language: str, region: str, data: st.DataObject
) -> None:
    code, _, shape = PLANS[region]
    number = data.draw(st.from_regex(shape, fullmatch=True))

    said = speaking.one_by_one(f"+{code}{number}", language)

    assert f"+{code}{number}" in heard(ContactField.PHONE, said, language=language, region="AT")
