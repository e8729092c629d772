"""A content filter that needs no service: cue lists in five languages."""

import re
import unicodedata
from collections.abc import Mapping

from adapters.insight.rules import de, en, es, fr, pt
from domain.insight.cues import Cues
from domain.insight.heard import Heard
from domain.insight.moderation import Category, Finding
from domain.language import Language

_LANGUAGES = (en, es, fr, de, pt)
_VETOES = "\n".join(language.VETOES for language in _LANGUAGES)
_CUES: Mapping[Category, Cues] = {
    category: Cues.of("\n".join(one.CUES[category] for one in _LANGUAGES), vetoes=_VETOES)
    for category in en.CUES
}
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPELLED = re.compile(r"(?<![^\W_])(?:[^\W\d_][\s.\-_*]+){3,}[^\W\d_](?![^\W_])")
_STARRED = re.compile(r"(?<=[a-z])[*#]+(?=[a-z])", re.IGNORECASE)
_DISGUISED = re.compile(r"(?=\S*[^\W\d_])(?=\S*[013457@$!])[\w@$!*]+")
_LETTERS = str.maketrans("013457@$!", "oieastasi")
_STAR_WORDS = {"fck": "fuck", "fk": "fuck", "fcking": "fucking", "sht": "shit", "btch": "bitch",
               "shole": "asshole", "cnt": "cunt", "dck": "dick"}  # fmt: skip


class RulesModeration:
    """Finds what its lists have, in whichever of their languages it is said.

    It takes light disguise off (letters set apart, figures and stars for letters, invisible
    signs) and knows nothing that is not in a list: no tone, no new insult, no other language. It
    says nothing of violence that is told of, which words alone do not tell from a threat's plot.
    """

    async def findings(self, text: str, *, language: Language) -> tuple[Finding, ...]:
        """Each category of the lists at most once. Never raises."""
        plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
        versions = [Heard.of(version) for version in dict.fromkeys((plain, undisguised(plain)))]
        found = {
            category: next(filter(None, map(cues.first_quote, versions)), None)
            for category, cues in _CUES.items()
        }
        return tuple(
            Finding(category=category, quote=quote) for category, quote in found.items() if quote
        )


def undisguised(text: str) -> str:
    """*text* with letters put together again, and figures and stars turned into letters."""
    joined = _SPELLED.sub(lambda match: re.sub(r"[\W_]", "", match.group()), text)
    lettered = _DISGUISED.sub(lambda match: match.group().translate(_LETTERS), joined)
    bare = _STARRED.sub("", lettered)
    return " ".join(_STAR_WORDS.get(word.lower(), word) for word in bare.split(" "))
