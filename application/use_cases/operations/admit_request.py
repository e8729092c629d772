"""Too much, too fast, is turned away."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from application.ports.rate_limiter import RateLimiter
from domain.errors import UnavailableError
from domain.rate_limit import Asker, Count, Rate, Rates, Traffic

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmitRequestCommand:
    """One more request of this kind, by each of *askers*."""

    traffic: Traffic
    askers: Mapping[Asker, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What was counted, under which name and rate."""

    name: str
    rate: Rate
    count: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmitRequest:
    """Each asker has a rate for each kind of request; who is named in no rate has none.

    While counting is not possible, reads and changes are let through; what begins a call or lets
    somebody join one is not.
    """

    limiter: RateLimiter
    rates: Mapping[Asker, Rates]

    async def execute(self, command: AdmitRequestCommand) -> Sequence[Counted]:
        """All that was counted; the request is turned away if one of them is not allowed.

        Raises UnavailableError while nobody can count what costs much.
        """
        counted: list[Counted] = []
        try:
            for asker, subject in command.askers.items():
                rate = self.rates.get(asker, {}).get(command.traffic)
                if rate is not None:
                    name = f"{command.traffic}-{asker}"
                    count = await self.limiter.hit(rate, name, subject)
                    counted.append(Counted(name=name, rate=rate, count=count))
        except UnavailableError:
            log.warning("requests are not counted", extra={"traffic": command.traffic.value})
            if command.traffic.costs_much:
                raise
        return counted
