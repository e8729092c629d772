"""Who asks, and whether they have to say so."""

from dependency_injector import providers

from application.access_policy import AccessPolicy, AuthMode
from application.use_cases.access.authenticate import Authenticate
from domain.api_key import StaticKey
from entrypoints.bootstrap.settings import Settings
from entrypoints.bootstrap.wiring.foundation import Foundation


def _static_keys(settings: Settings) -> tuple[StaticKey, ...]:
    return settings.static_keys()


def make_access_policy(settings: Settings) -> AccessPolicy:
    """Whether credentials are asked for, as the settings have it."""
    return AccessPolicy(mode=AuthMode(settings.auth_mode), configured=bool(settings.api_keys))


class AccessWiring(Foundation):
    """Credentials: which there are, and who shows them."""

    access_policy = providers.Singleton[AccessPolicy](make_access_policy, Foundation.settings)
    authenticate = providers.Singleton[Authenticate](
        Authenticate, static_keys=providers.Callable(_static_keys, Foundation.settings)
    )
