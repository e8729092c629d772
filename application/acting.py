"""On whose behalf the running code acts: set at each door, read where data is stored and audited.

A context variable, because it follows a request, a job or a piece of work through every task they
start, and no use-case needs to hand it on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from domain.ids import TenantId
from domain.principal import THE_SERVICE, Principal

_acting: ContextVar[Principal] = ContextVar("acting", default=THE_SERVICE)


def acting() -> Principal:
    """Who acts; the service itself, for the default tenant, where nobody said otherwise."""
    return _acting.get()


def tenant() -> TenantId:
    """The tenant that rows read and written belong to."""
    return _acting.get().tenant


@contextmanager
def act_as(principal: Principal) -> Iterator[None]:
    """Inside the block, and in tasks begun there, *principal* acts."""
    token = _acting.set(principal)
    try:
        yield
    finally:
        _acting.reset(token)


@contextmanager
def act_for(tenant: TenantId) -> Iterator[None]:
    """Inside the block the service acts for *tenant*: jobs and durable work have no asker."""
    with act_as(replace(THE_SERVICE, tenant=tenant)):
        yield
