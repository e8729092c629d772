"""Who is in the room."""

from collections.abc import Callable

from livekit import rtc

from adapters.livekit.hearing.room_ear import PEOPLE
from application.ports.conversation import CallerJoined, CallerLeft, CallEvent
from domain.ids import ParticipantIdentity

_PHONE = "sip.phoneNumber"
"""Where LiveKit's SIP service writes down the number of a caller."""


class Presence:
    """Tells of people who come and go; agents and machines are not people."""

    def __init__(self, room: rtc.Room, *, tell: Callable[[CallEvent], None]) -> None:
        self._room = room
        self._tell = tell

    def follow(self) -> None:
        """Tell of those who are there, and of everybody from now on."""
        self._room.on("participant_connected", self._on_joined)
        self._room.on("participant_disconnected", self._on_left)
        for participant in self._room.remote_participants.values():
            self._on_joined(participant)

    def _on_joined(self, participant: rtc.RemoteParticipant) -> None:
        if participant.kind in PEOPLE:
            self._tell(
                CallerJoined(
                    identity=ParticipantIdentity(participant.identity),
                    name=participant.name,
                    phone=participant.attributes.get(_PHONE, ""),
                )
            )

    def _on_left(self, participant: rtc.RemoteParticipant) -> None:
        if participant.kind not in PEOPLE:
            return
        others_remain = any(
            other.kind in PEOPLE and other.identity != participant.identity
            for other in self._room.remote_participants.values()
        )
        identity = ParticipantIdentity(participant.identity)
        self._tell(CallerLeft(identity=identity, others_remain=others_remain))
