"""The phrases by which callers and agents say what a value is, and whose.

Each is an alternation of regular expressions over flat text, one or more a line.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

from domain.contact_details import ContactField
from domain.language import Language
from domain.lead_extraction.cues import de, en_calls, en_values, es, fr, pt
from domain.lead_extraction.flat import phrase

_Pattern = re.Pattern[str]
_TEXTS: Mapping[str, Mapping[str, str]] = {
    "en": {**en_values.VALUES, **en_calls.CALLS},
    "es": es.CUES,
    "fr": fr.CUES,
    "de": de.CUES,
    "pt": pt.CUES,
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": en_calls.WORDS,
    "es": es.WORDS,
    "fr": fr.WORDS,
    "de": de.WORDS,
    "pt": pt.WORDS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The cues of one language.

    *own*, *others*, *disowned*, *hypothetical* stand before a value, *disowned_behind* behind it;
    *phone_words* and *other_numbers* tell what digits are; *caller_id* refers to the number of the
    call. A name follows *name_strong*, may follow *name_weak* and, where one was asked for,
    *name_it*; it stands before *name_behind*, and in a read-back behind *reads_name*. A company
    follows *company*, or *company_now* behind a *former* one, or *company_weak* right behind the
    caller's name. *assistant* and *contact_them* make somebody else the lead, *contact_me* the caller again, *boss* where the
    agent *asks_contact*. What begins with *seller* tells what kind of call it is; *pitch*
    (what is sold), *decider* (asking for who decides) and *sales* (how sellers speak) do so
    together, or where the agent refuses, unless the caller *wants* something.
    """

    own: _Pattern
    others: _Pattern
    disowned: _Pattern
    disowned_behind: _Pattern
    hypothetical: _Pattern
    phone_words: _Pattern
    other_numbers: _Pattern
    caller_id: _Pattern
    caller_id_denied: _Pattern
    withdraw: _Pattern
    last_digits: _Pattern
    yes: _Pattern
    no: _Pattern
    name_strong: _Pattern
    name_weak: _Pattern
    name_behind: _Pattern
    name_it: _Pattern
    name_own: _Pattern
    reads_name: _Pattern
    first_name: _Pattern
    last_name: _Pattern
    company: _Pattern
    company_weak: _Pattern
    company_now: _Pattern
    former: _Pattern
    assistant: _Pattern
    boss: _Pattern
    contact_them: _Pattern
    contact_me: _Pattern
    agent_own: _Pattern
    agent_refuses: _Pattern
    asks_name: _Pattern
    asks_contact: _Pattern
    asks_spelling: _Pattern
    asks_email: _Pattern
    asks_phone: _Pattern
    asks_company: _Pattern
    seller: _Pattern
    pitch: _Pattern
    decider: _Pattern
    sales: _Pattern
    wants: _Pattern
    recording: _Pattern
    wrong_number: _Pattern
    test_call: _Pattern
    prank: _Pattern
    intruder: _Pattern
    hallucination: _Pattern
    injection: _Pattern
    titles: frozenset[str]
    particles: frozenset[str]
    breaks: frozenset[str]
    not_names: frozenset[str]
    leaders: frozenset[str]

    def asks(self, field: ContactField) -> _Pattern:
        """What an agent says who asks for *field*."""
        pattern: _Pattern = getattr(self, f"asks_{field.value}")
        return pattern


@lru_cache(maxsize=8)
def cues_for(language: Language) -> Cues:
    """The cues of *language*; English for one we have none for. Injections are known in all."""
    code = language if language in _TEXTS else "en"
    texts = {**_TEXTS[code], "injection": "\n".join(one["injection"] for one in _TEXTS.values())}
    values: dict[str, object] = {}
    for one in fields(Cues):
        if one.name in _WORDS[code]:
            values[one.name] = frozenset(_WORDS[code][one.name].split())
        else:
            values[one.name] = phrase(texts.get(one.name, ""))
    return Cues(**values)  # type: ignore[arg-type]
