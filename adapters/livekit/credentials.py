"""Where LiveKit is, and how we sign for it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveKitCredentials:
    """*url* may be `ws`, `wss`, `http` or `https`; the secret stays out of representations."""

    url: str
    api_key: str
    api_secret: str = field(repr=False)

    @property
    def http_url(self) -> str:
        """Where the server API answers."""
        return "http" + self.url.removeprefix("ws") if self.url.startswith("ws") else self.url
