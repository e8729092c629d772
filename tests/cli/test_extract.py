"""`voice-agent extract`, and what it says about lines it cannot read."""

import json
from pathlib import Path

from typer.testing import CliRunner

from entrypoints.cli import app

CALL = {
    "id": "a",
    "lang": "en",
    "context": {"region": "US", "caller_id": None},
    "turns": [
        {"role": "agent", "text": "Your e-mail, please?"},
        {"role": "user", "text": "anna dot bell at gmail dot com"},
    ],
}


def run(folder: Path, *lines: str) -> tuple[int, list[dict[str, object]], str]:
    calls, predictions = folder / "calls.jsonl", folder / "predictions.jsonl"
    calls.write_text("\n".join(lines) + "\n", encoding="utf-8")
    result = CliRunner().invoke(
        app, ["extract", "--input", str(calls), "--output", str(predictions)]
    )
    written = predictions.read_text(encoding="utf-8").splitlines()
    return result.exit_code, [json.loads(line) for line in written], result.stderr


def test_each_call_gives_a_line_of_values_and_turns(tmp_path: Path) -> None:
    code, found, _ = run(tmp_path, json.dumps(CALL), "")
    assert code == 0
    assert found == [
        {
            "id": "a",
            "name": None,
            "email": "anna.bell@gmail.com",
            "phone_e164": None,
            "company": None,
            "evidence": {"email": [1]},
        }
    ]


def test_a_line_that_cannot_be_read_is_named_and_loses_no_other(tmp_path: Path) -> None:
    ghost = json.dumps({**CALL, "turns": [{"role": "ghost", "text": "boo"}]})
    nameless = json.dumps({"turns": []})
    code, found, errors = run(tmp_path, "{", ghost, nameless, "[]", json.dumps(CALL))
    assert code == 1
    assert [one["id"] for one in found] == ["a"]
    for sentence in (
        ":1: that is no JSON",
        ":2: a turn's role is agent or user",
        ":3: id is missing",
        ":4: that has another form",
        "4 of the lines could not be read",
    ):
        assert sentence in errors


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        app, ["extract", "--input", str(tmp_path / "no"), "--output", str(tmp_path / "x")]
    )
    assert result.exit_code == 1
    assert "no file" in str(result.exception)
