"""What keeps requests from being done twice."""

from dependency_injector import providers

from application.use_cases.operations.answer_once import AnswerOnce
from application.use_cases.operations.forget_answers import ForgetAnswers
from entrypoints.bootstrap.wiring.foundation import Foundation


class LimitsWiring(Foundation):
    """Requests under a key, and what is kept of them."""

    answer_once = providers.Singleton[AnswerOnce](
        AnswerOnce,
        unit_of_work=Foundation.unit_of_work,
        clock=Foundation.clock,
        ids=Foundation.ids,
    )
    forget_answers = providers.Singleton[ForgetAnswers](
        ForgetAnswers, unit_of_work=Foundation.unit_of_work, clock=Foundation.clock
    )
