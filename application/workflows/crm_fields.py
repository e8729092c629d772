"""A step that writes to the CRM."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.ports.crm import Crm, CrmContact
from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWork
from application.workflows.acting import Acted, OnCall, StepInHand
from domain.contact_details import parse_contact
from domain.crm import (
    ContactKeys,
    CrmReview,
    Details,
    Difference,
    UpdatePolicy,
    confirmed_details,
    update_of,
)
from domain.errors import RejectedError
from domain.ids import ReviewId
from domain.lead import Lead
from domain.workflow.actions import UpdateCrm
from domain.workflow.templates import filled_text


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmFields:
    """Writes to the contact known by what the caller confirmed, and to no other.

    Empty fields are filled. Where the CRM holds something else a person decides, also where callers
    have the last word: this is the word of a workflow.
    """

    crm: Crm
    clock: Clock
    ids: IdGenerator

    async def update(self, step: StepInHand, action: UpdateCrm) -> Acted:
        """Raises what the CRM raises, and RejectedError where nobody is known by anything."""
        lead = step.call.lead
        confirmed = confirmed_details(lead) if lead else {}
        keys = ContactKeys.of(confirmed)
        if lead is None or not keys.are_any:
            raise RejectedError("the caller confirmed neither an e-mail address nor a number")
        wanted = _wanted(step, action)
        if not wanted:
            return Acted(note="there was nothing to write", skipped=True)
        found = await self.crm.find_contact(keys)
        update = update_of(found.details if found else {}, wanted, UpdatePolicy.FILL)
        patch = update.patch if found else {**update.patch, **confirmed}
        contact_id = await self._upserted(keys, found, patch, step.key)
        return Acted(
            note=f"{len(update.patch)} written, {len(update.differences)} for a person",
            target=self.crm.capabilities.name,
            write=self._review(contact_id, step.call, lead, update.differences),
        )

    async def _upserted(
        self, keys: ContactKeys, found: CrmContact | None, patch: Details, key: str
    ) -> str:
        if found is not None and not patch:
            return found.id
        contact_id = found.id if found else None
        return await self.crm.upsert_contact(
            keys, patch, contact_id=contact_id, idempotency_key=key
        )

    def _review(
        self, contact_id: str, call: OnCall, lead: Lead, differences: Sequence[Difference]
    ) -> "_Reviews":
        return _Reviews(
            reviews=tuple(
                CrmReview(
                    id=ReviewId(self.ids.new("rev")),
                    contact_id=contact_id,
                    lead_id=lead.id,
                    session_id=call.session.id,
                    difference=difference,
                    created_at=self.clock.now(),
                )
                for difference in differences
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reviews:
    reviews: tuple[CrmReview, ...]

    async def __call__(self, uow: UnitOfWork) -> str:
        for review in self.reviews:
            if await uow.crm_reviews.find_same(review) is None:
                await uow.crm_reviews.save(review)
        return ""


def _wanted(step: StepInHand, action: UpdateCrm) -> Details:
    said = {name: filled_text(text, step.variables) for name, text in action.fields.items()}
    region = step.call.agent.region
    return {name: parse_contact(name, text, region=region) for name, text in said.items() if text}
