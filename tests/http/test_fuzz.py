"""The description holds whatever is sent: no failure of ours, nothing that is not described."""

import asyncio
from datetime import timedelta
from typing import Any

import schemathesis
from dependency_injector import providers
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi.checks import (
    negative_data_rejection,
    positive_data_acceptance,
)

from adapters.in_memory import ManualClock
from domain.principal import Scope
from entrypoints.bootstrap.lifecycle import seed
from entrypoints.bootstrap.settings import Settings
from entrypoints.http.app import create_app
from tests.http.conftest import in_memory_service

# What a schema cannot say is refused all the same, with 422; and of a query parameter that is given
# twice the last one counts, which a schema cannot say either.
_EXCLUDED: list[Any] = [positive_data_acceptance, negative_data_rejection]


_KEY = "the-key-that-may-do-everything"
_SHOWN = {"Authorization": f"Bearer {_KEY}"}


class RushingClock(ManualClock):
    """Whoever sleeps on it has slept."""

    async def sleep(self, seconds: float) -> None:
        """Return at once, later."""
        self._now += timedelta(seconds=seconds)
        await asyncio.sleep(0)


def _app_with_a_key() -> FastAPI:
    container = in_memory_service(RushingClock()).container
    asyncio.run(seed(container))
    keys = f"fuzz:{_KEY}:{'+'.join(Scope)}"
    settings = Settings(_env_file=None).updated(api_keys=keys)
    container.settings.override(providers.Object(settings))
    return create_app(container)


schema = schemathesis.openapi.from_asgi("/openapi.json", _app_with_a_key())


# Conditions hold conditions, and transcripts are long: to make up bodies of those takes minutes.
# `test_hostile` sends what it has to these operations too.
_LARGE = ["createWorkflow", "changeWorkflow", "extractLead"]


@schema.exclude(operation_id=_LARGE).parametrize()
@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_described(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate(headers=_SHOWN, excluded_checks=_EXCLUDED)
