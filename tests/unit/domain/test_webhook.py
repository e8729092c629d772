from datetime import UTC, datetime, timedelta

import pytest

from domain.errors import InvalidValueError
from domain.ids import WebhookId
from domain.webhook import (
    BOTH_SECRETS_FOR,
    SigningSecrets,
    WebhookSubscription,
    parse_target,
)
from domain.webhook_events import event_type, known_types, parse_events

NOW = datetime(2030, 1, 1, tzinfo=UTC)


def a_subscription(*events: str) -> WebhookSubscription:
    return WebhookSubscription(
        id=WebhookId("whk_1"),
        url="https://hooks.example/",
        events=events,
        secrets=SigningSecrets(current="whsec_one"),
        created_at=NOW,
    )


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("SessionEnded", "session.ended"),
        ("CallWrappedUp", "call.wrapped_up"),
        ("Ended", "ended"),
        ("session.ended", "session.ended"),
    ],
)
def test_an_event_has_a_public_name(kind: str, name: str) -> None:
    assert event_type(kind) == name


def test_there_is_a_name_for_everything_that_happens() -> None:
    assert {"session.started", "session.ended", "lead.changed"} <= set(known_types())
    assert list(known_types()) == sorted(known_types())


def test_a_name_that_nothing_has_cannot_be_subscribed_to() -> None:
    assert parse_events(["session.ended", "*", "session.ended"]) == ("session.ended", "*")
    for names in ([], ["session.end"], ["*", "SessionEnded"]):
        with pytest.raises(InvalidValueError, match=r"session\.ended"):
            parse_events(names)


def test_a_subscriber_is_told_of_what_it_asked_for() -> None:
    assert a_subscription("session.ended").wants("session.ended")
    assert not a_subscription("session.ended").wants("lead.changed")
    assert a_subscription("*").wants("lead.changed")


def test_a_disabled_subscriber_is_told_of_nothing_until_it_is_enabled() -> None:
    disabled = a_subscription("*").disable("gone")
    assert not disabled.enabled
    assert not disabled.wants("lead.changed")
    assert disabled.enable() == a_subscription("*")


def test_for_a_day_after_a_rotation_both_secrets_are_valid() -> None:
    rotated = a_subscription("*").rotate("whsec_two", now=NOW).secrets
    assert rotated.valid_at(NOW) == ("whsec_two", "whsec_one")
    assert rotated.valid_at(NOW + BOTH_SECRETS_FOR - timedelta(seconds=1))[1:] == ("whsec_one",)
    assert rotated.valid_at(NOW + BOTH_SECRETS_FOR) == ("whsec_two",)


def test_a_second_rotation_ends_the_first_secret() -> None:
    twice = SigningSecrets(current="one").rotated("two", now=NOW).rotated("three", now=NOW)
    assert twice.valid_at(NOW) == ("three", "two")


def test_no_secret_is_in_a_representation() -> None:
    rotated = a_subscription("*").rotate("whsec_two", now=NOW)
    assert "whsec" not in repr(rotated)


def test_a_target_is_an_address_as_it_was_given() -> None:
    for url in ("https://hooks.example/a?b=c", "http://127.0.0.1:9000/x", "https://[::1]:8443/"):
        assert parse_target(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "hooks.example",
        "ftp://hooks.example/",
        "https://",
        "https://[::1",
        "https://h:port/",
        "https://h:0/",
        "https://user:password@hooks.example/",
        "https://hooks.example/#part",
        "https://hooks.example/a b",
        "https://hooks.example/\n",
        "https://hooks.example\\.127.0.0.1/",
        "https://höoks.example/",
        "https://hooks.example/" + "a" * 2_000,
    ],
)
def test_anything_else_is_no_target(url: str) -> None:
    with pytest.raises(InvalidValueError, match="url"):
        parse_target(url)


def test_every_event_can_be_subscribed_to_by_one_name() -> None:
    names = known_types()
    assert {"session.ended", "call.wrapped_up", "lead.changed"} <= set(names)
    assert len(names) == len(set(names))
