"""What the brain says, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_SENTENCES = (
    *("greeting", "greeting_by_name", "not_understood", "is_that_right", "speaks", "cannot_say"),
    *("refuses", "remembers", "remembers_not", "in_detail", "thanks", "farewell"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """*ask* and *spell* have a question for each slot; `{name}` is where a name belongs."""

    language: str
    greeting: str
    greeting_by_name: str
    ask: Mapping[str, str]
    spell: Mapping[str, str]
    not_understood: str
    is_that_right: str
    speaks: str
    cannot_say: str
    refuses: str
    remembers: str
    remembers_not: str
    in_detail: str
    thanks: str
    farewell: str


def read_texts(file: str, data: Mapping[str, Any], language: str, slots: list[str]) -> Texts:
    """The texts in *data*. Raises ValueError saying where *file* is wrong."""
    sentences = {key: text_at(file, data, key) for key in _SENTENCES}
    return Texts(
        language=language,
        ask=_questions(file, data, "ask", slots),
        spell=_questions(file, data, "spell", slots),
        **sentences,
    )


def text_at(file: str, data: Mapping[str, Any], key: str, *, under: str = "") -> str:
    """A text that must be there. Raises ValueError."""
    text = data.get(key)
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"{file}: {under}{key} must be a text")
    return text.strip()


def _questions(file: str, data: Mapping[str, Any], key: str, slots: list[str]) -> Mapping[str, str]:
    questions = data.get(key)
    if not isinstance(questions, dict):
        raise ValueError(f"{file}: {key} must be a mapping from slot to question")  # noqa: TRY004
    return {slot: text_at(file, questions, slot, under=f"{key}.") for slot in slots}
