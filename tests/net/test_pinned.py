import pytest

from adapters.net.addresses import AddressGuard, Origin
from adapters.net.pinned import pinned_url
from domain.errors import RejectedError


@pytest.mark.parametrize(
    "url",
    [
        "https://93.184.216.34/a%2Fb?c=d%20e",
        "https://93.184.216.34:8443/",
        "https://[2606:2800:220:1:0:0:0:1]/",
    ],
)
async def test_an_address_that_has_one_reading_goes_out_as_it_is(url: str) -> None:
    assert str(pinned_url(url, await AddressGuard().resolve(url))) == url


def test_the_case_of_a_host_makes_no_difference() -> None:
    origin = Origin("https", "shop.test.", 443, ("93.184.216.34",))
    assert pinned_url("https://SHOP.test./x", origin).raw_host == "SHOP.test."


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://shop.test:444/",
        "http://shop.test:443/",
        "https://shop.test\\@127.0.0.1/",
        "https://shop.test\\.127.0.0.1/",
        "https://shop.test:0/",
        "https:///shop.test",
        "https://[::1/",
    ],
)
def test_any_other_reading_is_refused(url: str) -> None:
    with pytest.raises(RejectedError):
        pinned_url(url, Origin("https", "shop.test", 443, ("93.184.216.34",)))
