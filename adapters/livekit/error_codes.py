"""What went wrong, in one word: error texts may repeat what callers said."""

from livekit.agents import APIConnectionError, APIStatusError


def code_of(error: object) -> str:
    """The provider's code where there is one, else the kind of the error."""
    inner = getattr(error, "error", error)
    body = getattr(inner, "body", None)
    code = getattr(body, "code", None) or getattr(inner, "code", None)
    if code:
        return str(code)
    if isinstance(inner, APIStatusError):
        return f"realtime_refused_{inner.status_code}"
    return "realtime_unreachable" if isinstance(inner, APIConnectionError) else type(inner).__name__
