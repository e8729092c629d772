"""Transcripts with the lead that a careful person found in them, one JSON object a line."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from domain.errors import InvalidValueError, NotFoundError

FIELDS = ("name", "email", "phone_e164", "company")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadValues:
    """A lead as four values, known or not: what was found, or what was there to be found."""

    name: str | None = None
    email: str | None = None
    phone_e164: str | None = None
    company: str | None = None

    def __getitem__(self, field: str) -> str | None:
        """The value of one of `FIELDS`."""
        value: str | None = getattr(self, field)
        return value

    @property
    def is_lead(self) -> bool:
        """Whether anything at all is known."""
        return any(self[field] is not None for field in FIELDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedCall:
    """What was said, as (role, text) turns, and the lead in it; *half* is the file it is from."""

    id: str
    half: str
    lang: str
    region: str | None
    caller_id: str | None
    turns: tuple[tuple[str, str], ...]
    gold: LeadValues
    tags: frozenset[str]


def read_calls(path: Path) -> tuple[AnnotatedCall, ...]:
    """Every call in *path*; raises NotFoundError, or InvalidValueError naming the line."""
    if not path.is_file():
        raise NotFoundError(f"there are no transcripts at {path}: name a file with --set")
    return tuple(_calls(path))


def _calls(path: Path) -> Iterator[AnnotatedCall]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                yield _call(json.loads(line), half=path.stem)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                sentence = f"{path}, line {number}, is not an annotated call: {error!r}"
                raise InvalidValueError(sentence) from error


def _call(record: Mapping[str, Any], *, half: str) -> AnnotatedCall:
    context = record["context"]
    return AnnotatedCall(
        id=record["id"],
        half=half,
        lang=record["lang"],
        region=context.get("region"),
        caller_id=context.get("caller_id"),
        turns=tuple((turn["role"], turn["text"]) for turn in record["turns"]),
        gold=LeadValues(**record["gold"]),
        tags=frozenset(record["tags"]),
    )
