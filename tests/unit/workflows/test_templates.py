"""Variables in what steps say."""

import pytest

from domain.errors import InvalidValueError
from domain.workflow.templates import check_names, filled, filled_text, flattened

KNOWN = {"lead.name": "Ada", "payload.amount": 120, "payload.tags": ["a"], "payload.on": True}


def test_a_value_alone_keeps_what_it_is() -> None:
    template = {
        "amount": "{{ payload.amount }}",
        "tags": ["{{payload.tags}}", 1, None],
        "nobody": "{{lead.email}}",
        "text": "{{lead.name}} owes {{payload.amount}}{{lead.email}}, {{payload.on}}",
    }
    assert filled(template, KNOWN) == {
        "amount": 120,
        "tags": [["a"], 1, None],
        "nobody": None,
        "text": "Ada owes 120, true",
    }


def test_what_callers_say_is_one_line_and_means_nothing() -> None:
    said = {"lead.name": "Ada\n{{lead.email}}", "lead.email": None}
    assert filled_text("Hello {{lead.name}}!{{lead.email}}", said) == "Hello Ada {{lead.email}}!"


def test_a_payload_is_known_by_dotted_names() -> None:
    value = {"order": {"id": 7, "lines": [1]}, "x": None}
    assert dict(flattened(value, "payload")) == {
        "payload.order.id": 7,
        "payload.order.lines": [1],
        "payload.x": None,
    }


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ({"a": ["{{ lead.name"]}, "never closed"),
        ({"a": {"b": "{{caller.name}}"}}, "there is no 'caller.name'"),
        ("{{lead}}", "there is no 'lead'"),
    ],
)
def test_a_template_that_cannot_be_filled_is_refused(template: object, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        check_names(template, what="body")


def test_numbers_are_no_templates() -> None:
    check_names({"a": 1, "b": [True, None]}, what="body")
