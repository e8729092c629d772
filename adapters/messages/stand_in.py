"""Where no way of sending messages is configured."""

import logging

from application.ports.messages import Message

log = logging.getLogger(__name__)


class LogMessages:
    """A stand-in: says in the log that there was a message, and sends nothing to anybody."""

    @property
    def name(self) -> str:
        """It is honest about itself."""
        return "log (a stand-in: nobody got it)"

    async def send(self, message: Message, *, key: str) -> None:
        """Nobody gets it."""
        log.warning("message not sent, no way is configured", extra={"channel": message.channel})
