"""Where leads go."""

from typing import TYPE_CHECKING

from dependency_injector import providers
from pydantic import SecretStr

from application.crm_history import CrmHistory
from application.crm_queries import CrmQueries
from application.ports.crm import Crm
from application.ports.system import Clock, IdGenerator
from application.ports.unit_of_work import UnitOfWorkFactory
from application.use_cases.crm.apply_review import ApplyReview
from application.use_cases.crm.decide_review import DecideReview
from application.use_cases.leads.sync_contact import SyncContact
from application.use_cases.leads.sync_lead import SyncLead
from domain.crm import UpdatePolicy
from entrypoints.bootstrap.settings import Settings
from entrypoints.bootstrap.wiring.foundation import Foundation

if TYPE_CHECKING:
    from adapters.crm.http import CrmHttp

_HUBSPOT = "https://api.hubapi.com"


def make_crm_http(settings: Settings) -> "CrmHttp | None":
    """The way to the CRM that is configured; None to our own, which needs none."""
    if settings.crm == "embedded":
        return None
    from adapters.crm.http import CrmHttp

    tokens = {"hubspot": settings.hubspot_token, "bottlecrm": settings.bottlecrm_token}
    token = tokens.get(settings.crm)
    headers = {"Authorization": f"Bearer {_plain(token)}"} if token else {}
    urls = {
        "hubspot": _HUBSPOT,
        "webhook": settings.crm_webhook_url,
        "salesforce": settings.salesforce_url,
        "bottlecrm": settings.bottlecrm_url,
    }
    return CrmHttp.to(urls[settings.crm] or "", name=settings.crm, headers=headers)


def make_crm(
    settings: Settings,
    http: "CrmHttp | None",
    unit_of_work: UnitOfWorkFactory,
    clock: Clock,
    ids: IdGenerator,
) -> Crm:
    """The CRM that is configured."""
    if http is None:
        from adapters.crm.embedded import EmbeddedCrm

        return EmbeddedCrm(unit_of_work=unit_of_work, clock=clock, ids=ids)
    match settings.crm:
        case "hubspot":
            from adapters.crm.hubspot import HubSpotCrm

            return HubSpotCrm(http=http, key_property=settings.hubspot_key_property)
        case "bottlecrm":
            from adapters.crm.bottlecrm import BottleCrm

            return BottleCrm(http=http)
        case "salesforce":
            return _salesforce(settings, http)
        case _:
            from adapters.crm.webhook import WebhookCrm

            return WebhookCrm(
                http=http,
                secret=_plain(settings.crm_webhook_secret),
                clock=clock,
                policy=UpdatePolicy(settings.crm_update),
            )


def _salesforce(settings: Settings, http: "CrmHttp") -> Crm:
    from adapters.crm.salesforce import SalesforceCrm
    from adapters.crm.salesforce_session import SalesforceSession

    session = SalesforceSession(
        http=http,
        client_id=settings.salesforce_client_id or "",
        client_secret=_plain(settings.salesforce_client_secret),
    )
    return SalesforceCrm(http=http, session=session, key_field=settings.salesforce_key_field)


def _policy(settings: Settings) -> UpdatePolicy:
    return UpdatePolicy(settings.crm_update)


def _transcript_url(settings: Settings) -> str | None:
    return settings.crm_transcript_url


def _plain(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""


class CrmWiring(Foundation):
    """The CRM, the work that fills it, and what people decide on."""

    crm_http: "providers.Singleton[CrmHttp | None]" = providers.Singleton(
        make_crm_http, Foundation.settings
    )
    crm = providers.Singleton[Crm](
        make_crm,
        Foundation.settings,
        crm_http,
        Foundation.unit_of_work,
        Foundation.clock,
        Foundation.ids,
    )
    crm_history = providers.Singleton[CrmHistory](CrmHistory, crm=crm)
    sync_lead = providers.Singleton[SyncLead](
        SyncLead, unit_of_work=Foundation.unit_of_work, crm=crm
    )
    sync_contact = providers.Singleton[SyncContact](
        SyncContact,
        unit_of_work=Foundation.unit_of_work,
        crm=crm,
        clock=Foundation.clock,
        ids=Foundation.ids,
        policy=providers.Callable[UpdatePolicy](_policy, Foundation.settings),
        transcript_url=providers.Callable(_transcript_url, Foundation.settings),
    )
    apply_crm_review = providers.Singleton[ApplyReview](
        ApplyReview, unit_of_work=Foundation.unit_of_work, crm=crm, clock=Foundation.clock
    )
    decide_crm_review = providers.Singleton[DecideReview](
        DecideReview, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
    crm_queries = providers.Singleton[CrmQueries](CrmQueries, unit_of_work=Foundation.unit_of_work)
