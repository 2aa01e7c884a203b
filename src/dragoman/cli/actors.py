"""``dragoman actors``: grow the catalogue of actors, ask it, and check it."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.options import JsonOption
from dragoman.cli.output import Exit, print_json, tables, tell_problems, words

if TYPE_CHECKING:
    from dragoman.actors.importers import ImportReport
    from dragoman.actors.inquiry import Answer
    from dragoman.actors.merge import Conflict

actors = typer.Typer(
    help="Add actors of your own, ask who a name may be, check a catalogue.",
    no_args_is_help=True,
)


class SourceName(StrEnum):
    """How a file of actors is laid out (the values of ``SourceFormat``, and auto)."""

    AUTO = "auto"
    WIKIDATA = "wikidata"
    FTM = "ftm"
    PETRARCH = "petrarch"
    CSV = "csv"


_Files = Annotated[
    list[str],
    typer.Argument(help="Files of actors, plain or gzip; - for standard input.", metavar="FILE..."),
]
_Folder = Annotated[
    Path, typer.Option("--to", help="The folder of your own actors; made if need be.")
]
_Format = Annotated[
    SourceName, typer.Option("--format", help="Layout, if it is not to be told apart.")
]
_Own = Annotated[
    Path | None,
    typer.Option(
        "--actors", help="The folder of your own actors to ask too.", envvar="DRAGOMAN_ACTORS"
    ),
]


@actors.command("import")
def import_(
    files: _Files, to: _Folder, format: _Format = SourceName.AUTO, json: JsonOption = False
) -> None:
    """Add the actors of files to a folder of your own, and compile it.

    Read are Wikidata dumps, FollowTheMoney entities, PETRARCH actor dictionaries and tables with
    name and country. Exit code 3 if entries could not be read, 1 if nothing was found.
    """
    from dragoman.actors.importers import SourceFormat, import_files

    chosen = None if format is SourceName.AUTO else SourceFormat(format.value)
    with _on_disk(files) as paths:
        report = import_files(paths, to, format=chosen)
    tell_problems(report.problems)
    if report.problem_count > len(report.problems):
        words().print(f"{report.problem_count - len(report.problems)} more problems not shown")
    if json:
        print_json(_import_row(report, to))
    else:
        _show_import(report, to)
    if not report.entries:
        raise typer.Exit(Exit.FAILED)
    if report.problem_count:
        raise typer.Exit(Exit.PASSED_OVER)


@actors.command("compile")
def compile_(
    folder: Annotated[Path, typer.Argument(help="The folder of your own actors.")],
    json: JsonOption = False,
) -> None:
    """Compile a folder again, after its rows were edited or Dragoman was updated."""
    from dragoman.actors.own import compile_folder
    from dragoman.errors import DataError

    if not folder.is_dir():
        raise DataError(f"{folder}: no such folder; one with organisations.csv and so on expected")
    compiled = compile_folder(folder)
    if json:
        conflicts = [_conflict_row(c) for c in compiled.conflicts]
        print_json({"folder": str(folder), "rows": compiled.rows, "conflicts": conflicts})
        return
    _tell_conflicts(compiled.conflicts)
    words().print(f"{folder}: {compiled.rows} rows of your own compiled", markup=False)


@actors.command()
def find(
    name: Annotated[
        str, typer.Argument(help='A name, or an office ("foreign minister of Japan").')
    ],
    on: Annotated[
        dt.datetime | None,
        typer.Option(
            "--on",
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="The day asked about; today if not given.",
        ),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most actors shown.")] = 10,
    actors_folder: _Own = None,
    json: JsonOption = False,
) -> None:
    """Say who a name may be on a day, with a score and the reasons."""
    from dragoman.actors.inquiry import inquire
    from dragoman.actors.own import index_for

    if not any(c.isalnum() for c in name):
        raise typer.BadParameter(f"{name!r} found; a name with letters expected")
    day = (on or dt.datetime.now(dt.UTC)).date()
    answer = inquire(index_for(actors_folder), name, day=day, limit=limit)
    if json:
        guesses = [guess.as_json() for guess in answer.guesses]
        print_json({"name": answer.words, "on": str(answer.day), "guesses": guesses})
    elif not answer.guesses:
        words().print(
            f"nobody called {answer.words!r}, or nearly so, is known; "
            "`dragoman actors import` adds actors of your own",
            markup=False,
        )
    else:
        _show_answer(answer)


@actors.command()
def check(
    path: Annotated[
        Path | None, typer.Argument(help="A folder or file of a catalogue; the shipped one if not.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Tell overlaps, gaps, unknown ids, names of two actors and rows that cannot be read.

    Exit code 3 if anything is told.
    """
    from dragoman.actors.review import review

    checked = review(path)
    if json:
        findings = [
            {"kind": f.kind, "where": f.where, "message": f.message} for f in checked.findings
        ]
        print_json({"rows": checked.rows, "findings": findings})
    else:
        for finding in checked.findings:
            typer.echo(str(finding))
    words().print(f"{checked.rows} rows, {len(checked.findings)} findings")
    if checked.findings:
        raise typer.Exit(Exit.PASSED_OVER)


@contextmanager
def _on_disk(files: Sequence[str]) -> Iterator[list[Path]]:
    """The files, standard input copied to one: dumps are read twice."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for file in files:
            path = Path(file)
            if file == "-":
                path = Path(folder) / "standard-input"
                with path.open("wb") as out:
                    shutil.copyfileobj(sys.stdin.buffer, out)
            paths.append(path)
        yield paths


def _import_row(report: ImportReport, folder: Path) -> dict[str, Any]:
    return {
        "folder": str(folder),
        "entries": report.entries,
        "new": dict(report.counts.new),
        "changed": dict(report.counts.changed),
        "known": dict(report.counts.known),
        "passed_over": [
            {"reason": reason, "count": r.count, "example": r.example}
            for reason, r in report.passed_over.items()
        ],
        "conflicts": [_conflict_row(conflict) for conflict in report.conflicts],
        "problems": [
            {"kind": p.kind.value, "where": p.location, "message": p.message}
            for p in report.problems
        ],
        "problem_count": report.problem_count,
    }


def _conflict_row(conflict: Conflict) -> dict[str, str]:
    return {"what": conflict.what, "message": conflict.message}


def _show_import(report: ImportReport, folder: Path) -> None:
    from rich.table import Table

    counts = report.counts
    table = Table(title=str(folder), title_justify="left")
    for heading in ("rows", "new", "changed", "known already"):
        table.add_column(heading, justify="left" if heading == "rows" else "right")
    for name in ("organisations", "groups", "agencies", "terms"):
        numbers = (counts.new[name], counts.changed[name], counts.known[name])
        table.add_row(name, *map(str, numbers))
    tables().print(table)
    for reason, passed in sorted(report.passed_over.items(), key=lambda item: -item[1].count):
        words().print(
            f"left out {passed.count}: {reason} (first at {passed.example})", markup=False
        )
    _tell_conflicts(report.conflicts)


def _tell_conflicts(conflicts: Sequence[Conflict]) -> None:
    for conflict in conflicts:
        words().print(f"conflict: {conflict}", markup=False)


def _show_answer(answer: Answer) -> None:
    from rich.text import Text

    for guess in answer.guesses:
        actor = guess.actor
        line = Text(f"{guess.score:.2f}  ")
        line.append(actor.name, style="bold")
        codes = (actor.country, actor.org, actor.sector.value, actor.office)
        line.append(f"  {', '.join(code for code in codes if code)}")
        tables().print(line)
        for reason in guess.reasons:
            tables().print(Text(f"      {reason}", style="dim"))
