"""E-mail addresses as they are spoken: "sarah dot miller at gmail dot com"."""

import re
from difflib import SequenceMatcher, get_close_matches

from adapters.realtime_emulator.brain.spoken.letters import read_spelling
from adapters.realtime_emulator.brain.spoken.words import without_lead_in

_PROVIDERS = [
    "gmail.com",
    "outlook.com",
    "yahoo.com",
    "hotmail.com",
    "icloud.com",
    "aol.com",
    "protonmail.com",
    "proton.me",
    "gmx.de",
    "gmx.com",
    "web.de",
    "live.com",
    "msn.com",
    "yahoo.co.uk",
    "btinternet.com",
    "example.com",
    "example.org",
]
_ENDINGS = frozenset(
    [
        "com",
        "org",
        "net",
        "io",
        "co",
        "ai",
        "app",
        "dev",
        "edu",
        "gov",
        "info",
        "biz",
        "me",
        "us",
        "uk",
        "ca",
        "au",
        "nz",
        "ie",
        "de",
        "at",
        "ch",
        "fr",
        "es",
        "it",
        "pt",
        "br",
        "mx",
        "ar",
        "nl",
        "be",
        "se",
        "no",
        "dk",
        "fi",
        "pl",
        "eu",
    ]
)
_SIGNS = (
    (r"\s*\b(?:under ?scores?|gui[oó]n bajo|tiret bas|unterstrich|sublinhado)\b\s*", "_"),
    (r"\s*\b(?:dot|point|period|punkt|p[aeou]n?to)\b\s*", "."),
    (r"\s*\b(?:dash|hyphen|minus|gui[oó]n|tiret|bindestrich|hífen|traço)\b\s*", "-"),
    (r"\s*\b(?:plus|más)\b\s*", "+"),
    # Recognisers write "arroba" and "arobase" in many ways, and join them to what follows.
    (r"[\s,.]*\b(?:[aà]? ?h?ar?r?ob+as?(?:[eé]|ze)?|[aà] ?r?obas?|klammeraffe|arova)[\s,.]*", "@"),
    (r"[\s,]*(?:\bat(?: sign)?\b|\bät\b|@)[\s,]*", "@"),
)
_SWALLOWED_AT = re.compile(r"(?:[aà]?rr?ob+as?|arrova)(?=[\w-]+\.\w+)")
"""Inside a word: "carmen.ruizarobaexample.com"."""
_ADDRESS = re.compile(r"[a-z0-9](?:[a-z0-9._+-]*[a-z0-9])?@[a-z0-9-]+(?:\.[a-z0-9-]+)+")


def read_email(text: str) -> str | None:
    """Return the address that was said, or None when what was said is no plausible one."""
    written = _with_signs(without_lead_in(text))
    if "@" not in written:
        written = _with_provider_split_off(written)
    local, _, domain = written.rpartition("@")
    local = _compact(without_lead_in(local.rpartition("@")[2].strip()))
    return _plausible(f"{local}@{_repaired(domain.replace(' ', ''))}")


def read_domain(text: str) -> str | None:
    """Return the domain of "at gmail dot com" when it is plausible."""
    domain = _repaired(_with_signs(text).rpartition("@")[2].replace(" ", ""))
    return domain if _plausible(f"x@{domain}") else None


def read_spelled_email(text: str, *, domain: str | None) -> str | None:
    """Return the address that was spelled; *domain* completes one that ends before the at sign."""
    before, sign, after = _split_at_sign(text)
    said = read_domain(f"@{after}") if sign else None
    spelled = read_spelling(before)
    return _plausible(f"{spelled}@{said or domain}") if spelled and (said or domain) else None


def matched_to_name(address: str, name: str) -> str:
    """Write the parts of the local part like the caller's name where they sound like it.

    Only once one part is exactly a part of the name: then the address is made from the name.
    """
    local, _, domain = address.partition("@")
    known = [part for part in re.split(r"[^a-z]+", name.lower()) if part]
    parts = re.split(r"([._+-])", local)
    if not any(part in known for part in parts):
        return address
    return "".join(_like_name(part, known) for part in parts) + "@" + domain


def _like_name(part: str, known: list[str]) -> str:
    alike = [
        word
        for word in known
        if len(part) > 2 and word[0] == part[0] and SequenceMatcher(None, part, word).ratio() >= 0.5
    ]
    return part if part in known or len(alike) != 1 else alike[0]


def _with_signs(text: str) -> str:
    written = text.lower().strip(" .,!?")
    for spoken, sign in _SIGNS:
        written = re.sub(spoken, sign, written)
    return written if "@" in written else _SWALLOWED_AT.sub("@", written, count=1)


def _with_provider_split_off(written: str) -> str:
    """ "sarah.miller.gmail.com": the at sign was not heard, but the provider is known."""
    for provider in _PROVIDERS:
        local = written.removesuffix(provider)
        if local != written and local.strip(" .,"):
            return f"{local.strip(' .,')}@{provider}"
    return written


def _compact(local: str) -> str:
    """Join what was said in pieces: "s-a-r-a-h" and "d. brooks"."""
    if re.search(r"\b[a-z](?:[-,. ]+[a-z]\b)+", local) and not re.search(r"[a-z]{2}", local):
        return read_spelling(local)
    return re.sub(r"[\s,]+", "", local)


def _repaired(domain: str) -> str:
    if domain in _PROVIDERS:
        return domain
    near = get_close_matches(domain, _PROVIDERS, n=1, cutoff=0.9)
    return near[0] if near else domain


def _plausible(address: str) -> str | None:
    ending = address.rpartition(".")[2]
    return address if _ADDRESS.fullmatch(address) and ending in _ENDINGS else None


def _split_at_sign(text: str) -> tuple[str, str, str]:
    parts = re.split(r"(\b(?:at|ät|arroba|arobase)\b|@)", text, flags=re.IGNORECASE)
    return (parts[0], parts[1], "".join(parts[2:])) if len(parts) > 1 else (text, "", "")
