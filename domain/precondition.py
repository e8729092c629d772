"""What an asker says to have read, before they change it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from domain.errors import PreconditionFailedError, StaleVersionError


@dataclass(frozen=True, slots=True, kw_only=True)
class Precondition:
    """One of *tags* is to be in force; *anything*: any will do, as long as there is one."""

    tags: frozenset[str] = frozenset()
    anything: bool = False

    def check(self, tag: str | None, *, what: str) -> None:
        """Raises PreconditionFailedError unless *tag* is one of them; None: there is none."""
        if tag is None:
            raise PreconditionFailedError(f"there is no {what} any more")
        if not self.anything and tag not in self.tags:
            raise PreconditionFailedError(f"the {what} was changed since it was read")


@contextmanager
def in_force(precondition: Precondition | None) -> Iterator[None]:
    """Around the saving of what passed the check.

    Whoever is outrun there is told the same as if they had been outrun before: with a precondition
    PreconditionFailedError in place of StaleVersionError.
    """
    try:
        yield
    except StaleVersionError as error:
        if precondition is None:
            raise
        raise PreconditionFailedError(str(error)) from None
