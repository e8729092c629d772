"""The figures of recordings, as programs and as people read them."""

from collections.abc import Sequence

from entrypoints.bootstrap.calling import percentile
from entrypoints.bootstrap.scripted_calls import Listening, Stretch
from entrypoints.cli.demo.evidence import Recorded

JsonObject = dict[str, object]


def figures_of(recorded: Recorded) -> JsonObject:
    """One recording."""
    listening = recorded.listening
    return {
        "who": recorded.take.who,
        "path": str(recorded.take.path),
        "durationMs": listening.duration_ms,
        "firstAudioMs": listening.first_audio_ms,
        "responseGapMs": gaps(listening.gaps_ms),
        "overlaps": [
            {"atMs": one.at_ms, "ms": one.ms, "callerMs": one.caller_ms}
            for one in listening.overlaps
        ],
        "silences": [_silence(pause) for pause in listening.silences],
        "longestSilenceMs": listening.longest_silence_ms,
        "talkShare": dict(listening.talk_shares),
    }


def gaps(each: Sequence[int]) -> JsonObject:
    """Response gaps, and how long the usual and the longest ones are."""
    values = tuple(each)
    return {"p50": percentile(values, 0.5), "p95": percentile(values, 0.95), "each": list(values)}


def sentences(listening: Listening) -> list[str]:
    """One recording, in lines to print."""
    each = gaps(listening.gaps_ms)
    overlaps = ", ".join(f"{one.ms} ms (over {one.caller_ms} ms)" for one in listening.overlaps)
    pauses = ", ".join(f"{one.ms / 1000:.1f} s" for one in listening.silences)
    shares = ", ".join(f"{side} {share:.0%}" for side, share in listening.talk_shares.items())
    return [
        f"first audio after {listening.first_audio_ms} ms of {listening.duration_ms / 1000:.1f} s",
        f"response gaps: p50 {each['p50']} ms, p95 {each['p95']} ms, each {each['each']}",
        f"agent went on after somebody began to speak: {overlaps or 'never happened'}",
        f"silences of a second or more: {pauses or 'none'}",
        f"longest pause: {listening.longest_silence_ms} ms",
        f"speaking: {shares}",
    ]


def _silence(pause: Stretch) -> JsonObject:
    return {"startMs": pause.start_ms, "endMs": pause.end_ms, "ms": pause.ms}
