import asyncio

import pytest

from adapters.tools.runner import RemoteToolRunner
from domain.errors import RejectedError
from entrypoints.bootstrap.factories import make_tool_runner
from entrypoints.bootstrap.settings import (
    Settings,
    SettingsError,
    environment_of,
    load_settings,
)


@pytest.mark.parametrize(
    "text", ["sk-very-secret", '["sk-very-secret"]', '{"KEY": 7}', '{"key": "sk-very-secret"}']
)
def test_secrets_that_cannot_be_read_are_a_mistake_that_does_not_show_them(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("TOOL_SECRETS", text)
    with pytest.raises(SettingsError, match="TOOL_SECRETS: ") as caught:
        load_settings(None)
    assert "sk-very-secret" not in str(caught.value)


def test_what_tools_may_do_is_what_the_settings_say() -> None:
    settings = Settings(
        _env_file=None,
        tool_secrets='{"SHOP": "sk-shop"}',
        tool_allowed_hosts="127.0.0.1:9000, Orders.Internal ,",
        tool_allowed_commands="/usr/bin/stock",
    )
    runner = make_tool_runner(settings)
    assert isinstance(runner, RemoteToolRunner)
    assert runner.secrets.fill({"Authorization": "Bearer secret:SHOP"}) == {
        "Authorization": "Bearer sk-shop"
    }
    assert runner.guard.allowed_hosts == {"127.0.0.1:9000", "orders.internal"}
    assert runner.allowed_commands == {"/usr/bin/stock"}
    assert environment_of(settings)["TOOL_SECRETS"] == '{"SHOP": "sk-shop"}'


def test_by_default_tools_reach_nothing_private() -> None:
    runner = make_tool_runner(Settings(_env_file=None))
    assert isinstance(runner, RemoteToolRunner)
    assert not runner.guard.allowed_hosts
    assert not runner.allowed_commands
    with pytest.raises(RejectedError, match="https"):
        asyncio.run(runner.guard.resolve("http://127.0.0.1/"))
