import pytest

from adapters.net.addresses import AddressGuard, is_public
from domain.errors import RejectedError, UnavailableError


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_an_address_of_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:80ff:fffe",
        "::7f00:1",
        "fec0::1",
        "64:ff9b:1::7f00:1",
        "192.0.0.8",
        "3fff::1",
    ],
)
def test_an_address_of_a_private_network_is_not_however_it_is_wrapped(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://[::ffff:7f00:1]/",
        "https://localhost/",
        "http://93.184.216.34/",
        "file:///etc/passwd",
        "https://[::1",
        "https://host:port/",
    ],
)
async def test_no_spelling_of_an_address_leads_into_the_private_network(url: str) -> None:
    with pytest.raises(RejectedError):
        await AddressGuard().resolve(url)


async def test_an_allowed_host_may_be_private_and_unencrypted() -> None:
    for hosts in ({"127.0.0.1"}, {"127.0.0.1:9000"}):
        guard = AddressGuard(allowed_hosts=frozenset(hosts))
        assert (await guard.resolve("http://127.0.0.1:9000/x")).addresses == ("127.0.0.1",)


async def test_another_port_of_an_allowed_host_is_not_allowed() -> None:
    guard = AddressGuard(allowed_hosts=frozenset({"127.0.0.1:9000"}))
    with pytest.raises(RejectedError):
        await guard.resolve("https://127.0.0.1:9001/x")


async def test_a_host_that_does_not_exist_may_exist_later() -> None:
    with pytest.raises(UnavailableError):
        await AddressGuard().resolve("https://no-such-host.invalid/")


async def test_everybody_is_held_to_the_ports_except_who_is_allowed() -> None:
    guard = AddressGuard(allowed_hosts=frozenset({"127.0.0.1:9000"}), ports=frozenset({443, 8443}))
    assert (await guard.resolve("https://93.184.216.34/")).port == 443
    assert (await guard.resolve("https://93.184.216.34:8443/")).port == 8443
    assert (await guard.resolve("http://127.0.0.1:9000/")).port == 9000
    with pytest.raises(RejectedError, match="on port 443 or 8443"):
        await guard.resolve("https://93.184.216.34:22/")
