"""The two sets: their form, how varied they are, and that their answers can exist."""

import re
from pathlib import Path

import phonenumbers
import pytest
from email_validator import validate_email

from domain.errors import InvalidValueError, NotFoundError
from entrypoints.cli.evaluation.transcripts import AnnotatedCall, read_calls

HERE = Path(__file__).parent
BEFORE = read_calls(HERE / "leads_before.jsonl")
AFTER = read_calls(HERE / "leads_after.jsonl")
ALL = (*BEFORE, *AFTER)
LANGUAGES = {"en", "es", "fr", "de", "pt"}
A_CALL = (
    '{"id": "1", "lang": "en", "context": {"region": "US", "caller_id": null}, "tags": [],'
    ' "turns": [{"role": "user", "text": "hi"}], "gold": {"name": null}}'
)


def test_the_sets_are_large_and_varied_enough() -> None:
    foreign = [call for call in ALL if call.lang != "en"]
    without_lead = [call for call in ALL if not call.gold.is_lead]

    assert min(len(BEFORE), len(AFTER)) >= 70
    assert {call.lang for call in ALL} == LANGUAGES
    assert len(foreign) >= 0.4 * len(ALL)
    assert len(without_lead) >= 0.2 * len(ALL)


def test_no_call_is_there_twice() -> None:
    assert len({call.id for call in ALL}) == len(ALL)
    assert len({call.turns for call in ALL}) == len(ALL)


@pytest.mark.parametrize("call", ALL, ids=lambda call: call.id)
def test_a_call_has_the_form_that_the_extractor_is_given(call: AnnotatedCall) -> None:
    assert {role for role, _ in call.turns} <= {"agent", "user"}
    assert all(text.strip() for _, text in call.turns)
    assert re.fullmatch("[A-Z]{2}", call.region or "")
    assert ("nolead" in call.tags) == (not call.gold.is_lead)


@pytest.mark.parametrize("call", ALL, ids=lambda call: call.id)
def test_what_is_to_be_found_can_exist(call: AnnotatedCall) -> None:
    for number in filter(None, (call.gold.phone_e164, call.caller_id)):
        parsed = phonenumbers.parse(number)
        assert phonenumbers.is_possible_number(parsed)
        assert phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) == number
    if call.gold.email is not None:
        checked = validate_email(call.gold.email, check_deliverability=False)
        assert checked.normalized == call.gold.email


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"gone\.jsonl: name a file with --set"):
        read_calls(tmp_path / "gone.jsonl")


@pytest.mark.parametrize("line", ["{}", "[]", "not JSON", A_CALL.replace("name", "nickname")])
def test_a_line_that_is_no_call_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(f"{A_CALL}\n\n{line}\n")

    with pytest.raises(InvalidValueError, match="line 3, is not an annotated call"):
        read_calls(path)


def test_a_call_belongs_to_the_half_that_its_file_is_named_after(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text(A_CALL)

    assert [(call.half, call.gold.is_lead) for call in read_calls(path)] == [("mine", False)]
