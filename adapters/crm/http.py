"""HTTP as all CRMs need it: a deadline, and what a status means."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from domain.errors import RejectedError, UnavailableError

_PASSING = frozenset({408, 425, 429})
_LONGEST_PAUSE_S = 3600.0

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmHttp:
    """One host. *deadline_s* is for a whole request; redirects are not followed.

    What a server says in its errors is dropped: it may quote whom it is about.
    """

    client: httpx.AsyncClient
    name: str
    deadline_s: float = 10.0

    @classmethod
    def to(cls, base_url: str, *, name: str, headers: Mapping[str, str] | None = None) -> "CrmHttp":
        """A client of its own for *base_url*."""
        client = httpx.AsyncClient(
            base_url=base_url,
            headers={"User-Agent": "voice-agent", **(headers or {})},
            trust_env=False,
            follow_redirects=False,
        )
        return cls(client=client, name=name)

    async def send(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        json: object = None,
        content: str | None = None,
        data: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """The answer, unless trying again may help: then UnavailableError or TimeoutError."""
        request = self.client.build_request(
            method,
            path,
            params=params,
            json=json,
            content=content,
            data=dict(data) if data else None,
            headers=headers,
            timeout=self.deadline_s,
        )
        try:
            async with asyncio.timeout(self.deadline_s):
                response = await self.client.send(request)
        except httpx.TimeoutException:
            raise TimeoutError(f"{self.name} did not answer in time") from None
        except httpx.HTTPError:
            raise UnavailableError(f"{self.name} cannot be reached") from None
        if response.status_code in _PASSING or response.status_code >= 500:
            raise UnavailableError(
                f"{self.name} answered {response.status_code}", retry_after=pause(response)
            )
        return response

    def taken(self, response: httpx.Response) -> httpx.Response:
        """*response*, if it is a success. Raises RejectedError."""
        if not response.is_success:
            raise RejectedError(f"{self.name} refused it with {response.status_code}")
        return response

    def read(self, response: httpx.Response) -> Json:
        """The object that a success holds. Raises RejectedError for anything else."""
        self.taken(response)
        try:
            body = response.json() if response.content else {}
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise RejectedError(f"{self.name} answered something else than was agreed")
        return body

    async def close(self) -> None:
        """No more requests."""
        await self.client.aclose()


def pause(response: httpx.Response) -> float:
    """The seconds that Retry-After asks for, 5 where it does not, and at most an hour."""
    said = response.headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdigit():
        return min(float(said[:9]), _LONGEST_PAUSE_S)
    try:
        at = parsedate_to_datetime(said)
    except ValueError:
        return 5.0
    sent = _date(response) or at
    return min(max(0.0, (_aware(at) - _aware(sent)).total_seconds()), _LONGEST_PAUSE_S)


def _date(response: httpx.Response) -> datetime | None:
    try:
        return parsedate_to_datetime(response.headers.get("Date", ""))
    except ValueError:
        return None


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
