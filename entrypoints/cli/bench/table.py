"""The benchmark's results, as a table for people and as JSON for programs."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from entrypoints.cli.bench.calls import Measured
from entrypoints.cli.bench.requests import DispatchRate


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """One worker: idle, and with calls, by how many at once."""

    idle_pss_mb: float
    by_calls: Mapping[int, Measured]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """*stand_in_ms* is the local Realtime server's own share of every response gap."""

    bare: Contender
    ours: Contender
    stand_in_ms: int
    turns_row_by_row: float
    turns_together: float
    dispatch: DispatchRate

    def as_json(self) -> dict[str, object]:
        """Everything that was measured, and the ratios."""
        return {
            **asdict(self),
            "rows": [
                {"metric": name, "bare": bare, "ours": ours, "ratio": _ratio(ours, bare)}
                for name, bare, ours in self._rows()
            ],
        }

    def as_markdown(self) -> str:
        """A table of ours against the bare worker, and what stands alone below it."""
        rows = [
            f"| {name} | {bare:.0f} | {ours:.0f} | {_ratio(ours, bare):.2f} |"
            for name, bare, ours in self._rows()
        ]
        return "\n".join(
            [
                "| | bare worker | ours | ratio |",
                "|---|---|---|---|",
                *rows,
                "",
                *self._notes(),
                "",
            ]
        )

    def _notes(self) -> list[str]:
        delay = f"The stand-in's own answer takes {self.stand_in_ms} ms"
        turns = f"{self.turns_row_by_row:.0f} row by row, {self.turns_together:.0f} with a hundred"
        times = f"{_ratio(self.turns_together, self.turns_row_by_row):.1f}x"
        rate, p50, p99 = self.dispatch.per_second, self.dispatch.p50_ms, self.dispatch.p99_ms
        return [
            f"- {delay}; it is subtracted from *added voice-to-voice*.",
            f"- Turns stored per second: {turns} writers sharing commits ({times}).",
            f"- Dispatch requests per second: {rate:.0f} (p50 {p50} ms, p99 {p99} ms).",
            f"- A caller's frame was late by {self._late_ms()} ms at most.",
        ]

    def _rows(self) -> list[tuple[str, float, float]]:
        rows = [("idle worker memory, PSS MB", self.bare.idle_pss_mb, self.ours.idle_pss_mb)]
        for calls in self.bare.by_calls:
            bare, ours = self.bare.by_calls[calls], self.ours.by_calls[calls]
            at = f"{calls} call{'s' if calls > 1 else ''} at once: "
            rows += [
                (f"{at}dispatch to joined, ms", bare.joined_ms, ours.joined_ms),
                (f"{at}dispatch to first audio, ms", bare.first_audio_ms, ours.first_audio_ms),
                (f"{at}added voice-to-voice p50, ms", *self._added(bare, ours, "gap_p50_ms")),
                (f"{at}added voice-to-voice p95, ms", *self._added(bare, ours, "gap_p95_ms")),
                (
                    f"{at}CPU per call, % of a core",
                    bare.usage.cpu_percent / calls,
                    ours.usage.cpu_percent / calls,
                ),
                (
                    f"{at}memory per call, PSS MB",
                    (bare.usage.pss_mb - self.bare.idle_pss_mb) / calls,
                    (ours.usage.pss_mb - self.ours.idle_pss_mb) / calls,
                ),
                (f"{at}worker memory, PSS MB", bare.usage.pss_mb, ours.usage.pss_mb),
            ]
        return rows

    def _added(self, bare: Measured, ours: Measured, which: str) -> tuple[float, float]:
        return getattr(bare, which) - self.stand_in_ms, getattr(ours, which) - self.stand_in_ms

    def _late_ms(self) -> int:
        both = (*self.bare.by_calls.values(), *self.ours.by_calls.values())
        return max(one.late_ms for one in both)


def _ratio(ours: float, bare: float) -> float:
    return ours / bare if bare else 0.0
