"""`voice-agent extract`."""

import asyncio
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

_PROGRESS_EVERY_S = 2.0


def extract(
    *,
    calls: Annotated[
        Path,
        typer.Option(
            "--input",
            help="JSON lines: {id, lang, context: {region, caller_id}, turns: [{role, text}]}",
        ),
    ],
    predictions: Annotated[
        Path,
        typer.Option(
            "--output", help="JSON lines: {id, name, email, phone_e164, company, evidence}"
        ),
    ],
) -> None:
    """Read leads out of transcripts, offline; role is agent or user, evidence counts turns from 0.

    Lines that cannot be read are named and passed over; the exit code is then 1.
    """
    from domain.errors import NotFoundError

    if not calls.is_file():
        raise NotFoundError(f"no file {calls}")
    failures = 0
    with predictions.open("w", encoding="utf-8") as output:
        for number, line in _lines(calls):
            try:
                answer = asyncio.run(_lead(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                failures += 1
                typer.echo(f"{calls}:{number}: {_reason(error)}", err=True)
                continue
            output.write(json.dumps(answer, ensure_ascii=False) + "\n")
    if failures:
        typer.echo(f"{failures} of the lines could not be read", err=True)
        raise typer.Exit(1)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    told = time.monotonic()
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if time.monotonic() - told > _PROGRESS_EVERY_S:
                told = time.monotonic()
                typer.echo(f"line {number}", err=True)
            if line.strip():
                yield number, line


async def _lead(record: dict[str, Any]) -> dict[str, object]:
    from application.use_cases.leads.extract_lead import ExtractLead, ExtractLeadCommand
    from domain.contact_details import ContactField
    from domain.language import Language
    from domain.lead_extraction.call import Said

    context = record.get("context") or {}
    turns = tuple(
        Said(by_caller=_is_caller(turn["role"]), text=str(turn["text"])) for turn in record["turns"]
    )
    found = await ExtractLead().execute(
        ExtractLeadCommand(
            turns=turns,
            language=Language(str(record.get("lang") or "en")),
            region=str(context.get("region") or "US"),
            caller_id=context.get("caller_id"),
        )
    )
    evidence = {
        _KEYS[field.value]: sorted({claim.turn for claim in held.evidence})
        for field, held in found.fields.items()
        if held.value is not None
    }
    values = {_KEYS[field.value]: found.value_of(field) for field in ContactField}
    return {"id": record["id"], **values, "evidence": evidence}


_KEYS = {"name": "name", "email": "email", "phone": "phone_e164", "company": "company"}


def _is_caller(role: object) -> bool:
    if role not in {"user", "agent"}:
        raise ValueError("a turn's role is agent or user")
    return role == "user"


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return "that is no JSON"
    if isinstance(error, KeyError):
        return f"{error.args[0]} is missing"
    return str(error) if isinstance(error, ValueError) else "that has another form"
