"""Run a tool that the model asked for."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from application.use_cases.leads.confirm_contact import ConfirmContact, ConfirmContactCommand
from application.use_cases.leads.decline_contact import DeclineContact, DeclineContactCommand
from application.use_cases.leads.record_contact import RecordContact, RecordContactCommand
from application.use_cases.leads.withdraw_contact import WithdrawContact, WithdrawContactCommand
from domain.contact_details import ContactField
from domain.errors import InvalidValueError, NotFoundError, ServiceError, UnavailableError
from domain.ids import VoiceSessionId
from domain.tool import ToolName, ToolOutcome

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvokeToolCommand:
    """*arguments* come from a model, and are trusted no further than their types are checked.

    *tools* are the names the agent may use.
    """

    session_id: VoiceSessionId
    name: str
    arguments: Mapping[str, object]
    tools: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InvokeTool:
    """A tool works on the session it is called in, whatever its arguments say.

    A tool that fails answers with a sentence the model can act on; it never breaks the call.
    """

    record_contact: RecordContact
    confirm_contact: ConfirmContact
    decline_contact: DeclineContact
    withdraw_contact: WithdrawContact

    async def execute(self, command: InvokeToolCommand) -> ToolOutcome:
        """What the model is told. Raises nothing of ours."""
        try:
            return await self._run(command)
        except UnavailableError:
            return _failed("that cannot be stored just now; go on and try again later")
        except ServiceError as error:
            return _failed(str(error))
        except Exception:
            log.exception("tool broke", extra={"tool": command.name})
            return _failed("that did not work; go on without it")

    async def _run(self, command: InvokeToolCommand) -> ToolOutcome:
        if command.name not in command.tools:
            raise NotFoundError(f"there is no tool {command.name!r}")
        match ToolName(command.name):
            case ToolName.RECORD_CONTACT:
                return await self._record(command)
            case ToolName.CONFIRM_CONTACT:
                return await self._confirm(command)
            case ToolName.DECLINE_CONTACT:
                await self.decline_contact.execute(
                    DeclineContactCommand(session_id=command.session_id, field=_field(command))
                )
                return _done(next="ask the caller to say it again, or to spell it")
            case ToolName.WITHDRAW_CONTACT:
                await self.withdraw_contact.execute(
                    WithdrawContactCommand(session_id=command.session_id, field=_field(command))
                )
                return _done()
            case ToolName.END_CALL:
                return ToolOutcome(payload={"ok": True}, ends_call=True)

    async def _record(self, command: InvokeToolCommand) -> ToolOutcome:
        noted = await self.record_contact.execute(
            RecordContactCommand(
                session_id=command.session_id,
                field=_field(command),
                value=_text(command, "value"),
                spelled=command.arguments.get("spelled") is True,
            )
        )
        return _done(token=noted.token, readBack=noted.read_back, value=noted.value)

    async def _confirm(self, command: InvokeToolCommand) -> ToolOutcome:
        await self.confirm_contact.execute(
            ConfirmContactCommand(
                session_id=command.session_id,
                field=_field(command),
                token=_text(command, "token"),
            )
        )
        return _done()


def _done(**facts: object) -> ToolOutcome:
    return ToolOutcome(payload={"ok": True, **facts})


def _failed(sentence: str) -> ToolOutcome:
    return ToolOutcome(payload={"ok": False, "say": sentence})


def _text(command: InvokeToolCommand, key: str) -> str:
    value = command.arguments.get(key)
    if not isinstance(value, str) or not value.strip() or len(value) > 200:
        raise InvalidValueError(f"{key} must be a text of 1 to 200 characters")
    return value


def _field(command: InvokeToolCommand) -> ContactField:
    try:
        return ContactField(_text(command, "field"))
    except ValueError:
        raise InvalidValueError(f"field must be one of {', '.join(ContactField)}") from None
