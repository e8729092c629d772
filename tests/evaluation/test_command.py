"""`voice-agent eval leads`, on a set small enough to know its score."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from domain.errors import InvalidValueError, NotFoundError
from entrypoints.cli import app
from entrypoints.cli.evaluation.predictions import as_predicted

ADA = {"name": "Ada Byron", "email": "ada@byron.net", "phone_e164": None, "company": None}
NOTHING = dict.fromkeys(ADA)


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """One call of Ada's, and one that has no lead."""
    said = [
        {"role": "agent", "text": "Your name and e-mail?"},
        {"role": "user", "text": "My name is Ada Byron, ada@byron.net."},
    ]
    asked = [{"role": "user", "text": "When do you open tomorrow?"}]
    rest = {"lang": "en", "context": {"region": "US", "caller_id": None}}
    records = [
        {"id": "ada", "turns": said, "gold": ADA, "tags": ["plain"], **rest},
        {"id": "nobody", "turns": asked, "gold": NOTHING, "tags": ["nolead"], **rest},
    ]
    return written(tmp_path / "mine.jsonl", records)


@pytest.fixture
def half_right(tmp_path: Path) -> Path:
    """Ada's name is wrong, and the other call has no lead as it should."""
    ada = {"id": "ada", **ADA, "name": "Ida Byron", "evidence": {"name": [1]}}
    return written(tmp_path / "predictions.jsonl", [ada, {"id": "nobody", **NOTHING}])


def written(path: Path, records: Iterable[object]) -> Path:
    path.write_text("\n".join(map(json.dumps, records)))
    return path


def test_predictions_are_scored_as_json(calls: Path, half_right: Path) -> None:
    shown = CliRunner().invoke(
        app, ["eval", "leads", "--set", str(calls), "--predictions", str(half_right), "--json"]
    )

    scored = json.loads(shown.stdout)
    assert shown.exit_code == 0
    assert scored["all"]["fields"]["name"]["f1"] == 0
    assert scored["byHalf"]["mine"]["fields"]["email"]["f1"] == 1
    assert scored["byTag"]["nolead"]["falseLeadRate"] == 0
    assert [failure["id"] for failure in scored["failures"]] == ["ada"]


def test_predictions_are_scored_as_tables(calls: Path, half_right: Path) -> None:
    shown = CliRunner().invoke(
        app, ["eval", "leads", "--set", str(calls), "--predictions", str(half_right)]
    )

    lines = [line.split() for line in shown.stdout.splitlines()]
    assert shown.exit_code == 0
    assert ["all", "mine"] in lines
    assert ["exact", "records", "0.500", "0.500"] in lines
    assert ["en", "2", "0.000", "1.000", "-", "-", "0.500", "0/1"] in lines


def test_a_file_of_a_set_that_is_not_there_is_named(half_right: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone.jsonl"

    shown = CliRunner().invoke(
        app, ["eval", "leads", "--set", str(gone), "--predictions", str(half_right)]
    )

    assert isinstance(shown.exception, NotFoundError)
    assert str(gone) in str(shown.exception)


def test_a_call_without_a_prediction_is_named(calls: Path, tmp_path: Path) -> None:
    only_nobody = written(tmp_path / "one.jsonl", [{"id": "nobody", **NOTHING}])

    shown = CliRunner().invoke(
        app, ["eval", "leads", "--set", str(calls), "--predictions", str(only_nobody)]
    )

    assert isinstance(shown.exception, NotFoundError)
    assert "'ada'" in str(shown.exception)


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "ada", "name": "Ada"}'])
def test_a_line_that_is_no_prediction_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "wrong.jsonl"
    path.write_text(f"\n{line}")

    with pytest.raises(InvalidValueError, match="line 2, is not a prediction"):
        as_predicted(path)


def test_predictions_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no predictions at"):
        as_predicted(tmp_path / "gone.jsonl")


def test_without_predictions_our_own_extractor_is_scored(calls: Path) -> None:
    shown = CliRunner().invoke(app, ["eval", "leads", "--set", str(calls), "--json"])

    scored = json.loads(shown.stdout)
    assert shown.exit_code == 0
    assert scored["all"]["exactRecords"] == 1
    assert scored["failures"] == []


def test_without_a_set_both_of_our_own_halves_are_scored() -> None:
    shown = CliRunner().invoke(app, ["eval", "leads"])

    assert shown.exit_code == 0
    assert ["all", "leads_before", "leads_after"] in [
        line.split() for line in shown.stdout.splitlines()
    ]
