"""How long the local Realtime server itself takes to answer: what is not the worker's doing."""

import asyncio
import base64
import time
from collections.abc import Mapping
from typing import Any

import aiohttp

from entrypoints.bootstrap.calling import first_audible_ms, speech_frames

_FRAME_S = 0.02
_SESSION: Mapping[str, object] = {
    "type": "realtime",
    "audio": {
        "input": {"turn_detection": {"type": "server_vad", "silence_duration_ms": 500}},
        "output": {"voice": "marin"},
    },
}


async def answer_delay_ms(base_url: str, line: bytes, *, times: int) -> int:
    """Median from the last audible sample sent to the first audible sample of the answer."""
    async with (
        aiohttp.ClientSession() as http,
        http.ws_connect(
            f"{base_url}/realtime?model=gpt-realtime-2.1",
            headers={"Authorization": "Bearer local"},
        ) as socket,
    ):
        await socket.send_json({"type": "session.update", "session": _SESSION})
        delays = sorted([await _ask(socket, line) for _ in range(times)])
    return delays[len(delays) // 2]


async def _ask(socket: aiohttp.ClientWebSocketResponse, line: bytes) -> int:
    async with asyncio.TaskGroup() as tasks:
        spoken_at: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        speaking = tasks.create_task(_speak(socket, line, spoken_at))
        async with asyncio.timeout(30):
            answered_at = await _answer(socket)
        speaking.cancel()
    return round((answered_at - spoken_at.result()) * 1000)


async def _speak(
    socket: aiohttp.ClientWebSocketResponse, line: bytes, spoken_at: "asyncio.Future[float]"
) -> None:
    frames = speech_frames(line)
    due = time.monotonic()
    number = 0
    while True:
        pcm = frames[number] if number < len(frames) else bytes(len(frames[0]))
        audio = base64.b64encode(pcm).decode()
        await socket.send_json({"type": "input_audio_buffer.append", "audio": audio})
        number += 1
        if number == len(frames):
            spoken_at.set_result(time.monotonic())
        due += _FRAME_S
        await asyncio.sleep(max(0.0, due - time.monotonic()))


async def _answer(socket: aiohttp.ClientWebSocketResponse) -> float:
    """When the first audible sample of the answer could be played; returns once it is complete."""
    heard_at: float | None = None
    began_at: float | None = None
    audio = b""
    while True:
        event: Mapping[str, Any] = await socket.receive_json()
        if event["type"] == "response.output_audio.delta" and heard_at is None:
            began_at = began_at or time.monotonic()
            audio += base64.b64decode(event["delta"])
            offset = first_audible_ms(audio)
            if offset is not None:
                # Audio comes faster than it plays: a later chunk is heard in its turn, not at once.
                heard_at = max(time.monotonic(), began_at + offset / 1000)
        if event["type"] == "response.done" and heard_at is not None:
            return heard_at
