"""``dragoman code``: events of inputs, without a ledger."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import (
    ActorsOption,
    CoderOption,
    ColumnsOption,
    ConfidenceOption,
    DateOption,
    DayFirstOption,
    EncodingOption,
    FormatOption,
    InputFormat,
    Paths,
    build_coder,
    read_options,
)
from dragoman.cli.output import Exit, tell_problems, ticking


class TableFormat(StrEnum):
    """How events are written."""

    JSONL = "jsonl"  # every slot with its span, words and evidence
    CSV = "csv"  # one row an event, sides joined by ";"
    PARQUET = "parquet"  # the same columns as CSV


def code(
    paths: Paths,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Write here instead of standard output.")
    ] = None,
    to: Annotated[TableFormat, typer.Option("--to", help="How events are written.")] = (
        TableFormat.JSONL
    ),
    coder: CoderOption = None,
    actors: ActorsOption = None,
    date: DateOption = None,
    format: FormatOption = InputFormat.AUTO,
    column: ColumnsOption = None,
    encoding: EncodingOption = None,
    day_first: DayFirstOption = None,
    confidence: ConfidenceOption = 0.0,
) -> None:
    """Code the events of files, folders or standard input and write them as a table.

    Nothing is kept. Inputs that cannot be read are told on standard error (exit code 3).
    """
    from dragoman.formats.tables import open_writer
    from dragoman.ingest import code_all
    from dragoman.records import Problem

    options = read_options(
        date=date, format=format, columns=column, encoding=encoding, day_first=day_first
    )
    read = passed_over = 0
    with open_writer(to.value, out) as writer, ticking("coding") as tick:
        for item in code_all(paths, coder=build_coder(coder, actors), options=options):
            if isinstance(item, Problem):
                passed_over += tell_problems([item])
                continue
            read += 1
            passed_over += tell_problems(item.problems)
            writer.write(item.surer(confidence))
            tick()
    if not read:
        raise typer.Exit(Exit.FAILED)
    if passed_over:
        raise typer.Exit(Exit.PASSED_OVER)
