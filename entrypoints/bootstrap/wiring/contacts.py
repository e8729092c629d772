"""Contacts: who calls, and what is kept of them."""

from dependency_injector import providers

from application.contact_queries import ContactQueries
from application.exports import Exports
from application.use_cases.memory.change_consents import ChangeConsents
from application.use_cases.memory.dismiss_merge import DismissMerge
from application.use_cases.memory.erase_contact import EraseContact
from application.use_cases.memory.merge_contacts import MergeContacts
from application.use_cases.memory.withdraw_fact import WithdrawFact
from entrypoints.bootstrap.wiring.foundation import Foundation


class ContactsWiring(Foundation):
    """What may be asked of contacts, and done about them."""

    contact_queries = providers.Singleton[ContactQueries](
        ContactQueries, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
    withdraw_fact = providers.Singleton[WithdrawFact](
        WithdrawFact, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
    erase_contact = providers.Singleton[EraseContact](
        EraseContact,
        unit_of_work=Foundation.unit_of_work,
        clock=Foundation.clock,
        ids=Foundation.ids,
    )
    merge_contacts = providers.Singleton[MergeContacts](
        MergeContacts, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
    dismiss_merge = providers.Singleton[DismissMerge](
        DismissMerge, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
    change_consents = providers.Singleton[ChangeConsents](
        ChangeConsents, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
    exports = providers.Singleton[Exports](
        Exports, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
