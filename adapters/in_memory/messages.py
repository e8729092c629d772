"""Messages that stay in memory."""

from adapters.in_memory.failures import FailsOnRequest
from application.ports.messages import Message


class InMemoryMessages(FailsOnRequest):
    """Keeps each message by its key; can be told to fail."""

    name = "in-memory"

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, Message] = {}

    async def send(self, message: Message, *, key: str) -> None:
        """The same key twice is one message."""
        self._fail_if_told()
        self.sent.setdefault(key, message)
