"""``dragoman ingest``: inputs into the ledger."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import typer

from dragoman.cli.options import (
    ActorsOption,
    CoderOption,
    ColumnsOption,
    DateOption,
    DayFirstOption,
    EncodingOption,
    FormatOption,
    InputFormat,
    JsonOption,
    LedgerOption,
    Paths,
    build_coder,
    read_options,
)
from dragoman.cli.output import Exit, print_json, tell_problems, ticking, words


def ingest(
    paths: Paths,
    ledger: LedgerOption = Path("dragoman.ledger"),
    coder: CoderOption = None,
    actors: ActorsOption = None,
    date: DateOption = None,
    format: FormatOption = InputFormat.AUTO,
    column: ColumnsOption = None,
    encoding: EncodingOption = None,
    day_first: DayFirstOption = None,
    json: JsonOption = False,
) -> None:
    """Read files, folders or standard input into the ledger.

    What the ledger holds already is passed over, so that a run that was stopped can simply
    be started again.
    """
    from dragoman.ingest import ingest as run_ingest
    from dragoman.records import Document, Problem
    from dragoman.store import Ledger

    options = read_options(
        date=date, format=format, columns=column, encoding=encoding, day_first=day_first
    )
    settings = {
        "format": format.value,
        "columns": sorted(column or []),
        "encoding": encoding,
        "day_first": day_first,
    }
    with Ledger(ledger) as store, ticking("reading") as tick:

        def tell(item: Document | Problem) -> None:
            if isinstance(item, Problem):
                tell_problems([item])
            tick()

        report = run_ingest(
            paths,
            ledger=store,
            coder=build_coder(coder, actors),
            options=options,
            settings=settings,
            now=lambda: dt.datetime.now(dt.UTC),
            progress=tell,
        )
    if json:
        print_json(
            {
                "run": report.run,
                "documents": report.documents,
                "known": report.known,
                "events": report.events,
                "problems": report.problems,
            }
        )
    words().print(
        f"run {report.run}: {report.documents} documents read, {report.known} known before, "
        f"{report.events} events, {report.problems} problems -> {ledger}"
    )
    if report.problems:
        nothing = not report.documents and not report.known
        raise typer.Exit(Exit.FAILED if nothing else Exit.PASSED_OVER)
