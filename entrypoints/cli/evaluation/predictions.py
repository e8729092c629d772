"""Leads that `voice-agent extract` wrote: one JSON object a line."""

import json
from collections.abc import Iterator
from pathlib import Path

from domain.errors import InvalidValueError, NotFoundError
from entrypoints.cli.evaluation.measure import Extractor
from entrypoints.cli.evaluation.transcripts import FIELDS, AnnotatedCall, LeadValues


def as_predicted(path: Path) -> Extractor:
    """Finds in a call what *path* says was found in it; what else it says does not matter.

    Raises NotFoundError if there is no such file, or a call is not in it, and InvalidValueError
    naming a line that is not a prediction.
    """
    if not path.is_file():
        raise NotFoundError(f"there are no predictions at {path}")
    by_id = dict(_predictions(path))

    def extract(call: AnnotatedCall) -> LeadValues:
        if call.id not in by_id:
            raise NotFoundError(f"{path} has no prediction for the call {call.id!r}")
        return by_id[call.id]

    return extract


def _predictions(path: Path) -> Iterator[tuple[str, LeadValues]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                yield record["id"], LeadValues(**{field: record[field] for field in FIELDS})
            except (ValueError, KeyError, TypeError) as error:
                sentence = f"{path}, line {number}, is not a prediction: {error!r}"
                raise InvalidValueError(sentence) from error
