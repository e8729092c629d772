"""Messages to people: by telephone, by mail, in a chat."""

from dataclasses import dataclass, field
from typing import Literal, Protocol

Channel = Literal["sms", "email", "chat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """*text* for *to*, which is a number, an address or a name, as *channel* has it."""

    channel: Channel
    to: str = field(repr=False)
    text: str = field(repr=False)


class Messages(Protocol):
    """The way messages leave by."""

    @property
    def name(self) -> str:
        """What people call it; a stand-in says that it is one."""
        ...

    async def send(self, message: Message, *, key: str) -> None:
        """Have *message* sent; the same *key* twice is one message.

        Raises UnavailableError and TimeoutError when trying again may help, RejectedError when it
        will not.
        """
        ...
