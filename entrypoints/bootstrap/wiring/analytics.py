"""What calls add up to."""

from dependency_injector import providers

from application.analytics_queries import AnalyticsQueries
from application.use_cases.sessions.keep_figures import KeepFigures
from entrypoints.bootstrap.wiring.foundation import Foundation


class AnalyticsWiring(Foundation):
    """Figures are kept after each call, and read from then on."""

    keep_figures = providers.Singleton[KeepFigures](
        KeepFigures, unit_of_work=Foundation.unit_of_work
    )
    analytics_queries = providers.Singleton[AnalyticsQueries](
        AnalyticsQueries, unit_of_work=Foundation.unit_of_work
    )
