"""What every store promises of what calls were about."""

from dataclasses import replace

from domain.ids import TurnId, VoiceSessionId
from domain.insight.call_insight import CallInsight, Finding, Topic
from tests.contracts.store import NOW, Store, a_session, keep


class CallInsightsContract:
    """Subclasses bring a `store` fixture."""

    async def test_a_call_is_about_what_was_read_last(self, store: Store) -> None:
        await keep(store, a_session())
        finding = Finding(value="a kitchen", turn_id=TurnId("t1"), quote="I want a kitchen")
        first = CallInsight(
            session_id=VoiceSessionId("ses_001"),
            summary="asked about a kitchen",
            made_by="rules/1",
            made_at=NOW,
            findings={Topic.INTENT: finding},
        )
        for insight in (first, replace(first, summary="wants a kitchen", made_by="model/1")):
            async with store.unit_of_work() as uow:
                await uow.call_insights.save(insight)
                await uow.commit()
        async with store.unit_of_work() as uow:
            assert await uow.call_insights.find(first.session_id) == insight
            assert await uow.call_insights.find(VoiceSessionId("ses_002")) is None
