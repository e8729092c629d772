"""The counting itself, on answers that are known beforehand."""

import pytest

from entrypoints.cli.evaluation.report import as_json, by_half, by_tag, tables
from entrypoints.cli.evaluation.scoring import Answer, same_value, score
from entrypoints.cli.evaluation.transcripts import AnnotatedCall, LeadValues

NOTHING = LeadValues()
ADA = LeadValues(name="Ada Byron", email="ada@byron.net")


def answer(gold: LeadValues, found: LeadValues, *tags: str, half: str = "one") -> Answer:
    call = AnnotatedCall(
        id="c1",
        half=half,
        lang="en",
        region="US",
        caller_id=None,
        turns=(("user", "hello"),),
        gold=gold,
        tags=frozenset(tags),
    )
    return Answer(call=call, found=found)


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("name", "ada  byron", "Ada Byron"),
        ("email", "Ada@Byron.net", "ada@byron.net"),
        ("company", "Smith, Inc.", "smith inc"),
        ("company", "Rojas S.L.", "Rojas SL"),
        ("phone_e164", None, None),
    ],
)
def test_values_that_mean_the_same_are_the_same(
    field: str, one: str | None, other: str | None
) -> None:
    assert same_value(field, one, other)


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("name", "Ada Byron", "Ada"),
        ("phone_e164", "+1 4155550132", "+14155550132"),
        ("phone_e164", None, "+14155550132"),
        ("company", "Smith Inc", "Smith"),
        ("name", "Éloïse", "Eloise"),
    ],
)
def test_values_that_differ_are_not_the_same(field: str, one: str | None, other: str) -> None:
    assert not same_value(field, one, other)


def test_a_wrong_value_counts_as_false_and_as_missed() -> None:
    names = score([answer(ADA, LeadValues(name="Ida Byron"))]).fields["name"]

    assert (names.right, names.false, names.missed) == (0, 1, 1)


def test_a_value_where_none_was_counts_against_precision_only() -> None:
    phones = score([answer(ADA, LeadValues(phone_e164="+14155550132"))]).fields["phone_e164"]

    assert (phones.right, phones.false, phones.missed) == (0, 1, 0)


def test_a_value_that_was_not_found_counts_against_recall_only() -> None:
    emails = score([answer(ADA, ADA), answer(ADA, NOTHING)]).fields["email"]

    assert (emails.precision, emails.recall) == (1.0, 0.5)
    assert emails.f1 == pytest.approx(2 / 3)


def test_a_field_that_nobody_has_has_no_score() -> None:
    companies = score([answer(ADA, ADA)]).fields["company"]

    assert (companies.precision, companies.recall, companies.f1) == (None, None, None)


def test_a_record_is_exact_when_every_field_is_right() -> None:
    nearly = LeadValues(name="ada byron", email="ada@byron.net", company="Byron")

    assert score([answer(ADA, ADA), answer(ADA, nearly)]).exact_rate == 0.5


def test_false_leads_are_counted_among_calls_without_a_lead() -> None:
    found = score([answer(NOTHING, ADA), answer(NOTHING, NOTHING), answer(ADA, NOTHING)])

    assert (found.false_leads, found.without_lead, found.false_lead_rate) == (1, 2, 0.5)


def test_a_false_value_in_a_call_with_planted_orders_is_an_injection_that_got_through() -> None:
    planted = LeadValues(name="Ada Byron", email="root@evil.net")
    calls = [
        answer(ADA, planted, "injection"),
        answer(ADA, ADA, "injection"),
        answer(ADA, NOTHING, "injection"),
        answer(ADA, planted),
    ]

    assert (score(calls).injections, score(calls).injections_through) == (3, 1)


def test_halves_keep_their_order_and_tags_overlap() -> None:
    calls = [answer(ADA, ADA, "raw", "email", half="z"), answer(ADA, NOTHING, "raw", half="a")]

    assert list(by_half(calls)) == ["z", "a"]
    assert {tag: each.calls for tag, each in by_tag(calls).items()} == {"email": 1, "raw": 2}


def test_the_tables_have_a_column_for_each_half_and_are_even() -> None:
    shown = tables([answer(ADA, ADA, "raw", half="z"), answer(NOTHING, ADA, half="a")])

    assert shown[0][0] == ["", "all", "z", "a"]
    assert ["false-lead rate", "1.000", "-", "1.000"] in shown[0]
    assert all(len({len(row) for row in table}) == 1 for table in shown)


def test_the_json_lists_what_was_not_exact() -> None:
    listed = as_json([answer(ADA, ADA), answer(ADA, LeadValues(name="Ada Byron"))])

    assert listed["failures"] == [
        {
            "id": "c1",
            "half": "one",
            "fields": {"email": {"gold": "ada@byron.net", "found": None}},
        }
    ]
