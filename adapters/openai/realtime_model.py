"""An agent's configuration as a Realtime model for the agent framework."""

from typing import TYPE_CHECKING, Any

from adapters.openai.endpoint import RealtimeEndpoint
from domain.agent_config import AgentConfig
from domain.call_policies import TurnDetection, TurnTaking
from domain.language import Language

if TYPE_CHECKING:
    from livekit.plugins.openai.realtime import RealtimeModel

_WIRE_RATE = 24_000
_RECONNECTS = 8
"""Attempts, two seconds apart but for the first: a caller is held for a quarter of a minute."""


def make_realtime_model(
    endpoint: RealtimeEndpoint, agent: AgentConfig, language: Language
) -> "RealtimeModel":
    """The model that *agent* speaks with. Imports the framework, which takes seconds at first."""
    from livekit.agents import APIConnectOptions
    from openai.types.realtime import AudioTranscription

    from adapters.openai.steady_model import SteadyRealtimeModel

    hint: dict[str, Any] = {"language": language} if len(agent.languages) == 1 else {}
    options: dict[str, Any] = {"base_url": endpoint.base_url} if endpoint.base_url else {}
    return SteadyRealtimeModel(
        chunk_samples=_WIRE_RATE * endpoint.chunk_ms // 1000,
        model=agent.model or endpoint.model,
        voice=agent.voice,
        speed=agent.speed,
        input_audio_transcription=AudioTranscription(
            model=agent.transcriber or endpoint.transcriber, **hint
        ),
        turn_detection=turn_detection(agent.turn_taking),
        conn_options=APIConnectOptions(max_retry=_RECONNECTS, retry_interval=2.0, timeout=10.0),
        api_key=endpoint.api_key,
        **options,
    )


def turn_detection(turns: TurnTaking) -> Any:
    """How the server is to detect, answer and interrupt turns."""
    from openai.types.realtime.realtime_audio_input_turn_detection import SemanticVad, ServerVad

    if turns.detection is TurnDetection.SEMANTIC:
        return SemanticVad(
            type="semantic_vad",
            eagerness=turns.eagerness.value,
            create_response=True,
            interrupt_response=True,
        )
    return ServerVad(
        type="server_vad",
        threshold=turns.threshold,
        prefix_padding_ms=turns.prefix_padding_ms,
        silence_duration_ms=turns.silence_ms,
        create_response=True,
        interrupt_response=True,
    )
