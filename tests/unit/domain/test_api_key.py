"""API keys: what they open, and until when."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.api_key import ApiKey, PresentedKey, StaticKey, digest_of, parse_presented
from domain.errors import ConflictError, InvalidValueError, NotAuthenticatedError
from domain.ids import ApiKeyId, TenantId
from domain.principal import Scope

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SECRET = "s" * 43


def a_key(**changes: object) -> ApiKey:
    given: dict[str, object] = {
        "id": ApiKeyId("key_1"),
        "tenant": TenantId("acme"),
        "name": "backend",
        "scopes": frozenset({Scope.READ}),
        "digest": digest_of(SECRET),
        "created_at": NOW,
    }
    return ApiKey(**{**given, **changes})  # type: ignore[arg-type]


def test_a_key_tells_whom_it_was_made_for() -> None:
    principal = a_key().authenticate(SECRET, now=NOW)

    assert (principal.subject, principal.tenant) == ("key_1", "acme")
    assert principal.scopes == {Scope.READ}


def test_a_wrong_secret_is_unknown_also_where_the_key_was_revoked() -> None:
    with pytest.raises(NotAuthenticatedError, match="not known"):
        a_key().revoked(NOW).authenticate("t" * 43, now=NOW)


def test_a_key_opens_nothing_from_the_moment_it_expires() -> None:
    key = a_key(expires_at=NOW + timedelta(hours=1))

    key.authenticate(SECRET, now=NOW + timedelta(minutes=59))
    with pytest.raises(NotAuthenticatedError, match="expired"):
        key.authenticate(SECRET, now=NOW + timedelta(hours=1))


def test_a_revoked_key_opens_nothing_and_stays_revoked() -> None:
    key = a_key().revoked(NOW).revoked(NOW + timedelta(days=1))

    assert key.revoked_at == NOW
    with pytest.raises(NotAuthenticatedError, match="revoked"):
        key.authenticate(SECRET, now=NOW)


def test_a_key_that_is_replaced_goes_on_for_a_while_but_not_longer_than_it_would_have() -> None:
    soon, late = NOW + timedelta(hours=1), NOW + timedelta(days=1)

    assert a_key().expiring(late, now=NOW).expires_at == late
    assert a_key(expires_at=soon).expiring(late, now=NOW).expires_at == soon
    with pytest.raises(ConflictError):
        a_key(expires_at=soon).expiring(late, now=late)


@pytest.mark.parametrize(
    "changes",
    [{"name": " "}, {"name": "n" * 101}, {"scopes": frozenset()}, {"expires_at": NOW}],
)
def test_a_key_that_opens_nothing_or_has_no_name_cannot_be(changes: dict[str, object]) -> None:
    with pytest.raises(InvalidValueError):
        a_key(**changes)


def test_what_is_handed_out_is_read_back() -> None:
    given = PresentedKey(id=ApiKeyId("key_01J9Z0"), secret=SECRET)

    assert given.text == f"vak_01J9Z0_{SECRET}"
    assert parse_presented(given.text) == given


@pytest.mark.parametrize(
    "text", ["", "vak_", "vak_1_short", f"key_1_{SECRET}", f"vak_1_{SECRET}\n", f"vak__{SECRET}"]
)
def test_other_texts_are_no_keys(text: str) -> None:
    assert parse_presented(text) is None


def test_neither_a_secret_nor_what_is_kept_of_it_is_in_a_representation() -> None:
    presented = PresentedKey(id=ApiKeyId("key_1"), secret=SECRET)
    static = StaticKey(name="ci", digest=digest_of(SECRET), scopes=frozenset(Scope))

    for one in (presented, a_key(), static):
        assert SECRET not in repr(one)
        assert digest_of(SECRET) not in repr(one)


def test_a_static_key_knows_itself() -> None:
    static = StaticKey(name="ci", digest=digest_of(SECRET), scopes=frozenset({Scope.READ}))

    assert static.authenticate("another") is None
    principal = static.authenticate(SECRET)
    assert principal is not None
    assert principal.subject == "static:ci"
