"""What languages are called, how a caller asks for one, and which words tell one."""

from domain.languages.requests import requested_language
from domain.languages.telling import telling_text, word_count

__all__ = ["requested_language", "telling_text", "word_count"]
