"""Who may reach a service that asks nobody who they are."""

import pytest

from entrypoints.bootstrap.exposure import check_exposure, is_loopback
from entrypoints.bootstrap.settings import Settings, SettingsError


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_this_machine_may(host: str) -> None:
    assert is_loopback(host)
    check_exposure(Settings(_env_file=None, api_server_host=host), asks=False)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "voice.example.com", ""])  # noqa: S104
def test_others_may_not_unless_told(host: str) -> None:
    with pytest.raises(SettingsError, match="AUTH_MODE=off"):
        check_exposure(Settings(_env_file=None, api_server_host=host), asks=False)

    check_exposure(Settings(_env_file=None, api_server_host=host, auth_mode="off"), asks=False)
    check_exposure(Settings(_env_file=None, api_server_host=host), asks=True)
