"""The `eval` commands."""

from pathlib import Path
from typing import Annotated

import typer

from entrypoints.cli.output import AsJson, show_json, show_table

evaluation = typer.Typer(
    help="How well calls are understood, on transcripts with answers.", no_args_is_help=True
)

Sets = Annotated[
    list[Path] | None,
    typer.Option("--set", help="JSON lines of annotated calls; again for another half"),
]
Predictions = Annotated[
    Path | None,
    typer.Option(help="score what `voice-agent extract` wrote, instead of extracting now"),
]


@evaluation.callback()
def about() -> None:
    """How well calls are understood, on transcripts with answers."""


@evaluation.command()
def leads(*, sets: Sets = None, predictions: Predictions = None, as_json: AsJson = False) -> None:
    """Score the extraction of leads: by field, by half, by language and by tag."""
    from entrypoints.cli.evaluation import report
    from entrypoints.cli.evaluation.measure import evaluate, our_sets
    from entrypoints.cli.evaluation.ours import extract
    from entrypoints.cli.evaluation.predictions import as_predicted

    extractor = as_predicted(predictions) if predictions else extract
    answers = evaluate(sets or our_sets(), extractor)
    if as_json:
        show_json(report.as_json(answers))
        return
    for number, table in enumerate(report.tables(answers)):
        if number:
            typer.echo()
        show_table(table)
