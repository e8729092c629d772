"""Durable work, over HTTP."""

from datetime import timedelta

import httpx

from application.ports.work_queue import Job
from tests.http.conftest import Service

LEASE = timedelta(seconds=30)


async def dead_job(service: Service) -> str:
    async with service.store.unit_of_work() as uow:
        await uow.work.put(Job(kind="ring", key="ring:1", payload={"n": 1}))
        await uow.work.put(Job(kind="other", key="other:1"))
        await uow.commit()
    desk = service.store.work_desk
    (item,) = await desk.claim(owner="one", kinds=("ring",), lease=LEASE, at_most=1)
    await desk.give_up(item, reason="refused")
    return item.id


async def test_what_failed_for_good_is_seen_with_its_reason(
    http: httpx.AsyncClient, service: Service
) -> None:
    work_id = await dead_job(service)
    (dead,) = (await http.get("/api/work", params={"state": "dead"})).json()["items"]
    assert (dead["id"], dead["lastError"], dead["attempt"]) == (work_id, "refused", 1)
    assert (await http.get(f"/api/work/{work_id}")).json() == dead


async def test_work_is_listed_by_kind_and_in_pages(
    http: httpx.AsyncClient, service: Service
) -> None:
    await dead_job(service)
    first = (await http.get("/api/work", params={"limit": 1})).json()
    rest = (await http.get("/api/work", params={"cursor": first["nextCursor"]})).json()
    kinds = [one["kind"] for one in (*first["items"], *rest["items"])]
    assert kinds[:2] == ["other", "ring"]
    (ring,) = (await http.get("/api/work", params={"kind": "ring"})).json()["items"]
    assert ring["payload"] == {"n": 1}


async def test_a_dead_job_is_tried_again_when_a_person_says_so(
    http: httpx.AsyncClient, service: Service
) -> None:
    work_id = await dead_job(service)
    assert (await http.post(f"/api/work/{work_id}/retry")).json()["state"] == "ready"
    again = await http.post(f"/api/work/{work_id}/retry")
    assert (again.status_code, again.json()["code"]) == (409, "conflict")


async def test_a_job_that_is_not_wanted_is_cancelled(
    http: httpx.AsyncClient, service: Service
) -> None:
    work_id = await dead_job(service)
    assert (await http.post(f"/api/work/{work_id}/cancel")).json()["state"] == "cancelled"
    assert (await http.post("/api/work/999/cancel")).status_code == 404
