"""What the demo brought, as people and as programs read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from entrypoints.bootstrap.calling import CallReport, percentile
from entrypoints.cli.progress import Progress

_SPOKEN = ("caller", "agent")
_TURN_KEYS = ("role", "text", "language", "startMs", "endMs", "interrupted")
_FIELDS = ("name", "email", "phone", "company")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One demo call, seen from the caller's end and from the database."""

    session: Mapping[str, Any]
    turns: list[Mapping[str, Any]]
    lead: Mapping[str, Any]
    crm: list[Mapping[str, Any]]
    report: CallReport
    database: str
    run_dir: Path

    def spoken(self, role: str) -> list[Mapping[str, Any]]:
        """The stored turns of one side."""
        return [turn for turn in self.turns if turn["role"] == role]

    def value_of(self, name: str) -> str | None:
        """A field of the lead."""
        held = self.lead["fields"].get(name)
        return held["value"] if held else None

    def as_json(self) -> dict[str, object]:
        """The object that `--json` prints."""
        return {
            "sessionId": self.session["sessionId"],
            "dispatch": {
                "agentJoinedMs": self.report.agent_joined_ms,
                "firstAudioMs": self.report.first_audio_ms,
            },
            "turns": [
                {key: turn[key] for key in _TURN_KEYS}
                for turn in self.turns
                if turn["role"] in _SPOKEN
            ],
            "lead": self._lead_as_json(),
            "crm": self.crm,
            "responseGapMs": self._gaps(),
            "recording": str(self.report.recording),
            "database": self.database,
        }

    def show(self, progress: Progress) -> None:
        """Print what was measured and captured."""
        gaps = self._gaps()
        progress.plain("")
        progress.say(f"response gap: p50 {gaps['p50']} ms, p95 {gaps['p95']} ms")
        progress.plain(f"           each turn: {', '.join(map(str, self.report.gaps_ms))} ms")
        progress.say(f"lead {self.lead['leadId']}:")
        for name in _FIELDS:
            self._show_field(progress, name)
        for entry in self.crm:
            progress.say(
                f"CRM contact {entry['id']}: {entry['name']}, {entry['email']}, {entry['phone']}"
            )
            for note in entry["notes"]:
                progress.plain(f"{'call note':>18}: {note['summary']!r}")
        progress.say(f"recording (caller left, agent right): {self.report.recording}")
        progress.say(f"database: {self.database}")
        progress.say(f"logs: {self.run_dir / 'log'}")

    def _show_field(self, progress: Progress, name: str) -> None:
        held = self.lead["fields"].get(name)
        if not held:
            return
        progress.plain(f"{name:>18}: {held['value']} ({held['status']})")
        for evidence in held["evidence"]:
            at = f"{evidence['startMs'] / 1000:.1f}-{evidence['endMs'] / 1000:.1f} s"
            progress.plain(f"{'':>20}heard at {at}: {evidence['quote']!r}")

    def _lead_as_json(self) -> dict[str, object]:
        evidence = [
            {"field": name, "status": held["status"], **one}
            for name, held in self.lead["fields"].items()
            for one in held["evidence"]
        ]
        return {
            **{name: self.value_of(name) for name in _FIELDS},
            "status": "confirmed" if self.lead["isConfirmed"] else "unconfirmed",
            "evidence": evidence,
        }

    def _gaps(self) -> dict[str, int | None]:
        gaps = self.report.gaps_ms
        return {"p50": percentile(gaps, 0.5), "p95": percentile(gaps, 0.95)}
