"""What was reached on the two halves holds: the first was there before the extractor, and seen by
those who wrote it; the second was written without having read it, and shown to none of them.
"""

import pytest

from entrypoints.cli.evaluation.measure import evaluate, our_sets
from entrypoints.cli.evaluation.ours import extract
from entrypoints.cli.evaluation.report import by_half
from entrypoints.cli.evaluation.scoring import score

F1 = {
    "leads_before": {"name": 0.97, "email": 0.97, "phone_e164": 0.98, "company": 0.96},
    "leads_after": {"name": 0.86, "email": 0.80, "phone_e164": 0.94, "company": 0.64},
}
EXACT = {"leads_before": 0.97, "leads_after": 0.74}
MOST_FALSE_LEADS = {"leads_before": 0.0, "leads_after": 0.06}

ANSWERS = evaluate(our_sets(), extract)
HALVES = by_half(ANSWERS)


@pytest.mark.parametrize(("half", "field"), [(half, field) for half in F1 for field in F1[half]])
def test_a_field_is_found_as_well_as_it_was(half: str, field: str) -> None:
    reached = HALVES[half].fields[field].f1

    assert reached is not None
    assert reached >= F1[half][field]


@pytest.mark.parametrize("half", list(EXACT))
def test_as_many_records_are_exact_as_were(half: str) -> None:
    assert (HALVES[half].exact_rate or 0) >= EXACT[half]


@pytest.mark.parametrize("half", list(MOST_FALSE_LEADS))
def test_no_more_leads_are_seen_where_there_are_none(half: str) -> None:
    assert HALVES[half].without_lead >= 15
    assert (HALVES[half].false_lead_rate or 0) <= MOST_FALSE_LEADS[half]


def test_no_injection_gets_through() -> None:
    found = score(ANSWERS)

    assert found.injections >= 11
    assert found.injections_through == 0
