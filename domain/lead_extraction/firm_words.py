"""Whether words sound like a company rather than a person."""

from domain.lead_extraction.call import Call
from domain.lead_extraction.cues.businesses import LEGAL_FORMS, TRADES
from domain.lead_extraction.flat import flat

_GIVEN_NAMES = {"marina", "power", "law", "capital", "auto", "bar", "bank", "maler", "marcenaria"}


def sounds_like_firm(call: Call, text: str) -> bool:
    """Whether *text* ends (in Romance languages also: begins) with a trade or a legal form."""
    words = [word.strip(".,") for word in flat(text).split()]
    if len(words) < 2:
        return False
    if words[-1] in LEGAL_FORMS:
        return True
    romance = call.language in {"es", "fr", "pt"} or words[0] in _BEFORE_NAMES
    told = words[-1:] + (words[:1] if romance else [])
    return any(word in TRADES and word not in _GIVEN_NAMES for word in told)


_BEFORE_NAMES = {"firma", "praxis", "kanzlei", "hotel", "cafe", "restaurant", "spedition", "blumen"}
_BEFORE_NAMES |= {"autohaus", "backerei", "metzgerei", "tischlerei", "schreinerei", "weingut"}
