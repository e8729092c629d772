"""Salesforce's access tokens, by the client-credentials flow."""

import asyncio
from dataclasses import dataclass, field
from http import HTTPStatus

from adapters.crm.http import CrmHttp
from domain.errors import RejectedError


@dataclass(slots=True, kw_only=True)
class SalesforceSession:
    """One token for all requests, until Salesforce refuses it."""

    http: CrmHttp
    client_id: str
    client_secret: str = field(repr=False)
    _held: str | None = field(default=None, repr=False)
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    async def token(self, *, instead_of: str | None = None) -> str:
        """The token at hand, or a new one *instead_of* one that was refused.

        Raises RejectedError where the credentials are.
        """
        async with self._lock:
            # Who was refused at the same time has a new one by now.
            if self._held is None or self._held == instead_of:
                self._held = await self._new()
            return self._held

    async def _new(self) -> str:
        form = {
            "grant_type": "client_credentials",
            "client_id": self.client_id,
            "client_secret": self.client_secret,
        }
        response = await self.http.send("POST", "/services/oauth2/token", data=form)
        if response.status_code in (HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED):
            raise RejectedError("salesforce does not know SALESFORCE_CLIENT_ID or its secret")
        return str(self.http.read(response)["access_token"])
