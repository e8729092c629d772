"""What every store promises of orders to live calls."""

import pytest

from domain.errors import NotFoundError
from domain.ids import CommandId, VoiceSessionId
from domain.language import Language
from domain.session_command import AdjustAgent, CallBack, HandOff, Order, SessionCommand, Speak
from tests.contracts.store import LEASE, NOW, Store, a_session, keep


def an_order(number: int, order: Order) -> SessionCommand:
    return SessionCommand(
        id=CommandId(f"cmd_{number:03d}"),
        session_id=VoiceSessionId("ses_001"),
        order=order,
        created_at=NOW,
    )


class SessionCommandsContract:
    """Subclasses bring a `store` fixture."""

    async def test_orders_wait_until_the_call_has_applied_them(self, store: Store) -> None:
        await keep(store, a_session())
        adjust = AdjustAgent(
            instructions="Be brief.", speed=1.2, tools=("end_call",), languages=(Language("de"),)
        )
        given: tuple[Order, ...] = (adjust, HandOff(to="anna"), CallBack(), Speak(text="x"))
        orders = [an_order(number, order) for number, order in enumerate(given)]
        async with store.unit_of_work() as uow:
            for order in reversed(orders):
                await uow.session_commands.add(order)
            await uow.commit()
        async with store.unit_of_work() as uow:
            assert list(await uow.session_commands.find_pending(orders[0].session_id)) == orders
            assert not await uow.session_commands.find_pending(VoiceSessionId("ses_002"))
            await uow.session_commands.save(orders[0].applied(NOW + LEASE))
            await uow.commit()
        async with store.unit_of_work() as uow:
            rest = list(await uow.session_commands.find_pending(orders[0].session_id))
            assert rest == orders[1:]
            with pytest.raises(NotFoundError):
                await uow.session_commands.save(an_order(9, CallBack()))
