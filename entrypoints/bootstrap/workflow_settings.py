"""The settings of workflows."""

from base64 import b64decode
from binascii import Error

from pydantic import SecretStr, field_validator
from pydantic_settings import BaseSettings

from domain.errors import InvalidValueError
from domain.webhook import parse_target


class WorkflowSettings(BaseSettings):
    """How workflows sign what they send, and by which way their messages leave."""

    workflow_webhook_secret: SecretStr | None = None
    messages_webhook_url: str | None = None

    @field_validator("workflow_webhook_secret")
    @classmethod
    def _signs(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            try:
                b64decode(value.get_secret_value().removeprefix("whsec_"), validate=True)
            except Error:
                raise ValueError("must be whsec_ and a secret in base64") from None
        return value

    @field_validator("messages_webhook_url")
    @classmethod
    def _leads_somewhere(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                parse_target(value)
            except InvalidValueError as error:
                raise ValueError(str(error)) from None
        return value
