"""Change one session although others may be saving it at the same moment."""

from collections.abc import Callable

from application.ports.unit_of_work import UnitOfWorkFactory
from domain.errors import StaleVersionError
from domain.ids import VoiceSessionId
from domain.voice_session import VoiceSession

_TRIES = 5


async def change_session(
    unit_of_work: UnitOfWorkFactory,
    session_id: VoiceSessionId,
    change: Callable[[VoiceSession], VoiceSession],
) -> VoiceSession:
    """Apply *change* to the session as it is now, and save it; again from the start if outrun.

    *change* may answer the session it was given, to leave it alone. Raises NotFoundError, whatever
    *change* raises, and StaleVersionError after five lost races.
    """
    for tries_left in reversed(range(_TRIES)):
        try:
            return await _change_once(unit_of_work, session_id, change)
        except StaleVersionError:
            if not tries_left:
                raise
    raise AssertionError("unreachable: the last try returns or raises")


async def _change_once(
    unit_of_work: UnitOfWorkFactory,
    session_id: VoiceSessionId,
    change: Callable[[VoiceSession], VoiceSession],
) -> VoiceSession:
    async with unit_of_work() as uow:
        session = await uow.sessions.get(session_id)
        changed = change(session)
        if changed is session:
            return session
        await uow.sessions.save(changed)
        await uow.commit()
        return await uow.sessions.get(session_id)
