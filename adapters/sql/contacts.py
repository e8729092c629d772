"""Contacts, their identities and their facts, as rows."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from adapters.sql import contact_tables, tables
from adapters.sql.contact_merging import concerns_contact
from adapters.sql.contact_rows import (
    consent_to_row,
    contact_from_rows,
    contact_to_row,
    fact_to_row,
    identity_to_row,
)
from adapters.sql.mapping import Row
from adapters.sql.times import to_micros
from adapters.sql.transaction import Transaction
from domain.contact import Contact, Identity
from domain.errors import NotFoundError, StaleVersionError
from domain.ids import ContactId

_contacts = tables.contacts
_identities = tables.contact_identities
_facts = tables.facts
_summaries = tables.call_summaries
_consents = contact_tables.contact_consents
_sessions = contact_tables.contact_sessions
_merges = contact_tables.contact_merges
_suggestions = contact_tables.merge_suggestions


class SqlContacts:
    """A contact is saved as a whole; a save counts only on the revision that was read."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def save(self, contact: Contact) -> None:
        """Keep a new or changed contact."""
        row = {**contact_to_row(contact), "revision": contact.revision + 1}
        if contact.revision == 0:
            await self._transaction.write(sa.insert(_contacts).values(row))
        else:
            await self._change(contact, row)
        for table, rows in (
            (_identities, [identity_to_row(contact.id, one) for one in contact.identities]),
            (_facts, [fact_to_row(contact.id, one) for one in contact.facts]),
            (_consents, [consent_to_row(contact.id, one) for one in contact.consents]),
        ):
            await self._transaction.write(sa.delete(table).where(table.c.contact_id == contact.id))
            if rows:
                await self._transaction.write(sa.insert(table), rows)

    async def get(self, contact_id: ContactId) -> Contact:
        """One contact."""
        rows = await self._transaction.rows(
            sa.select(_contacts).where(_contacts.c.id == contact_id)
        )
        if not rows:
            raise NotFoundError(f"no contact {contact_id}")
        return (await self._whole(rows))[0]

    async def find_by_identity(self, identity: Identity) -> Contact | None:
        """The contact known by *identity*."""
        query = (
            sa.select(_contacts)
            .join(_identities, _identities.c.contact_id == _contacts.c.id)
            .where(_identities.c.kind == identity.kind.value, _identities.c.value == identity.value)
        )
        found = await self._whole(await self._transaction.rows(query))
        return found[0] if found else None

    async def find_page(self, *, after: str | None, limit: int) -> Sequence[Contact]:
        """Newest first."""
        query = sa.select(_contacts)
        if after is not None:
            query = query.where(_contacts.c.id < after)
        query = query.order_by(_contacts.c.id.desc()).limit(limit)
        return await self._whole(await self._transaction.rows(query))

    async def remove(self, contact_id: ContactId) -> int:
        """Everything of the contact."""
        for table, concerns in (
            (_merges, _merges.c.survivor_id == contact_id),
            (_suggestions, concerns_contact(contact_id)),
        ):
            await self._transaction.write(sa.delete(table).where(concerns))
        counts = [
            await self._transaction.write(sa.delete(table).where(table.c.contact_id == contact_id))
            for table in (_summaries, _facts, _identities, _consents, _sessions)
        ]
        removed = await self._transaction.write(
            sa.delete(_contacts).where(_contacts.c.id == contact_id)
        )
        if not removed:
            raise NotFoundError(f"no contact {contact_id}")
        return counts[0]

    async def forget_expired(self, now: datetime) -> int:
        """Facts, summaries, and contacts of which nothing else is left."""
        gone = 0
        for table in (_facts, _summaries):
            gone += await self._transaction.write(
                sa.delete(table).where(table.c.expires_at <= to_micros(now))
            )
        empty = [
            ContactId(row["id"])
            for row in await self._transaction.rows(
                sa.select(_contacts.c.id).where(
                    _contacts.c.do_not_remember.is_(False),
                    ~sa.exists().where(_consents.c.contact_id == _contacts.c.id),
                    ~sa.exists().where(_facts.c.contact_id == _contacts.c.id),
                    ~sa.exists().where(_summaries.c.contact_id == _contacts.c.id),
                )
            )
        ]
        for contact_id in empty:
            await self.remove(contact_id)
        return gone

    async def _change(self, contact: Contact, row: dict[str, object]) -> None:
        written = await self._transaction.write(
            sa.update(_contacts)
            .where(_contacts.c.id == contact.id, _contacts.c.revision == contact.revision)
            .values(row)
        )
        if not written:
            raise StaleVersionError(f"contact {contact.id} was saved by somebody else")

    async def _whole(self, rows: Sequence[Row]) -> list[Contact]:
        if not rows:
            return []
        ids = [row["id"] for row in rows]
        identities = await self._transaction.rows(
            sa.select(_identities)
            .where(_identities.c.contact_id.in_(ids))
            .order_by(_identities.c.kind, _identities.c.value)
        )
        facts = await self._transaction.rows(
            sa.select(_facts)
            .where(_facts.c.contact_id.in_(ids))
            .order_by(_facts.c.valid_from, _facts.c.id)
        )
        consents = await self._transaction.rows(
            sa.select(_consents)
            .where(_consents.c.contact_id.in_(ids))
            .order_by(_consents.c.at, _consents.c.kind)
        )
        return [
            contact_from_rows(
                row,
                [one for one in identities if one["contact_id"] == row["id"]],
                [one for one in facts if one["contact_id"] == row["id"]],
                [one for one in consents if one["contact_id"] == row["id"]],
            )
            for row in rows
        ]
