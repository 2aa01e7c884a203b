"""``dragoman brief``: one cited page about one or more articles."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import (
    BRIEF_CONFIDENCE,
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
from dragoman.cli.output import Exit, tell_problems, words

if TYPE_CHECKING:
    from dragoman.records import Reading
    from dragoman.sanctions.screening import Screening


class BriefFormat(StrEnum):
    """How the brief is written."""

    HTML = "html"
    MARKDOWN = "md"
    JSON = "json"


def brief(
    paths: Paths,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", help="Write here (.html, .md or .json) instead of standard output."
        ),
    ] = None,
    to: Annotated[
        BriefFormat | None,
        typer.Option("--to", help="How it is written; by the name of --out if not given."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as --to json.")] = False,
    coder: CoderOption = None,
    actors: ActorsOption = None,
    date: DateOption = None,
    format: FormatOption = InputFormat.AUTO,
    column: ColumnsOption = None,
    encoding: EncodingOption = None,
    day_first: DayFirstOption = None,
    confidence: ConfidenceOption = BRIEF_CONFIDENCE,
    ledger: Annotated[
        Path | None,
        typer.Option(
            "--ledger",
            help="Ask the sanctions lists of this ledger for everybody named.",
            envvar="DRAGOMAN_LEDGER",
        ),
    ] = None,
) -> None:
    """Write a cited brief of one or more articles: who did what to whom, how sure, who says so."""
    from dragoman.briefs import build_brief, render
    from dragoman.ingest import code_all
    from dragoman.records import Problem, Reading

    options = read_options(
        date=date, format=format, columns=column, encoding=encoding, day_first=day_first
    )
    items = list(code_all(paths, coder=build_coder(coder, actors), options=options))
    readings = [item for item in items if isinstance(item, Reading)]
    problems = [item for item in items if isinstance(item, Problem)]
    problems += [problem for reading in readings for problem in reading.problems]
    tell_problems(problems)
    if not readings:
        words().print("no document could be read, so there is no brief")
        raise typer.Exit(Exit.FAILED)
    written = build_brief(readings, problems, _screened(readings, ledger), least=confidence)
    page = render(written, _format(to, out, json=json).value)
    if out is None:
        typer.echo(page)
    else:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(page, encoding="utf-8")
        words().print(f"brief of {len(readings)} document(s) -> {out}")
    if problems:
        raise typer.Exit(Exit.PASSED_OVER)


def _screened(readings: list[Reading], ledger: Path | None) -> list[Screening]:
    """What the lists of the ledger say of each reading, as of its document's day."""
    if ledger is None:
        return []
    from dragoman.actors import load_index
    from dragoman.sanctions.match import Matcher
    from dragoman.sanctions.screening import screen
    from dragoman.store.lists import ListStore

    found = []
    with ListStore(ledger, create=False) as store:
        for day in sorted({reading.document.date for reading in readings}):
            held = store.held(on=day)
            if not held:
                words().print(f"no list is held in {ledger}; `dragoman sanctions load` takes one")
                return []
            matcher = Matcher(held)
            found += [
                screen(reading, matcher, catalogue=load_index())
                for reading in readings
                if reading.document.date == day
            ]
    return found


def _format(to: BriefFormat | None, out: Path | None, *, json: bool) -> BriefFormat:
    if json:
        return BriefFormat.JSON
    if to is not None:
        return to
    suffix = out.suffix.lower().lstrip(".") if out else "html"
    known = {"html": "html", "htm": "html", "md": "md", "markdown": "md", "json": "json"}
    if suffix not in known:
        raise typer.BadParameter(
            f"{out} found; a name ending in .html, .md or .json expected, or give --to"
        )
    return BriefFormat(known[suffix])
