"""OpenAI's moderation endpoint as our content filter."""

import asyncio
from collections.abc import Iterator, Mapping

import httpx
from pydantic import BaseModel, Field, ValidationError
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_random

from domain.errors import RejectedError, UnavailableError
from domain.insight.moderation import Category, Finding
from domain.language import Language

_VENDOR = "https://api.openai.com/v1"
_MODEL = "omni-moderation-latest"
_WORTH_ANOTHER_TRY = frozenset({408, 409, 429, 500, 502, 503, 504})
# Theirs by ours; what they add later is nobody's until it has a place here.
_OURS: Mapping[str, Category] = {
    "harassment": Category.ABUSE,
    "harassment/threatening": Category.THREAT,
    "hate": Category.HATE,
    "hate/threatening": Category.THREAT,
    "illicit": Category.ILLICIT,
    "illicit/violent": Category.ILLICIT,
    "self-harm": Category.SELF_HARM,
    "self-harm/instructions": Category.SELF_HARM,
    "self-harm/intent": Category.SELF_HARM,
    "sexual": Category.SEXUAL,
    "sexual/minors": Category.SEXUAL,
    "violence": Category.VIOLENCE,
    "violence/graphic": Category.VIOLENCE,
}


class OpenAiModeration:
    """Asks `omni-moderation-latest`, twice at most, for two seconds at most altogether.

    It knows about 40 languages, no prompt injections and no topics of ours, and gives no quotes.
    """

    def __init__(
        self, *, api_key: str, base_url: str | None = None, timeout_s: float = 2.0
    ) -> None:
        self._url = f"{(base_url or _VENDOR).rstrip('/')}/moderations"
        self._headers = {"Authorization": f"Bearer {api_key}"}
        self._timeout_s = timeout_s
        # Reading the certificates takes long enough to be heard: once, before the first call. A
        # client for each question needs nobody to close it, and no audio waits for the answer.
        self._certificates = httpx.create_ssl_context()

    async def findings(self, text: str, *, language: Language) -> tuple[Finding, ...]:
        """What the service flags, with its scores.

        Raises UnavailableError when it does not answer in time, RejectedError when it refuses.
        """
        if not text.strip():
            return ()
        try:
            async with asyncio.timeout(self._timeout_s):
                answer: _Answer = await _twice_at_most()(self._ask, text)
        except TimeoutError:
            raise UnavailableError("the moderation service did not answer in time") from None
        return tuple(_findings(answer.results))

    async def _ask(self, text: str) -> "_Answer":
        client = httpx.AsyncClient(headers=self._headers, verify=self._certificates)
        try:
            async with client:
                response = await client.post(self._url, json={"model": _MODEL, "input": text})
        except httpx.HTTPError as error:
            raise UnavailableError("the moderation service was not reached") from error
        if response.status_code in _WORTH_ANOTHER_TRY:
            raise UnavailableError(f"the moderation service answered {response.status_code}")
        if response.is_error:
            raise RejectedError(f"the moderation service answered {response.status_code}")
        try:
            return _Answer.model_validate_json(response.content)
        except ValidationError:
            # Its text would repeat the answer, and the answer what was said.
            raise RejectedError("the moderation service answered something else") from None


def _twice_at_most() -> AsyncRetrying:
    return AsyncRetrying(
        retry=retry_if_exception_type(UnavailableError),
        stop=stop_after_attempt(2),
        wait=wait_random(0.05, 0.15),
        reraise=True,
    )


class _Result(BaseModel):
    categories: dict[str, bool | None]
    category_scores: dict[str, float | None] = Field(default_factory=dict)


class _Answer(BaseModel):
    results: list[_Result] = Field(min_length=1)


def _findings(results: list[_Result]) -> Iterator[Finding]:
    scores: dict[Category, float] = {}
    for result in results:
        for theirs, flagged in result.categories.items():
            ours = _OURS.get(theirs)
            if flagged and ours is not None:
                score = result.category_scores.get(theirs) or 0.0
                scores[ours] = max(score, scores.get(ours, 0.0))
    return (Finding(category=category, score=score) for category, score in scores.items())
