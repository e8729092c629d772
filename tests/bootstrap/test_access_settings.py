"""Keys that the configuration names."""

import pytest
from pydantic import ValidationError

from domain.principal import Scope
from entrypoints.bootstrap.settings import Settings

KEY = "a-key-of-24-characters-or-more"


def test_keys_are_kept_hashed_with_their_scopes() -> None:
    settings = Settings(_env_file=None).updated(api_keys=f"ci:{KEY}, desk:{KEY}2:read+erase,")
    ci, desk = settings.static_keys()

    assert ci.name == "ci"
    assert ci.scopes == {Scope.DISPATCH, Scope.READ}
    assert desk.scopes == {Scope.READ, Scope.ERASE}
    assert ci.authenticate(KEY)
    assert not ci.authenticate(f"{KEY}2")
    assert KEY not in repr(settings)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ci", "name:key"),
        (f":{KEY}", "name:key"),
        (f"ci:{KEY}:read:more", "name:key"),
        ("ci:short", "shorter than 24"),
        (f"ci:{KEY}:everything", "scopes are"),
        (f"ci:{KEY},ci:{KEY}2", "twice"),
    ],
)
def test_a_mistake_is_told_without_the_key(text: str, said: str) -> None:
    with pytest.raises(ValidationError, match=said) as told:
        Settings(_env_file=None).updated(api_keys=text)

    assert KEY not in str(told.value.errors()[0]["msg"])
