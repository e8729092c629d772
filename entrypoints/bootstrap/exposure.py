"""Who can reach the service, and whether that is meant."""

from ipaddress import ip_address

from entrypoints.bootstrap.settings import Settings, SettingsError


def check_exposure(settings: Settings, *, asks: bool) -> None:
    """Raises SettingsError when others could reach a service that asks nobody who they are.

    *asks*: whether it asks for credentials.
    """
    if asks or settings.auth_mode == "off" or is_loopback(settings.api_server_host):
        return
    raise SettingsError(
        f"API_SERVER_HOST={settings.api_server_host} lets other machines in, and nothing would ask"
        " them who they are. Set API_KEYS, or listen on 127.0.0.1; AUTH_MODE=off if something in"
        " front of the service keeps strangers out."
    )


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach *host*."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
