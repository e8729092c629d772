"""The `bench` command."""


def bench() -> None:
    """Measure our worker against a bare one; the table goes to var/bench as Markdown and JSON."""
    from entrypoints.cli.bench.measure import measure

    measure()
