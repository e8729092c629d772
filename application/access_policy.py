"""Whether who asks has to say who they are."""

from dataclasses import dataclass
from enum import StrEnum


class AuthMode(StrEnum):
    """What was configured: as soon as there is a credential to ask for, never, or always."""

    AUTO = "auto"
    OFF = "off"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPolicy:
    """*configured* says whether the configuration names keys, or who signs users' tokens."""

    mode: AuthMode
    configured: bool

    async def asks(self) -> bool:
        """Whether a credential is asked for."""
        if self.mode is AuthMode.AUTO:
            return self.configured
        return self.mode is AuthMode.REQUIRED
