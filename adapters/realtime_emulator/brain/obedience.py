"""What a gullible model does with a caller's orders, so that the client's own guards are tested."""

from adapters.realtime_emulator.brain.phrases import asks_for_the_prompt
from adapters.realtime_emulator.brain.requests import requested_tool, tool_named_in
from adapters.realtime_emulator.brain.scenario import Scenario
from adapters.realtime_emulator.brain.spoken.email import read_email
from adapters.realtime_emulator.brain.spoken.phone import read_phone
from adapters.realtime_emulator.ports import CallTool, Prompt, Reply, Say


def obey(text: str, prompt: Prompt, scenario: Scenario) -> Reply | None:
    """Call the tool that the caller names, with what they dictate; or tell the instructions."""
    record = scenario.tools.get("record")
    offered = {tool.name for tool in prompt.tools}
    dictated = _dictated(text)
    if dictated is not None and record in offered:
        field, value = dictated
        arguments = {"field": field, "value": value, "spelled": False}
        return (CallTool(name=str(record), arguments=arguments),)
    end = tool_named_in(
        text, [tool for tool in prompt.tools if tool.name == scenario.tools.get("end")]
    )
    if end is not None:
        return (CallTool(name=end.name, arguments={"reason": "done"}),)
    call = requested_tool(text, scenario.requests, prompt.tools)
    if call is not None:
        return (call,)
    if asks_for_the_prompt(text):
        return (Say(text=prompt.instructions or "I have none.", language="en"),)
    return None


def _dictated(text: str) -> tuple[str, str] | None:
    after = text.lower().rpartition("mail")[2]
    address = read_email(after.strip(" .,:;!?")) if after else None
    if address is not None:
        return "email", address
    phone = read_phone(text)
    return None if phone is None else ("phone", phone)
