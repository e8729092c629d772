"""Extraction over whole sets of transcripts."""

from collections.abc import Callable, Sequence
from pathlib import Path

from domain.errors import NotFoundError
from entrypoints.cli.evaluation.scoring import Answer
from entrypoints.cli.evaluation.transcripts import AnnotatedCall, LeadValues, read_calls

Extractor = Callable[[AnnotatedCall], LeadValues]

_PROJECT = Path(__file__).parents[3]
_SETS = ("leads_before.jsonl", "leads_after.jsonl")


def our_sets(project: Path = _PROJECT) -> list[Path]:
    """Both halves of our own set; raises NotFoundError in an installation without them."""
    folder = project / "tests" / "evaluation"
    if not folder.is_dir():
        raise NotFoundError(
            f"the annotated calls come with the source code and are not at {folder}: "
            "name a file with --set"
        )
    return [folder / name for name in _SETS]


def evaluate(sets: Sequence[Path], extract: Extractor) -> list[Answer]:
    """What *extract* finds in every call of every file of *sets*."""
    calls = (call for path in sets for call in read_calls(path))
    return [Answer(call=call, found=extract(call)) for call in calls]
