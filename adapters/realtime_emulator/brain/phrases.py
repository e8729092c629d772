"""What callers say beside giving their details, in five languages."""

import re

_RECALL = re.compile(
    r"\b(?:(?:do you )?(?:remember|recogni[sz]e) me|(?:do you )?know (?:who i am|my name)"
    r"|what(?:'s| is) my name|who am i|(?:se acuerda|te acuerdas) de m[ií]|sabe qui[eé]n soy"
    r"|vous (?:vous )?souvenez(?:-vous)? de moi|savez-vous qui je suis|souvenez-vous"
    r"|erinnern sie sich an mich|wissen sie,? wer ich bin"
    r"|(?:se )?lembra de mim|sabe quem (?:eu )?sou)\b",
    re.IGNORECASE,
)
_HOSTILE = re.compile(
    r"\b(?:(?:ignore|forget|disregard) (?:all |any )?(?:of )?(?:your|the|previous|prior)\b.*"
    r"(?:instructions|rules)|system prompt|your (?:secret )?instructions"
    r"|(?:call|use|run) (?:the|your) (?:tool|function)|developer mode"
    r"|ignor[ae]\w* (?:sus|tus|vos|suas|ihre) |ignorieren sie)",
    re.IGNORECASE,
)
_PROMPT = re.compile(r"\b(?:system )?prompt\b|your (?:secret )?instructions", re.IGNORECASE)
_DETAIL = re.compile(
    r"\b(?:tell me everything|in (?:full )?detail|everything about|con (?:todo )?detalle"
    r"|cu[eé]nteme todo|en d[eé]tail|tout sur|genau erkl[aä]ren|alles ([uü]ber|erz[aä]hlen)"
    r"|em detalhes?|conte(?:-me)? tudo)\b",
    re.IGNORECASE,
)


def asks_to_be_remembered(text: str) -> bool:
    """ "Do you remember me?" """
    return bool(_RECALL.search(_plain(text)))


def is_hostile(text: str) -> bool:
    """The caller gives orders that only the client may give."""
    return bool(_HOSTILE.search(_plain(text)))


def asks_for_the_prompt(text: str) -> bool:
    """The caller wants to hear the instructions."""
    return bool(_PROMPT.search(_plain(text)))


def asks_for_everything(text: str) -> bool:
    """ "Explain it in detail." """
    return bool(_DETAIL.search(_plain(text)))


def _plain(text: str) -> str:
    return text.replace("’", "'")
