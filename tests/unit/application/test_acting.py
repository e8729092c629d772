import asyncio

from application.acting import act_as, act_for, acting, tenant
from domain.ids import TenantId
from domain.principal import DEFAULT_TENANT, THE_SERVICE, Principal, PrincipalKind

ACME = TenantId("acme")


def test_the_service_acts_for_the_default_tenant_where_nobody_said_otherwise() -> None:
    assert acting() is THE_SERVICE
    assert tenant() == DEFAULT_TENANT


async def test_a_principal_acts_inside_the_block_and_in_its_tasks_and_nowhere_else() -> None:
    async def ask() -> TenantId:
        await asyncio.sleep(0)
        return tenant()

    beside = asyncio.create_task(ask())
    with act_as(Principal(subject="key_1", kind=PrincipalKind.API_KEY, tenant=ACME)):
        inside = asyncio.create_task(ask())
    assert (await inside, await beside, tenant()) == (ACME, DEFAULT_TENANT, DEFAULT_TENANT)


def test_work_for_a_tenant_is_done_by_the_service() -> None:
    with act_for(ACME):
        assert acting().kind is PrincipalKind.SERVICE
        assert tenant() == ACME
