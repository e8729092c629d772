"""Whether somebody may be told something at an address."""

from application.ports.webhooks import WebhookSender
from domain.errors import InvalidValueError, RejectedError, UnavailableError
from domain.webhook import parse_target


async def checked_target(sender: WebhookSender, url: str) -> str:
    """*url*, if something may be sent there as far as can be told now.

    Each delivery looks again. A host that nobody knows may be known later. Raises
    InvalidValueError.
    """
    target = parse_target(url)
    try:
        await sender.check(target)
    except RejectedError as error:
        raise InvalidValueError(f"url: {error}") from None
    except (UnavailableError, TimeoutError):
        pass
    return target
