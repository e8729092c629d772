"""Words that have been spoken, and are not understood yet when something ends."""

import asyncio

from adapters.livekit.turn_assembly import TurnAssembly

WORDS_LOST = (
    "The line broke for a moment, and the caller's last words did not reach you. Say so in one"
    " short sentence, and ask them to say it again. Do not guess what they said."
)
"""What the agent is told when it owes an answer to words that a lost connection swallowed."""

_LOOKS = 40
_LOOK_EVERY_S = 0.05


async def last_words(turns: TurnAssembly) -> None:
    """Return once everybody who has spoken is understood, after two seconds at most."""
    for _ in range(_LOOKS):
        if not turns.awaits_words:
            return
        await asyncio.sleep(_LOOK_EVERY_S)
