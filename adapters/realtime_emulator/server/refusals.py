"""Errors as the Realtime API answers them over HTTP."""

from aiohttp import web


def refusal(
    status: int,
    code: str,
    message: str,
    *,
    param: str | None = None,
    retry_after: int | None = None,
) -> web.Response:
    """An error body with its status."""
    error = {"message": message, "type": "invalid_request_error", "code": code, "param": param}
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return web.json_response({"error": error}, status=status, headers=headers)


def wrong_key() -> web.Response:
    """Nobody with such a key is known here."""
    return refusal(401, "invalid_api_key", "Incorrect API key provided.")
