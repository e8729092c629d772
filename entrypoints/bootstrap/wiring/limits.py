"""What keeps requests from being done twice, or too often."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dependency_injector import providers

from application.use_cases.operations.admit_request import AdmitRequest
from application.use_cases.operations.answer_once import AnswerOnce
from application.use_cases.operations.forget_answers import ForgetAnswers
from domain.rate_limit import Asker, Rates
from entrypoints.bootstrap.settings import Settings
from entrypoints.bootstrap.wiring.foundation import Foundation

if TYPE_CHECKING:
    from adapters.rate_limits.limiter import WindowRateLimiter


def make_rate_limiter(settings: Settings) -> "WindowRateLimiter":
    """What counts requests: Redis where one is configured, else this process."""
    from adapters.rate_limits.limiter import in_redis, in_this_process

    url = settings.redis_url
    return in_this_process() if url is None else in_redis(url.get_secret_value())


def _rates(settings: Settings) -> Mapping[Asker, Rates]:
    return settings.rates()


class LimitsWiring(Foundation):
    """Who may ask how often; requests under a key, and what is kept of them."""

    rate_limiter: "providers.Singleton[WindowRateLimiter]" = providers.Singleton(
        make_rate_limiter, Foundation.settings
    )
    admit_request = providers.Singleton[AdmitRequest](
        AdmitRequest,
        limiter=rate_limiter,
        rates=providers.Callable(_rates, Foundation.settings),
    )

    answer_once = providers.Singleton[AnswerOnce](
        AnswerOnce,
        unit_of_work=Foundation.unit_of_work,
        clock=Foundation.clock,
        ids=Foundation.ids,
    )
    forget_answers = providers.Singleton[ForgetAnswers](
        ForgetAnswers, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
