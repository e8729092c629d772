"""A receiver of webhooks who answers as told, and secrets that a test can foretell."""

from base64 import b64encode
from collections import deque

from adapters.in_memory.failures import FailsOnRequest
from application.ports.webhooks import WebhookAnswer, WebhookMessage
from domain.errors import RejectedError


class InMemoryWebhookSender(FailsOnRequest):
    """Takes every message; *refused* are the addresses that nothing may be sent to."""

    def __init__(self, *, refused: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.sent: list[WebhookMessage] = []
        self._refused = refused
        self._answers: deque[WebhookAnswer] = deque()

    def answer_next(self, *answers: WebhookAnswer) -> None:
        """What the receiver says to the next messages; to those after, 204."""
        self._answers.extend(answers)

    async def check(self, url: str) -> None:
        """Raises RejectedError for a refused address, and what it was told to raise."""
        self._fail_if_told()
        if url in self._refused:
            raise RejectedError("the address leads into a private network")

    async def send(self, message: WebhookMessage) -> WebhookAnswer:
        """Raises what it was told to raise, after it took the message: the answer was lost."""
        self.sent.append(message)
        await self.check(message.url)
        return self._answers.popleft() if self._answers else WebhookAnswer(status=204)


class CountingSecrets:
    """`whsec_` and the number of the secret."""

    def __init__(self) -> None:
        self._given = 0

    def new(self) -> str:
        """The next secret."""
        self._given += 1
        return "whsec_" + b64encode(f"secret number {self._given:010}".encode()).decode()
