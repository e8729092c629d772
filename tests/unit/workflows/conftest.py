"""What the tests of workflows share."""

import pytest

from tests.unit.workflows.desk import Desk


@pytest.fixture
def desk() -> Desk:
    """Everything in memory."""
    return Desk()
