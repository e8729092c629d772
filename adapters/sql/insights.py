"""What calls were about, as rows."""

from collections.abc import Mapping

import sqlalchemy as sa
from pydantic import TypeAdapter

from adapters.sql.insight_tables import call_insights
from adapters.sql.mapping import Row
from adapters.sql.times import from_micros, to_micros
from adapters.sql.transaction import Transaction
from domain.ids import VoiceSessionId
from domain.insight.call_insight import CallInsight, Finding, Topic

_findings = TypeAdapter(Mapping[Topic, Finding])


class SqlCallInsights:
    """A row a session."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def save(self, insight: CallInsight) -> None:
        """Keep it, in place of an earlier one."""
        await self._transaction.write(
            sa.delete(call_insights).where(call_insights.c.session_id == insight.session_id)
        )
        await self._transaction.write(sa.insert(call_insights).values(_row(insight)))

    async def find(self, session_id: VoiceSessionId) -> CallInsight | None:
        """The insight of a session."""
        row = await self._transaction.row(
            sa.select(call_insights).where(call_insights.c.session_id == session_id)
        )
        return None if row is None else _insight(row)


def _row(insight: CallInsight) -> dict[str, object]:
    return {
        "session_id": insight.session_id,
        "summary": insight.summary,
        "findings": _findings.dump_python(insight.findings, mode="json"),
        "made_by": insight.made_by,
        "made_at": to_micros(insight.made_at),
    }


def _insight(row: Row) -> CallInsight:
    return CallInsight(
        session_id=VoiceSessionId(row["session_id"]),
        summary=row["summary"],
        findings=_findings.validate_python(row["findings"]),
        made_by=row["made_by"],
        made_at=from_micros(row["made_at"]),
    )
