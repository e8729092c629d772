"""How much of what people say the rules understand."""

import sys

from domain.memory.matter import matter
from domain.memory.promises import commitments
from tests.unit.memory.lines import MATTERS_OF_CALLS, NOT_PROMISED, PROMISED
from tests.unit.memory.samples import turns

GREETINGS = (
    ("c: Hello.", "c: This is Tom Baker calling."),
    ("c: Hola.", "c: Buenos días, me llamo Ana Ruiz, mucho gusto."),
    ("c: Bonjour.", "c: Je m'appelle Anne Meunier, bonjour madame."),
    ("c: Guten Tag.", "c: Mein Name ist Anna Müller aus Graz."),
    ("c: Olá.", "c: O meu nome é Ana Moreira, bom dia."),
    ("c: My email is sarah at example dot com, please write that down.",),
    ("c: Can you hear me well or should I call again?",),
)


def test_promises_are_understood_and_nothing_else_is_taken_for_one() -> None:
    missed = [text for text in PROMISED if not commitments(turns(f"a: {text}"))]
    invented = [text for text in NOT_PROMISED if commitments(turns(f"a: {text}"))]
    sys.stdout.write(
        f"{len(PROMISED) - len(missed)} of {len(PROMISED)} promises,"
        f" {len(invented)} of {len(NOT_PROMISED)} other sentences taken for one\n"
    )
    assert len(missed) <= len(PROMISED) // 20, missed
    assert invented == []


def test_the_matter_of_a_call_is_found_behind_the_greeting() -> None:
    for text in MATTERS_OF_CALLS:
        found = matter(turns("c: Hello.", "c: My name is Sarah Miller.", f"c: {text}"))
        assert found is not None
        assert found.text == text


def test_greetings_and_introductions_are_no_matter() -> None:
    for said in GREETINGS:
        assert matter(turns(*said)) is None, said
