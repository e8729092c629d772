"""Answers of others, no longer than we are ready to take."""

from aiohttp import ClientResponse


async def read_at_most(response: ClientResponse, most: int) -> bytes:
    """The first *most* bytes of *response*; what follows is never fetched."""
    body = b""
    while len(body) < most and (chunk := await response.content.read(most - len(body))):
        body += chunk
    return body
