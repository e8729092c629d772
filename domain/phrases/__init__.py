"""What the service itself has the agent say, in the language of the call."""

from domain.phrases.phrase import Phrase
from domain.phrases.spoken import phrase, variants

__all__ = ["Phrase", "phrase", "variants"]
