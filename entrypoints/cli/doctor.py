"""`voice-agent doctor`."""

import asyncio

import typer

from entrypoints.cli.output import AsJson, show_json

_MARKS = {"ok": "ok     ", "note": "note   ", "problem": "PROBLEM"}


def doctor(*, as_json: AsJson = False) -> None:
    """Check what the service depends on, and say what to do about what does not work.

    Exit code 1 when something has to be done.
    """
    from entrypoints.bootstrap.running_livekit import with_running_livekit
    from entrypoints.bootstrap.settings import load_settings
    from entrypoints.cli.examination import examine

    findings = asyncio.run(examine(with_running_livekit(load_settings())))
    is_well = all(finding.verdict != "problem" for finding in findings)
    if as_json:
        show_json({"ok": is_well, "checks": [finding.as_json() for finding in findings]})
    else:
        for finding in findings:
            typer.echo(f"{_MARKS[finding.verdict]}  {finding.name}: {finding.detail}")
            if finding.fix:
                typer.echo(f"{'':9}-> {finding.fix}")
    if not is_well:
        raise typer.Exit(1)
