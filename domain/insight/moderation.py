"""What is said and should not be: findings, an agent's policy, and the verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from domain.errors import InvalidValueError
from domain.insight.cues import Cues
from domain.insight.heard import Heard


class Category(StrEnum):
    """What a finding is about.

    Abuse is aimed at whoever listens, hate at a group; a threat announces violence, violence tells
    of it. Prompt injection is talk to the model behind the agent.
    """

    ABUSE = "abuse"
    HATE = "hate"
    SEXUAL = "sexual"
    SELF_HARM = "self_harm"
    THREAT = "threat"
    VIOLENCE = "violence"
    ILLICIT = "illicit"
    PROMPT_INJECTION = "prompt_injection"
    OFF_LIMITS = "off_limits"


class Verdict(StrEnum):
    """What follows: nothing, the agent leads back to the matter, or the call ends."""

    ALLOW = "allow"
    REDIRECT = "redirect"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in one turn; *score* is how sure, *quote* the words, empty where nobody knows."""

    category: Category
    score: float = 1.0
    quote: str = ""


# A caller who speaks of dying or of violence needs to be heard, whoever listens; that is for people
# to be told of, not for a filter to cut off. An injection is words like any other as long as words
# are no instructions to tools: answered by the agent's own rules, and kept in the log.
DEFAULT_VERDICTS: Mapping[Category, Verdict] = {
    Category.ABUSE: Verdict.REDIRECT,
    Category.HATE: Verdict.REDIRECT,
    Category.SEXUAL: Verdict.REDIRECT,
    Category.SELF_HARM: Verdict.ALLOW,
    Category.THREAT: Verdict.REDIRECT,
    Category.VIOLENCE: Verdict.ALLOW,
    Category.ILLICIT: Verdict.REDIRECT,
    Category.PROMPT_INJECTION: Verdict.ALLOW,
    Category.OFF_LIMITS: Verdict.REDIRECT,
}
# Not at the first threat: people say worse than they mean, and recognisers mishear.
DEFAULT_PATIENCE: Mapping[Category, int] = {
    Category.ABUSE: 3,
    Category.HATE: 2,
    Category.SEXUAL: 3,
    Category.THREAT: 2,
}
_SEVERITY = tuple(Verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationPolicy:
    """What an agent does about findings; what it leaves out is as in the defaults above.

    *patience* is for conduct: a turn with that category ends the call if it is at least the n-th
    turn of the call with any conduct in it. Findings that are allowed never end anything.
    *blocked_topics* are words and phrases that the agent leads away from.
    """

    by_category: Mapping[Category, Verdict] = field(default_factory=dict)
    patience: Mapping[Category, int] = field(default_factory=lambda: dict(DEFAULT_PATIENCE))
    blocked_topics: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if any(turns < 1 for turns in self.patience.values()):
            raise InvalidValueError("moderation.patience counts turns, at least 1")
        if not all(Heard.of(topic).words for topic in self.blocked_topics):
            raise InvalidValueError("moderation.blockedTopics are words or phrases")

    def verdict_for(self, category: Category) -> Verdict:
        """What follows from *category* at first."""
        return self.by_category.get(category, DEFAULT_VERDICTS[category])


def judge(
    findings: Sequence[Finding],
    policy: ModerationPolicy,
    earlier: Sequence[Sequence[Finding]] = (),
) -> Verdict:
    """The verdict on a turn with *findings*; *earlier* has those of each turn before."""
    conduct_turns = 1 + sum(_has_conduct(turn, policy) for turn in earlier)
    verdicts = [_verdict_on(finding, policy, conduct_turns) for finding in findings]
    return max(verdicts, key=_SEVERITY.index, default=Verdict.ALLOW)


def off_limits(text: str, policy: ModerationPolicy) -> tuple[Finding, ...]:
    """The blocked topics that *text* names, case and accents aside, each once."""
    heard = Heard.of(text)
    quotes = (_topic(topic).first_quote(heard) for topic in policy.blocked_topics)
    return tuple(
        Finding(category=Category.OFF_LIMITS, quote=quote) for quote in quotes if quote is not None
    )


def _verdict_on(finding: Finding, policy: ModerationPolicy, conduct_turns: int) -> Verdict:
    verdict = policy.verdict_for(finding.category)
    patience = policy.patience.get(finding.category)
    if verdict is Verdict.REDIRECT and patience is not None and conduct_turns >= patience:
        return Verdict.END
    return verdict


def _has_conduct(findings: Sequence[Finding], policy: ModerationPolicy) -> bool:
    return any(
        finding.category in policy.patience
        and policy.verdict_for(finding.category) is not Verdict.ALLOW
        for finding in findings
    )


@lru_cache(maxsize=256)
def _topic(topic: str) -> Cues:
    # The plural of the last word is the same topic in all languages we have cues for.
    return Cues.of(f"{' '.join(Heard.of(topic).words)}(s|es|n|en|e|)")
