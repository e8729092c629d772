"""How many tokens a response may still use."""

from adapters.realtime_emulator.protocol.response import Response
from adapters.realtime_emulator.protocol.usage import output_tokens


class Budget:
    """Compares what a response has made with its `max_output_tokens`."""

    def __init__(self, response: Response) -> None:
        self._response = response
        allowed = response.settings["max_output_tokens"]
        self._allowed = float("inf") if allowed == "inf" else float(allowed)

    def is_spent(self) -> bool:
        """Whether nothing may follow."""
        return output_tokens(self._response.made) >= self._allowed
