"""What steps do outside of the service."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from application.ports.messages import Message, Messages
from application.ports.rooms import RoomGateway
from application.ports.system import Clock
from application.ports.webhooks import WebhookMessage, WebhookSender
from application.workflows.acting import Acted, StepInHand
from domain.errors import InvalidValueError, RejectedError, UnavailableError
from domain.ids import DeliveryId
from domain.webhook_delivery import AttemptResult, result_of
from domain.workflow.actions import CallWebhook, SendMessage, TransferCaller
from domain.workflow.templates import filled, filled_text


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideActions:
    """One request each. All raise UnavailableError and TimeoutError when trying again may help,
    RejectedError and InvalidValueError when it will not. *rooms* is asked for when it is needed:
    without LiveKit everything else works."""

    sender: WebhookSender
    messages: Messages
    rooms: Callable[[], RoomGateway]
    clock: Clock
    secrets: tuple[str, ...] = field(default=(), repr=False)

    async def call_webhook(self, step: StepInHand, action: CallWebhook) -> Acted:
        """Signed with *secrets*, where there are any; the step's key is the `webhook-id`."""
        body = json.dumps(filled(action.body, step.variables), ensure_ascii=False)
        answer = await self.sender.send(
            WebhookMessage(
                id=DeliveryId(step.key),
                url=action.url,
                body=body,
                at=self.clock.now(),
                secrets=self.secrets,
            )
        )
        result, note = result_of(answer.status), f"HTTP {answer.status}"
        if result is AttemptResult.ACCEPTED:
            return Acted(note=note, target="webhook")
        if result.may_pass:
            raise UnavailableError(note, retry_after=answer.retry_after_s or 0.0)
        raise RejectedError(note)

    async def send_message(self, step: StepInHand, action: SendMessage) -> Acted:
        """By the way that is configured, whose name is noted."""
        to = filled_text(action.to, step.variables).strip()
        if not to:
            raise InvalidValueError("there is nobody to send it to")
        text = filled_text(action.text, step.variables)
        message = Message(channel=action.channel, to=to, text=text)
        await self.messages.send(message, key=step.key)
        return Acted(note=f"by {self.messages.name}", target=self.messages.name)

    async def transfer(self, step: StepInHand, action: TransferCaller) -> Acted:
        """To where the agent's configuration says, by the name it has there."""
        call = step.call
        if not call.is_going_on:
            return Acted(note="the call is over", skipped=True)
        addresses = {target.name: target.address for target in call.agent.transfer_to}
        if action.to not in addresses:
            raise InvalidValueError(f"the agent has no transferTo called {action.to}")
        await self.rooms().transfer(call.session.request.room_name, addresses[action.to])
        return Acted(note=f"to {action.to}", target="room")
