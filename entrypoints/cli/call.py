"""The `call` command: a caller made of code, against any server."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import httpx
import typer

from domain.errors import ServiceError
from entrypoints.bootstrap.calling import (
    CallFailedError,
    CallPlan,
    CallReport,
    Line,
    Persona,
    Rehearsed,
    percentile,
    place_call,
    rehearse_lines,
    rehearse_persona,
    rehearse_wavs,
)
from entrypoints.bootstrap.running_livekit import with_running_livekit
from entrypoints.bootstrap.settings import Settings, SettingsError, load_settings


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """What the options say. *service*: whom to ask for the agent *agent*, if anybody."""

    settings: Settings
    room: str
    token: str | None
    service: str | None
    agent: str
    recording: Path | None
    repeat: int
    concurrency: int


def call(
    *,
    room: Annotated[str, typer.Option(help="the room; with several calls, a number is added")],
    url: Annotated[str | None, typer.Option(help="LiveKit; default LIVEKIT_URL")] = None,
    token: Annotated[str | None, typer.Option(help="join token; default: made here")] = None,
    scenario: Annotated[str, typer.Option(help="a persona's name or YAML file")] = "sarah",
    lines: Annotated[Path | None, typer.Option(help="a text file, one line a turn")] = None,
    wav: Annotated[list[Path] | None, typer.Option(help="a file a turn; may be repeated")] = None,
    service: Annotated[
        str | None, typer.Option(help="ask this service for the agent, e.g. http://127.0.0.1:4008")
    ] = None,
    agent: Annotated[str, typer.Option(help="which agent to ask for")] = "demo",
    record: Annotated[Path | None, typer.Option(help="a stereo WAV file, or a folder")] = None,
    repeat: Annotated[int, typer.Option(min=1, help="calls one after the other")] = 1,
    concurrency: Annotated[int, typer.Option(min=1, help="calls at the same time")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object a call")] = False,
) -> None:
    """Join a room, speak, listen, answer, measure."""
    try:
        settings = with_running_livekit(load_settings())
        order = _Order(
            settings=settings.updated(livekit_url=url) if url else settings,
            room=room,
            token=token,
            service=service,
            agent=agent,
            recording=record,
            repeat=repeat,
            concurrency=concurrency,
        )
        asyncio.run(_place_all(order, scenario, lines, tuple(wav or ()), _printer(as_json)))
    except (CallFailedError, ServiceError, SettingsError, httpx.HTTPError) as error:
        typer.echo(f"the call failed: {error}", err=True)
        raise typer.Exit(1) from error


async def _place_all(
    order: _Order,
    scenario: str,
    lines: Path | None,
    wavs: tuple[Path, ...],
    show: Callable[[str, CallReport], None],
) -> None:
    caller = await _rehearse(order.settings, scenario, lines, wavs)
    for turn in range(order.repeat):
        rooms = [_name(order, turn * order.concurrency + one) for one in range(order.concurrency)]
        reports = await asyncio.gather(*(_place_one(order, room, caller) for room in rooms))
        for room, report in zip(rooms, reports, strict=True):
            show(room, report)


async def _rehearse(
    settings: Settings, scenario: str, lines: Path | None, wavs: tuple[Path, ...]
) -> Rehearsed:
    if wavs:
        return rehearse_wavs(wavs)
    if lines is None:
        return await rehearse_persona(Persona.load(scenario), var_dir=settings.var_dir)
    texts = await asyncio.to_thread(lines.read_text, encoding="utf-8")
    script = tuple(Line(text=text.strip()) for text in texts.splitlines() if text.strip())
    return await rehearse_lines(script, var_dir=settings.var_dir)


async def _place_one(order: _Order, room: str, caller: Rehearsed) -> CallReport:
    plan = CallPlan(
        room=room,
        identity=f"caller-{room}",
        token=order.token,
        recording=_recording(order, room),
    )
    if order.service is None:
        return await place_call(order.settings, plan, caller)
    ask = _asking(order.service, order.agent, room)
    return await place_call(order.settings, plan, caller, ask_for_agent=ask)


def _asking(service: str, agent: str, room: str) -> Callable[[], Awaitable[None]]:
    async def ask() -> None:
        body = {"conversationId": room, "agentId": agent, "userId": "caller", "roomName": room}
        async with httpx.AsyncClient(base_url=service, timeout=15) as http:
            (await http.post("/api/agents/dispatch", json=body)).raise_for_status()

    return ask


def _name(order: _Order, number: int) -> str:
    return order.room if order.repeat * order.concurrency == 1 else f"{order.room}-{number + 1}"


def _recording(order: _Order, room: str) -> Path | None:
    if order.recording is None or order.recording.suffix == ".wav":
        return order.recording
    return order.recording / f"{room}.wav"


def _printer(as_json: bool) -> Callable[[str, CallReport], None]:
    return _print_json if as_json else _print_text


def _print_json(room: str, report: CallReport) -> None:
    gaps = report.gaps_ms
    summary = {
        "room": room,
        "agentJoinedMs": report.agent_joined_ms,
        "firstAudioMs": report.first_audio_ms,
        "responseGapMs": {"p50": percentile(gaps, 0.5), "p95": percentile(gaps, 0.95)},
        "callerTurns": [turn.text for turn in report.caller_turns],
        "agentTurns": [turn.text for turn in report.agent_turns],
        "worstDelayMs": report.worst_delay_ms,
        "recording": str(report.recording) if report.recording else None,
    }
    typer.echo(json.dumps(summary, ensure_ascii=False))


def _print_text(room: str, report: CallReport) -> None:
    typer.echo(
        f"{room}: agent joined after {report.agent_joined_ms} ms,"
        f" first audio after {report.first_audio_ms} ms, gaps {list(report.gaps_ms)} ms"
    )
    spoken = [(turn.start_ms, "caller", turn.text) for turn in report.caller_turns]
    heard = [(turn.start_ms, "agent", turn.text) for turn in report.agent_turns]
    for at, who, text in sorted(spoken + heard):
        typer.echo(f"  {at / 1000:6.1f} s {who:>6}: {text}")
