"""Several content filters as one."""

import asyncio
from collections.abc import Sequence

from application.ports.insight import Moderation
from domain.errors import ServiceError
from domain.insight.moderation import Category, Finding
from domain.language import Language


class CombinedModeration:
    """Asks all its *members* side by side: what one of them finds was found.

    A category is reported once, with the highest score and whichever quote there is.
    """

    def __init__(self, *members: Moderation) -> None:
        self._members = members

    async def findings(self, text: str, *, language: Language) -> tuple[Finding, ...]:
        """What any member finds; a member's error only where the others found nothing."""
        asked = (member.findings(text, language=language) for member in self._members)
        answers = await asyncio.gather(*asked, return_exceptions=True)
        found = [one for answer in answers if isinstance(answer, tuple) for one in answer]
        for answer in answers:
            if isinstance(answer, BaseException) and not (
                found and isinstance(answer, ServiceError)
            ):
                raise answer
        return _merged(found)


def _merged(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    by_category: dict[Category, Finding] = {}
    for one in findings:
        known = by_category.get(one.category, one)
        by_category[one.category] = Finding(
            category=one.category,
            score=max(known.score, one.score),
            quote=known.quote or one.quote,
        )
    return tuple(by_category.values())
