import pytest

from adapters.webhooks.sender import HttpWebhookSender
from domain.errors import RejectedError
from entrypoints.bootstrap.settings import Settings
from entrypoints.bootstrap.wiring.webhooks import make_webhook_secrets, make_webhook_sender


async def test_by_default_webhooks_reach_nothing_private_and_no_other_port() -> None:
    sender = make_webhook_sender(Settings(_env_file=None))
    for url in ("http://127.0.0.1/", "https://127.0.0.1/", "https://93.184.216.34:22/"):
        with pytest.raises(RejectedError):
            await sender.check(url)
    for url in ("https://93.184.216.34/", "https://93.184.216.34:8443/"):
        await sender.check(url)


async def test_webhooks_reach_the_hosts_that_the_settings_name() -> None:
    settings = Settings(_env_file=None, webhook_allowed_hosts="127.0.0.1:9000, Hooks.Internal ,")
    sender = make_webhook_sender(settings)
    assert isinstance(sender, HttpWebhookSender)
    assert sender.guard.allowed_hosts == {"127.0.0.1:9000", "hooks.internal"}
    await sender.check("http://127.0.0.1:9000/")


def test_secrets_have_the_form_of_the_standard() -> None:
    assert make_webhook_secrets().new().startswith("whsec_")
