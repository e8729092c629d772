import pytest

from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.settings import Settings, SettingsError, load_settings

_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
_NEEDED: dict[str, dict[str, str]] = {
    "webhook": {"CRM_WEBHOOK_URL": "https://x.test/hook", "CRM_WEBHOOK_SECRET": _SECRET},
    "hubspot": {"HUBSPOT_TOKEN": "pat-1"},
    "bottlecrm": {"BOTTLECRM_URL": "https://crm.test", "BOTTLECRM_TOKEN": "bcrm_pat_1"},
    "salesforce": {
        "SALESFORCE_URL": "https://x.my.salesforce.com",
        "SALESFORCE_CLIENT_ID": "id",
        "SALESFORCE_CLIENT_SECRET": "s3cret",
    },
}


def given(monkeypatch: pytest.MonkeyPatch, **variables: str) -> Settings:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return load_settings(env_file=None)


@pytest.mark.parametrize("name", sorted(_NEEDED))
async def test_the_setting_chooses_the_crm(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    container = Container(settings=given(monkeypatch, CRM=name, **_NEEDED[name]))
    assert container.crm().capabilities.name == name
    http = container.crm_http()
    assert http is not None
    await http.close()


@pytest.mark.parametrize("name", sorted(_NEEDED))
def test_a_crm_without_its_credentials_is_a_mistake_that_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with pytest.raises(SettingsError, match=next(iter(_NEEDED[name]))):
        given(monkeypatch, CRM=name)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("CRM_WEBHOOK_URL", "http://example.org/hook"),
        ("CRM_WEBHOOK_SECRET", "whsec_no base64!"),
        ("CRM", "abacus"),
    ],
)
def test_what_cannot_work_is_refused(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    with pytest.raises(SettingsError, match=variable) as refused:
        given(monkeypatch, **{variable: value})
    assert value not in str(refused.value)
