"""Who is turned away, and who is let through while nobody can count."""

import pytest

from application.use_cases.operations.admit_request import AdmitRequest, AdmitRequestCommand
from domain.errors import InvalidValueError, UnavailableError
from domain.rate_limit import Asker, Count, Rate, Traffic, parse_rates


class Tally:
    """Counts for ever."""

    def __init__(self) -> None:
        self.hits: dict[tuple[str, str], int] = {}
        self.down = False

    async def hit(self, rate: Rate, name: str, subject: str) -> Count:
        if self.down:
            raise UnavailableError("down")
        now = self.hits[name, subject] = self.hits.get((name, subject), 0) + 1
        return Count(allowed=now <= rate.amount, remaining=max(0, rate.amount - now), reset_s=1.0)


@pytest.fixture
def tally() -> Tally:
    return Tally()


@pytest.fixture
def admit(tally: Tally) -> AdmitRequest:
    rates = {
        Asker.CREDENTIAL: parse_rates("read=1/minute, dispatch=1/hour"),
        Asker.TENANT: parse_rates("read=3/minute"),
    }
    return AdmitRequest(limiter=tally, rates=rates)


def asked(traffic: Traffic = Traffic.READ, key: str = "k1") -> AdmitRequestCommand:
    askers = {Asker.ADDRESS: "a", Asker.CREDENTIAL: key, Asker.TENANT: "t"}
    return AdmitRequestCommand(traffic=traffic, askers=askers)


async def test_each_asker_is_counted_for_each_kind(admit: AdmitRequest) -> None:
    first = await admit.execute(asked())
    assert [(one.name, one.count.allowed) for one in first] == [
        ("read-credential", True),
        ("read-tenant", True),
    ]
    second = await admit.execute(asked())
    assert [one.count.allowed for one in second] == [False, True]
    other = await admit.execute(asked(key="k2"))
    assert [one.count.remaining for one in other] == [0, 0]
    assert [one.name for one in await admit.execute(asked(Traffic.DISPATCH))] == [
        "dispatch-credential"
    ]
    assert not await admit.execute(asked(Traffic.WRITE))


async def test_while_nobody_counts_only_what_costs_much_waits(
    admit: AdmitRequest, tally: Tally
) -> None:
    tally.down = True
    assert await admit.execute(asked()) == []
    with pytest.raises(UnavailableError):
        await admit.execute(asked(Traffic.DISPATCH))
    assert Traffic.TOKENS.costs_much
    assert not Traffic.WRITE.costs_much


def test_rates_are_read() -> None:
    assert parse_rates("read=10/second, tokens=2/day") == {
        Traffic.READ: Rate(amount=10, seconds=1),
        Traffic.TOKENS: Rate(amount=2, seconds=86400),
    }
    assert parse_rates(" OFF ") == {}


@pytest.mark.parametrize(
    "text", ["", "read", "read=", "read=0/second", "read=5/week", "calls=5/day", "read=5/day,"]
)
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        parse_rates(text)
