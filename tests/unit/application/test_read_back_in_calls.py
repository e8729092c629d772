"""Details are read back on the call: in the caller's language, and more slowly the second time."""

from domain.language import Language
from tests.unit.application.calls import OngoingCall, ongoing, said
from tests.unit.application.conftest import Service

GERMAN = Language("de")


async def read_back(call: OngoingCall, field: str, value: str) -> str:
    noted = await call.service.call.use_tool("record_contact", field=field, value=value)
    return str(noted.payload["readBack"])


async def test_an_address_is_spelled_when_it_is_read_back_again(service: Service) -> None:
    async with ongoing(service) as call:
        await call.join()
        await call.hear(said("i1", "It is sarah at example dot com."))
        first = await read_back(call, "email", "sarah@example.com")
        assert first.startswith("sarah at example dot com")
        again = await read_back(call, "email", "sarah@example.com")
        assert again.lower().startswith("s")
        assert "sarah" not in again.lower()


async def test_a_number_is_read_back_in_groups_in_the_callers_language(fresh: Service) -> None:
    await fresh.publish(languages=(Language("en"), GERMAN))
    async with ongoing(fresh) as call:
        await call.join()
        await call.hear(said("i1", "Meine Nummer ist ...", language=GERMAN))
        spoken = await read_back(call, "phone", "+436601234567")
        assert spoken.startswith("plus vier drei, ")
        assert "sechs sechs null" in spoken
