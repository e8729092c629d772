"""Whether the caller notices that it was misunderstood."""

import pytest

from adapters.livekit.caller.facts import Facts, Topic, claims_in, compact

FACTS = Facts(name="Sarah Miller", email="sarah.miller@example.com", phone="+14155550134")


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("name", "Sarah Miller, is that right?"),
        ("name", "Sarah Miller: S, A, R, A, H, M, I, L, L, E, R, is that right?"),
        ("email", "sarah dot miller at example dot com, is that right?"),
        ("email", "s, a, r, a, h, dot, m, i, l, l, e, r at example dot com, is that right?"),
        ("email", "I have sarah.miller@example.com."),
        ("phone", "plus one, four one five, five five five, zero one three four, is that right?"),
        ("phone", "That is 415 555 0134, correct?"),
    ],
)
def test_a_true_value_is_found_in_every_spoken_form(topic: Topic, said: str) -> None:
    assert FACTS.are_said_in(said, topic)


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("name", "Sara Miller, is that right?"),
        ("email", "sarah dot milner at example dot com, is that right?"),
        ("phone", "plus one, four one five, five five five, zero one three five, is that right?"),
        ("phone", "one three four, is that right?"),
    ],
)
def test_a_value_that_is_almost_right_is_wrong(topic: Topic, said: str) -> None:
    assert not FACTS.are_said_in(said, topic)


def test_a_claim_is_known_by_its_shape() -> None:
    assert claims_in("sarah dot miller at example dot com, is that right?") == ("email",)
    assert claims_in("four one five, five five five, zero one three four?") == ("phone",)
    assert claims_in("Sarah Miller, is that right?") == ()


def test_signs_and_digits_are_their_names() -> None:
    assert compact("Plus one, O dot Neil at A B C dot org") == "+1o.neil@abc.org"
