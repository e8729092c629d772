"""Where a caller can be put through to, by telephone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.errors import InvalidValueError
from domain.tool import BUILT_IN_TOOLS, ToolDefinition, ToolName

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _-]{0,63}")
_ADDRESS = re.compile(r"tel:\+[1-9][0-9]{4,14}|sips?:[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.:-]{1,128}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferTarget:
    """A telephone that the agent may put callers through to; the model knows only its *name*.

    Raises InvalidValueError unless *address* is `tel:+...` or `sip:...@...`.
    """

    name: str
    address: str

    def __post_init__(self) -> None:
        if _NAME.fullmatch(self.name) is None:
            raise InvalidValueError("transferTo.name must be 1 to 64 letters, digits, _ or -")
        if _ADDRESS.fullmatch(self.address) is None:
            raise InvalidValueError("transferTo.address must be tel:+43... or sip:user@host")


def transfer_tool(targets: Sequence[TransferTarget]) -> ToolDefinition:
    """The tool that puts a caller through to one of *targets*."""
    names = [target.name for target in targets]
    return replace(
        BUILT_IN_TOOLS[ToolName.TRANSFER_CALL],
        parameters={
            "type": "object",
            "properties": {"to": {"type": "string", "enum": names}},
            "required": ["to"],
            "additionalProperties": False,
        },
    )


def check_transfers(tools: Sequence[str], targets: Sequence[TransferTarget]) -> None:
    """Raises InvalidValueError for two targets of one name, and for a tool that leads nowhere."""
    if len({target.name for target in targets}) < len(targets):
        raise InvalidValueError("several of transferTo have the same name")
    if ToolName.TRANSFER_CALL in tools and not targets:
        raise InvalidValueError("transfer_call needs at least one target in transferTo")
