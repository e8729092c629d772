"""Tools that live elsewhere, as a call uses them."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from domain.agent_config import AgentConfig
from domain.tool import ToolDefinition


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteAnswer:
    """What came back: *data* as JSON values, and what went wrong, if *failed* says so."""

    data: object
    failed: str | None = None


class RemoteTools(Protocol):
    """The tools of one call that other systems provide."""

    def definitions(self) -> tuple[ToolDefinition, ...]:
        """Those that can be called now."""
        ...

    async def settle(self) -> None:
        """Wait until each source has told its tools, or has been given up; some seconds at most."""
        ...

    async def run(self, name: str, arguments: Mapping[str, object], *, key: str) -> RemoteAnswer:
        """Call *name*; the same *key* twice is one request to the other system.

        *arguments* have been checked. Raises NotFoundError for a name that is not among the
        definitions, UnavailableError when trying again may help, RejectedError when it will not.
        """
        ...


class ToolRunner(Protocol):
    """Where a call gets its remote tools."""

    def open(self, agent: AgentConfig) -> AbstractAsyncContextManager[RemoteTools]:
        """The remote tools of *agent*, until the context is left.

        Entering does not wait for anything; a source that is away only means fewer tools.
        """
        ...


class ArgumentCheck(Protocol):
    """Holds what a model passes to a tool against the tool's schema."""

    def check(self, definition: ToolDefinition, arguments: Mapping[str, object]) -> None:
        """Raises InvalidValueError naming what is wrong, in words a model can act on."""
        ...
