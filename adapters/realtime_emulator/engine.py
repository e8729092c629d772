"""What all sessions of one server share."""

from dataclasses import dataclass, field

from adapters.realtime_emulator.faults import Faults
from adapters.realtime_emulator.journal import Journal
from adapters.realtime_emulator.limits import Limits
from adapters.realtime_emulator.live_sessions import LiveSessions
from adapters.realtime_emulator.ports import BrainFactory, Ears, Mouth


@dataclass(slots=True, kw_only=True)
class Engine:
    """Ears, mouth and brains, the faults on order, the journal, and who is connected."""

    ears: Ears
    mouth: Mouth
    new_brain: BrainFactory
    scenario: str
    limits: Limits
    faults: Faults
    journal: Journal
    live: LiveSessions = field(default_factory=LiveSessions)

    def health(self) -> dict[str, object]:
        """What this server is; it never passes for the real service."""
        return {
            "status": "healthy",
            "simulated": True,
            "note": "a local stand-in for the Realtime API, not the real service",
            "ears": self.ears.name,
            "mouth": self.mouth.name,
            "brain": f"scripted: {self.scenario}",
            "sessions": len(self.live),
        }
