"""What the doctor says helps."""

import pytest

from entrypoints.cli.examination import what_helps


@pytest.mark.parametrize(
    ("refusal", "sentence"),
    [
        ("session refused: insufficient_quota", "no credit"),
        ("session refused: rate_limit_exceeded", "rate limit"),
        ("session refused: model_not_found", "OPENAI_REALTIME_MODEL"),
        ("session refused: invalid_api_key", "OPENAI_API_KEY"),
        ("session refused: an unexpected event", "the model and the quota"),
    ],
)
def test_each_refusal_has_a_sentence_that_helps(refusal: str, sentence: str) -> None:
    assert sentence in what_helps(refusal)
