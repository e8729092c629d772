"""Read the lead out of a transcript that somebody hands in; nothing is stored."""

from dataclasses import dataclass

from domain.errors import InvalidValueError
from domain.language import Language
from domain.lead_extraction.call import Call, Said
from domain.lead_extraction.extraction import Extraction, extract

MOST_TURNS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractLeadCommand:
    """*region* is the ISO country whose national numbers are dictated; *caller_id* in E.164."""

    turns: tuple[Said, ...]
    language: Language
    region: str = "US"
    caller_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractLead:
    """By rules alone: the same words give the same lead, on any machine."""

    async def execute(self, command: ExtractLeadCommand) -> Extraction:
        """Raises InvalidValueError for more than 2,000 turns."""
        if len(command.turns) > MOST_TURNS:
            raise InvalidValueError(f"a transcript has at most {MOST_TURNS} turns")
        return extract(
            Call(
                turns=command.turns,
                language=command.language,
                region=command.region,
                caller_id=command.caller_id,
            )
        )
