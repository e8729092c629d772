"""Database errors in our words; their texts stay behind, since they may quote what was stored."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from domain.errors import ConflictError, RejectedError, UnavailableError


@contextmanager
def translated() -> Iterator[None]:
    """Raise ConflictError, UnavailableError or RejectedError in place of what the driver raised."""
    try:
        yield
    except IntegrityError:
        raise ConflictError("that is stored already, or refers to what is not stored") from None
    except (OperationalError, PoolTimeoutError, OSError, TimeoutError) as error:
        raise UnavailableError("the database did not answer") from _named(error)
    except DBAPIError as error:
        if error.connection_invalidated or _is_passing(error):
            raise UnavailableError("the database did not answer") from _named(error)
        raise RejectedError("the database refused that") from _named(error)


def _is_passing(error: DBAPIError) -> bool:
    # Postgres: connection trouble, serialisation, resources, operator intervention.
    state = str(getattr(error.orig, "sqlstate", "") or "")
    return state[:2] in {"08", "40", "53", "57"}


def _named(error: Exception) -> Exception:
    original = getattr(error, "orig", None) or error
    return RuntimeError(type(original).__name__)
