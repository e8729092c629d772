"""Who has anything here: asked by the work that nobody asks for, which is done for each in turn."""

from collections.abc import Sequence
from typing import Protocol

from domain.ids import TenantId


class Tenants(Protocol):
    """The tenants of the store, whoever acts: the one thing that is seen of all of them."""

    async def find_live(self) -> Sequence[TenantId]:
        """Those with sessions that have not ended, by id."""
        ...

    async def find_all(self) -> Sequence[TenantId]:
        """Those with sessions, contacts or webhooks, by id."""
        ...
