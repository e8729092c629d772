import pytest

from domain.addressing import is_addressed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nova, what do you think?", ("Nova",)),
        ("what do you think nowa", ("Nova",)),
        ("Can the front desk help us?", ("Front Desk",)),
        ("Oye Lía, ¿qué hora es?", ("Lía", "Sam")),
    ],
)
def test_a_name_in_a_turn_addresses_its_bearer(text: str, names: tuple[str, ...]) -> None:
    assert is_addressed(text, names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shall we take the later train?", ("Nova",)),
        ("It is over now.", ("Nova",)),
        ("I like jam", ("Jim",)),
        ("Hello?", ("", "Nova")),
    ],
)
def test_other_words_address_nobody(text: str, names: tuple[str, ...]) -> None:
    assert not is_addressed(text, names)
