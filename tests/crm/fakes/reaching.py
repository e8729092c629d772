"""Requests to an application in this process."""

from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from adapters.crm.http import CrmHttp


def reaching(app: FastAPI, *, name: str, headers: dict[str, str] | None = None) -> CrmHttp:
    """What a CRM's adapter sends to *app*."""
    client = AsyncClient(
        transport=ASGITransport(app=app), base_url="https://crm.test", headers=headers
    )
    return CrmHttp(client=client, name=name, deadline_s=2)
