"""Leads in short calls: what counts, what does not, and what becomes of it."""

from typing import Any

import pytest

from domain.contact_details import ContactField
from tests.unit.lead_extraction.reading import CALLS, read


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call["turns"][-1][2:40])
def test_a_call_gives_the_lead_that_a_careful_reader_finds(call: dict[str, Any]) -> None:
    found = read(*call["turns"], language=call["language"], region=call["region"])
    values = {field.value: found.value_of(field) for field in ContactField}
    lead = {field: value.casefold() for field, value in values.items() if value is not None}
    assert lead == {field: value.casefold() for field, value in call["lead"].items()}
