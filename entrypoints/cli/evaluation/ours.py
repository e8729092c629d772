"""Extraction as the service does it."""

import asyncio

from application.use_cases.leads.extract_lead import ExtractLead, ExtractLeadCommand
from domain.contact_details import ContactField
from domain.language import parse_language
from domain.lead_extraction.call import Said
from entrypoints.cli.evaluation.transcripts import AnnotatedCall, LeadValues


def extract(call: AnnotatedCall) -> LeadValues:
    """What our own extractor finds in *call*, by rules alone."""
    found = asyncio.run(ExtractLead().execute(_command(call)))
    return LeadValues(
        name=found.value_of(ContactField.NAME),
        email=found.value_of(ContactField.EMAIL),
        phone_e164=found.value_of(ContactField.PHONE),
        company=found.value_of(ContactField.COMPANY),
    )


def _command(call: AnnotatedCall) -> ExtractLeadCommand:
    return ExtractLeadCommand(
        turns=tuple(Said(by_caller=role == "user", text=text) for role, text in call.turns),
        language=parse_language(call.lang),
        region=call.region or "US",
        caller_id=call.caller_id,
    )
