"""What the agent says, as it publishes it: the caller understands by reading along."""

import asyncio

from livekit import rtc

TOPIC = "lk.transcription"
_FINAL = "lk.transcription_final"
_TRACK = "lk.transcribed_track_id"


class AgentCaptions:
    """Collects the finished text segments about tracks that are no caller's."""

    def __init__(self, tasks: asyncio.TaskGroup, *, own_identity: str) -> None:
        self._tasks = tasks
        self._identity = own_identity
        self._texts: list[str] = []
        self._open = 0
        self.callers_tracks: set[str] = set()
        """Track ids of callers: what was recognised of them is not the agent's speech."""

    def attach(self, room: rtc.Room) -> None:
        """Begin to collect, before the room is joined."""
        room.register_text_stream_handler(TOPIC, self._begin)

    @property
    def unfinished(self) -> bool:
        """Whether the agent is in the middle of a segment."""
        return self._open > 0

    async def take(self, *, patience_s: float) -> str:
        """Everything finished since the last call; waits a little for a segment still open."""
        deadline = asyncio.get_running_loop().time() + patience_s
        while self._open or not self._texts:
            if asyncio.get_running_loop().time() > deadline:
                break
            await asyncio.sleep(0.02)
        texts, self._texts = self._texts, []
        return " ".join(texts)

    def forget(self) -> None:
        """What has been finished is of no interest any more."""
        self._texts.clear()

    def _begin(self, reader: rtc.TextStreamReader, speaker: str) -> None:
        attributes = reader.info.attributes or {}
        if attributes.get(_TRACK) not in self.callers_tracks and speaker != self._identity:
            self._tasks.create_task(self._read(reader))

    async def _read(self, reader: rtc.TextStreamReader) -> None:
        self._open += 1
        try:
            text = (await reader.read_all()).strip()
        except rtc.StreamError:
            return
        finally:
            self._open -= 1
        if text and (reader.info.attributes or {}).get(_FINAL, "true") == "true":
            self._texts.append(text)
