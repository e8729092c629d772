"""Placing calls as the `call` command says."""

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path

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
from entrypoints.bootstrap.settings import Settings, load_settings
from entrypoints.cli.credential import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOrder:
    """What the options say. *service*: whom to ask for the agent *agent*, if anybody."""

    room: str
    url: str | None
    token: str | None
    scenario: str
    lines: Path | None
    wavs: tuple[Path, ...]
    service: str | None
    api_key: str | None
    agent: str
    recording: Path | None
    repeat: int
    concurrency: int
    as_json: bool


def place_calls(order: CallOrder) -> None:
    """Place them all and print each one's report. Exit code 1 when one failed."""
    try:
        settings = with_running_livekit(load_settings())
        if order.url:
            settings = settings.updated(livekit_url=order.url)
        asyncio.run(_place_all(order, settings))
    except (CallFailedError, ServiceError, httpx.HTTPError) as error:
        typer.echo(f"the call failed: {error}", err=True)
        raise typer.Exit(1) from error


async def _place_all(order: CallOrder, settings: Settings) -> None:
    caller = await _rehearse(order, settings.var_dir)
    show = _print_json if order.as_json else _print_text
    for turn in range(order.repeat):
        rooms = [_name(order, turn * order.concurrency + one) for one in range(order.concurrency)]
        reports = await asyncio.gather(
            *(_place_one(order, settings, room, caller) for room in rooms)
        )
        for room, report in zip(rooms, reports, strict=True):
            show(room, report)


async def _rehearse(order: CallOrder, var_dir: Path) -> Rehearsed:
    if order.wavs:
        return rehearse_wavs(order.wavs)
    if order.lines is None:
        return await rehearse_persona(Persona.load(order.scenario), var_dir=var_dir)
    texts = await asyncio.to_thread(order.lines.read_text, encoding="utf-8")
    script = tuple(Line(text=text.strip()) for text in texts.splitlines() if text.strip())
    return await rehearse_lines(script, var_dir=var_dir)


async def _place_one(
    order: CallOrder, settings: Settings, room: str, caller: Rehearsed
) -> CallReport:
    plan = CallPlan(
        room=room,
        identity=f"caller-{room}",
        token=order.token,
        recording=_recording(order, room),
    )
    if order.service is None:
        return await place_call(settings, plan, caller)
    # The client is made before the clock starts: it takes longer to build than a dispatch takes.
    credential = shown(order.api_key)
    async with httpx.AsyncClient(base_url=order.service, headers=credential, timeout=15) as service:

        async def ask() -> None:
            body = {"conversationId": room, "agentId": order.agent, "roomName": room}
            answer = await service.post("/api/agents/dispatch", json=body | {"userId": "caller"})
            answer.raise_for_status()

        return await place_call(settings, plan, caller, ask_for_agent=ask)


def _name(order: CallOrder, number: int) -> str:
    return order.room if order.repeat * order.concurrency == 1 else f"{order.room}-{number + 1}"


def _recording(order: CallOrder, room: str) -> Path | None:
    if order.recording is None or order.recording.suffix == ".wav":
        return order.recording
    return order.recording / f"{room}.wav"


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
