"""Transcripts in a script that nobody on the call would have used."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language import Language
from domain.scripts import Script, letters_by_script, scripts_of, wrong_script

FOREIGN_TO_LATIN = [
    "시청해주셔서 감사합니다",
    "Продолжение следует...",
    "شكرا لكم على المشاهدة",
    "देखने के लिए धन्यवाद",
    "ご視聴ありがとうございました",
    "请不吝点赞订阅",
    "ευχαριστώ πολύ",
    "תודה רבה",
    "ขอบคุณค่ะ",
    "გმადლობთ",
    "ok, 네 감사합니다",
    "ⴰⵣⵓⵍ",
]
AT_HOME = [
    ("en es", "Muchas gracias, señorita Núñez."),
    ("en es", "4155550134"),
    ("en es", "…?!"),
    ("en es", "👍🎉 100 €"),
    ("en es", ""),
    ("en es", "My name is Ольга, with an O."),
    ("en", "5 µm, nº 3, ½ ²"),
    ("el", "Καλημέρα, θέλω ένα ραντεβού."),
    ("el", "Microsoft"),
    ("el", "ok bye"),
    ("el", "maria@example.gr ή www.example.gr/el"),
    ("uk", "Добрий день, у мене питання щодо рахунку."),
    ("sr", "Добар дан, како сте?"),
    ("sr", "Dobar dan, kako ste vi danas?"),
    ("ja", "予約をキャンセルしたいです。"),
    ("ja", "ソニーのカメラ"),
    ("ko", "안녕하세요, 예약하고 싶어요"),
    ("zh", "你好，我想预约"),
    ("en ar", "أريد حجز موعد"),
    ("xx", "whatever this is"),
]
NOT_AT_HOME = [
    ("el", "thank you for watching this video"),
    ("ja", "thanks for watching everybody, bye"),
    ("ru", "Ευχαριστώ"),
    ("uk", "see you in the next video"),
    ("zh", "ありがとうございました"),
    ("ko", "ありがとう"),
]


def languages(tags: str) -> list[Language]:
    return [Language(tag) for tag in tags.split()]


@pytest.mark.parametrize("text", FOREIGN_TO_LATIN)
def test_other_scripts_are_suspect_on_an_english_and_spanish_call(text: str) -> None:
    assert wrong_script(text, languages("en es"))


@pytest.mark.parametrize(("tags", "text"), AT_HOME)
def test_a_script_of_the_agents_languages_is_not_suspect(tags: str, text: str) -> None:
    assert not wrong_script(text, languages(tags))


@pytest.mark.parametrize(("tags", "text"), NOT_AT_HOME)
def test_a_sentence_in_a_script_of_none_of_them_is(tags: str, text: str) -> None:
    assert wrong_script(text, languages(tags))


def test_a_language_may_use_several_scripts() -> None:
    assert scripts_of(Language("ja")) == {Script.HAN, Script.HIRAGANA, Script.KATAKANA}
    assert scripts_of(Language("sr")) == {Script.CYRILLIC, Script.LATIN}
    assert scripts_of(Language("sw")) == {Script.LATIN}


def test_letters_are_counted_however_they_are_encoded() -> None:
    assert letters_by_script(unicodedata.normalize("NFC", "Núñez")) == {Script.LATIN: 5}
    assert letters_by_script(unicodedata.normalize("NFD", "Núñez")) == {Script.LATIN: 5}
    assert letters_by_script("ﬀ Ｗｉｄｅ ｱ") == {Script.LATIN: 6, Script.KATAKANA: 1}


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert not wrong_script(text, languages("en")) or letters_by_script(text)
