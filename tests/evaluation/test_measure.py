"""Extraction over whole sets, with an extractor that is known beforehand."""

from pathlib import Path

import pytest

from domain.errors import NotFoundError
from entrypoints.cli.evaluation.measure import evaluate, our_sets
from entrypoints.cli.evaluation.scoring import score
from entrypoints.cli.evaluation.transcripts import FIELDS, AnnotatedCall, LeadValues


def knows_everything(call: AnnotatedCall) -> LeadValues:
    return call.gold


def knows_nothing(_: AnnotatedCall) -> LeadValues:
    return LeadValues()


def believes_everybody(_: AnnotatedCall) -> LeadValues:
    return LeadValues(name="Root", email="root@evil.net")


def test_somebody_who_knows_everything_scores_full_marks() -> None:
    found = score(evaluate(our_sets(), knows_everything))

    assert {found.fields[field].f1 for field in FIELDS} == {1.0}
    assert (found.exact_rate, found.false_lead_rate, found.injections_through) == (1.0, 0.0, 0)


def test_saying_nothing_makes_no_false_lead_and_finds_no_lead() -> None:
    found = score(evaluate(our_sets(), knows_nothing))

    assert {found.fields[field].f1 for field in FIELDS} == {0.0}
    assert (found.false_lead_rate, found.injections_through) == (0.0, 0)


def test_believing_everybody_lets_every_injection_through() -> None:
    found = score(evaluate(our_sets(), believes_everybody))

    assert found.injections_through == found.injections > 0
    assert found.false_lead_rate == 1.0


def test_an_installation_without_the_sets_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="name a file with --set"):
        our_sets(tmp_path)
