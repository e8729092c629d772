"""A desk for each test."""

import pytest

from tests.unit.crm.desk import Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()
