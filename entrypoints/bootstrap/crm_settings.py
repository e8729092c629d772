"""The settings of CRMs."""

from base64 import b64decode
from binascii import Error
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings

CrmName = Literal["embedded", "webhook", "hubspot", "salesforce", "bottlecrm"]

_NEEDED: dict[str, tuple[str, ...]] = {
    "embedded": (),
    "webhook": ("crm_webhook_url", "crm_webhook_secret"),
    "hubspot": ("hubspot_token",),
    "bottlecrm": ("bottlecrm_url", "bottlecrm_token"),
    "salesforce": ("salesforce_url", "salesforce_client_id", "salesforce_client_secret"),
}


class CrmSettings(BaseSettings):
    """Which CRM leads go to, and how it is reached."""

    crm_update: Literal["fill", "overwrite"] = "fill"
    crm_transcript_url: str | None = None
    crm_webhook_url: str | None = None
    crm_webhook_secret: SecretStr | None = None
    hubspot_token: SecretStr | None = None
    hubspot_key_property: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,99}$")] = (
        "voice_agent_key"
    )
    salesforce_url: str | None = None
    salesforce_client_id: str | None = None
    salesforce_client_secret: SecretStr | None = None
    salesforce_key_field: Annotated[str, Field(pattern=r"^[A-Za-z]\w{0,79}$")] = (
        "Voice_Agent_Key__c"
    )
    bottlecrm_url: str | None = None
    bottlecrm_token: SecretStr | None = None
    # The last one: whether all is there that it needs is known only then.
    crm: CrmName = "embedded"

    @field_validator("crm_webhook_url", "salesforce_url", "bottlecrm_url")
    @classmethod
    def _is_https(cls, value: str | None) -> str | None:
        local = ("http://127.0.0.1", "http://localhost")
        if value is not None and not value.startswith(("https://", *local)):
            raise ValueError("must start with https://")
        return value

    @field_validator("crm_webhook_secret")
    @classmethod
    def _can_sign(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            try:
                b64decode(value.get_secret_value().removeprefix("whsec_"), validate=True)
            except Error:
                raise ValueError("must be whsec_ and a secret in base64") from None
        return value

    @field_validator("crm")
    @classmethod
    def _is_complete(cls, value: str, info: ValidationInfo) -> str:
        missing = [name.upper() for name in _NEEDED[value] if info.data.get(name) is None]
        if missing:
            raise ValueError(f"{value} needs {', '.join(missing)}")
        return value
