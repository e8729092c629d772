"""An agent's configuration over HTTP."""

from entrypoints.http.schemas.agent_config.fields import ConfigFields

__all__ = ["ConfigFields"]
