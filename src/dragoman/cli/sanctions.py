"""``dragoman sanctions``: load lists, ask them, see which versions are held."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import JsonOption, LedgerOption, build_coder
from dragoman.cli.output import Exit, print_json, tables, tell_problems, words

if TYPE_CHECKING:
    from dragoman.records import Problem, Reading
    from dragoman.sanctions.entry import ListVersion
    from dragoman.sanctions.evidence import Query
    from dragoman.sanctions.match import PossibleMatch
    from dragoman.sanctions.programmes import ProgrammeNote

sanctions = typer.Typer(
    help="Check names against sanctions lists, as of a day, with reasons.",
    no_args_is_help=True,
)


class ListFormatName(StrEnum):
    """How a list file is laid out (the values of ``ListFormat``, and auto)."""

    AUTO = "auto"
    OFAC_CSV = "ofac-csv"
    OFAC_XML = "ofac-xml"
    OFAC_ADVANCED = "ofac-advanced"
    UN_XML = "un-xml"
    EU_CSV = "eu-csv"
    EU_XML = "eu-xml"
    FTM = "ftm"
    SIMPLE_CSV = "simple-csv"


class KindName(StrEnum):
    """What is asked for (the values of ``EntryKind``)."""

    PERSON = "person"
    ENTITY = "entity"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"


_Day = Annotated[
    dt.datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD",
                                     help="Day of a list whose file tells none.")
]  # fmt: skip


@sanctions.command()
def load(
    files: Annotated[
        list[str],
        typer.Argument(
            help="List files, plain or gzip; OFAC's folder or sdn.csv; - for standard input.",
            metavar="FILE...",
        ),
    ],
    list_name: Annotated[
        str | None, typer.Option("--list", help="Name to hold the list under.")
    ] = None,
    date: _Day = None,
    format: Annotated[
        ListFormatName, typer.Option("--format", help="Layout, if it is not to be told apart.")
    ] = ListFormatName.AUTO,
    ledger: LedgerOption = Path("dragoman.ledger"),
    json: JsonOption = False,
) -> None:
    """Load versions of sanctions lists into the ledger; earlier versions stay.

    A list that is damaged, cut off or laid out otherwise than expected is refused as a whole.
    """
    from dragoman.records import ProblemKind
    from dragoman.sanctions.entry import ListFormat
    from dragoman.sanctions.errors import SanctionsListError
    from dragoman.sanctions.load import read_list
    from dragoman.sanctions.wording import version_row
    from dragoman.store.lists import ListStore

    chosen = None if format is ListFormatName.AUTO else ListFormat(format.value)
    rows, refused, passed_over = [], [], 0
    with ListStore(ledger) as store:
        for file in files:
            try:
                with (
                    _on_disk(file) as path,
                    read_list(
                        path,
                        now=dt.datetime.now(dt.UTC),
                        list_name=list_name,
                        date=date.date() if date else None,
                        format=chosen,
                    ) as loaded,
                ):
                    new = store.add(loaded)
            except SanctionsListError as error:
                words().print(f"dragoman: {error}", markup=False)
                refused.append({"file": file, "reason": error.reason})
                continue
            tell_problems(loaded.problems)
            passed_over += sum(p.kind is ProblemKind.MALFORMED for p in loaded.problems)
            rows.append({"new": new, **version_row(loaded.version)})
            _say_loaded(loaded.version, new=new, problems=loaded.problems)
    if json:
        print_json({"versions": rows, "refused": refused})
    if not rows:
        raise typer.Exit(Exit.FAILED)
    if refused or passed_over:
        raise typer.Exit(Exit.PASSED_OVER)


@sanctions.command()
def check(
    name: Annotated[str | None, typer.Argument(help="The name to ask for.")] = None,
    document: Annotated[
        str | None,
        typer.Option("--document", help="Ask for everybody that a document names; - for stdin."),
    ] = None,
    country: Annotated[
        str | None, typer.Option(help="Country of who is asked for: a name or code.")
    ] = None,
    born: Annotated[str | None, typer.Option(help="Birth, as 1954, 1954-10 or 1954-10-27.")] = None,
    role: Annotated[str | None, typer.Option(help="Role or title in the text.")] = None,
    kind: Annotated[KindName | None, typer.Option(help="What is asked for.")] = None,
    on: Annotated[
        dt.datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="The day asked about; else the document's, else that of the newest lists.",
        ),
    ] = None,
    list_name: Annotated[str | None, typer.Option("--list", help="Ask this list only.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most matches for one name.")] = 5,
    threshold: Annotated[float, typer.Option(min=0, max=1, help="Least score shown.")] = 0.5,
    ledger: LedgerOption = Path("dragoman.ledger"),
    json: JsonOption = False,
) -> None:
    """Ask the lists for a name, or for everybody that a document names.

    What comes back are possible matches to look into, each with its reasons.
    """
    from dragoman.actors import load_index
    from dragoman.sanctions.match import Matcher
    from dragoman.sanctions.screening import screen
    from dragoman.store.lists import ListStore

    if (not name) == (document is None):
        raise typer.BadParameter("give a name or --document FILE, one of the two")
    # what is asked first, so that a wrong call is told before anything is read
    asked = _query(name, country=country, born=born, role=role, kind=kind) if name else None
    asked = None
    if document is None:
        asked = _query(name or "", country=country, born=born, role=role, kind=kind)
    reading = _read_document(document, on) if document is not None else None
    day = on.date() if on else (reading.document.date if reading else None)
    with ListStore(ledger, create=False) as store:
        held = store.held(on=day, list_name=list_name)
    if not held:
        _no_lists(list_name)
    matcher = Matcher(held)
    queries, found, notes = [asked] if asked else [], [], []
    if asked is not None:
        found = matcher.match(asked, on=day, threshold=threshold, limit=limit)
    if reading is not None:
        screened = screen(
            reading, matcher, on=day, catalogue=load_index(), threshold=threshold, limit=limit
        )
        queries, found, notes = list(screened.asked), list(screened.matches), list(screened.notes)
    versions = [version for one in held for version in one.versions]
    if json:
        _print_check(queries, found, notes, versions, day)
    else:
        _show_check(queries, found, notes, threshold)
        _say_lists(versions)


@sanctions.command("lists")
def lists(ledger: LedgerOption = Path("dragoman.ledger"), json: JsonOption = False) -> None:
    """Show the versions of lists that are held."""
    from rich.table import Table

    from dragoman.sanctions.wording import version_row
    from dragoman.store.lists import ListStore

    with ListStore(ledger, create=False) as store:
        versions = store.versions()
    if json:
        print_json({"versions": [version_row(version) for version in versions]})
        return
    table = Table(title=f"{len(versions)} versions", title_justify="left")
    for heading in ("list", "of", "entries", "passed over", "format", "file", "loaded"):
        table.add_column(heading, overflow="fold")
    for version in versions:
        table.add_row(
            version.list_name,
            version.list_date.isoformat() + ("*" if version.date_source == "option" else ""),
            str(version.entries),
            str(version.malformed),
            version.format.value,
            version.source,
            version.loaded_at.date().isoformat(),
        )
    tables().print(table)
    if any(version.date_source == "option" for version in versions):
        words().print("* the date was given with --date; the file does not tell it")
    for name, licence in dict.fromkeys((v.list_name, v.licence) for v in versions):
        words().print(f"{name}: {licence}", markup=False)


@contextmanager
def _on_disk(file: str) -> Iterator[Path]:
    """The file itself, or standard input copied to a file: a list is read twice."""
    if file != "-":
        yield Path(file)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "standard-input"
        with path.open("wb") as out:
            shutil.copyfileobj(sys.stdin.buffer, out)
        yield path


def _say_loaded(version: ListVersion, *, new: bool, problems: tuple[Problem, ...]) -> None:
    told = f", {len(problems)} problems" if problems else ""
    state = "loaded" if new else "held already"
    words().print(
        f"{version}: {version.entries} entries{told}, {state} ({version.licence})", markup=False
    )


def _query(
    name: str, *, country: str | None, born: str | None, role: str | None, kind: KindName | None
) -> Query:
    from dragoman.sanctions.countries import country_code
    from dragoman.sanctions.dates import parse_birth
    from dragoman.sanctions.entry import EntryKind
    from dragoman.sanctions.evidence import Query

    if not any(c.isalnum() for c in name):
        raise typer.BadParameter(f"{name!r} found; a name with letters expected")
    code = country_code(country) if country else None
    if country and code is None:
        raise typer.BadParameter(f"{country!r} is no country known; Russia or RUS expected")
    birth = parse_birth(born) if born else None
    if born and birth is None:
        raise typer.BadParameter(f"{born!r} is no date; 1954, 1954-10 or 1954-10-27 expected")
    return Query(
        name,
        (code,) if code else (),
        role=role or "",
        born=birth,
        kind=EntryKind(kind.value) if kind else None,
    )


def _read_document(document: str, on: dt.datetime | None) -> Reading:
    from dragoman.documents import ReadOptions, read_one
    from dragoman.ingest import code_one
    from dragoman.records import Problem

    options = ReadOptions(date=on.date() if on else None)
    reading = code_one(read_one(document, options=options), build_coder(None))
    if isinstance(reading, Problem):
        tell_problems([reading])
        raise typer.Exit(Exit.FAILED)
    return reading


def _no_lists(list_name: str | None) -> None:
    what = f"no version of a list {list_name!r}" if list_name else "no list"
    words().print(f"dragoman: {what} is held here; `dragoman sanctions load` takes one",
                  markup=False)  # fmt: skip
    raise typer.Exit(Exit.FAILED)


def _print_check(
    queries: list[Query],
    found: list[PossibleMatch],
    notes: list[ProgrammeNote],
    versions: list[ListVersion],
    day: dt.date | None,
) -> None:
    from dragoman.sanctions.wording import as_row, note_row, version_row

    print_json(
        {
            "on": day.isoformat() if day else None,
            "asked": [query.name for query in queries],
            "matches": [as_row(match) for match in found],
            "notes": [note_row(note) for note in notes],
            "versions": [version_row(version) for version in versions],
        }
    )


def _show_check(
    queries: list[Query],
    found: list[PossibleMatch],
    notes: list[ProgrammeNote],
    threshold: float,
) -> None:
    from dragoman.sanctions.wording import describe, explain

    for match in found:
        typer.echo(f"{match.query.name}: {describe(match)}")
        for line in explain(match):
            typer.echo(f"    {line}")
    for text in dict.fromkeys(note.text for note in notes):
        typer.echo(f"note: {text}")
    without = len(queries) - len({match.query for match in found})
    words().print(
        f"{len(queries)} asked for, {without} without a possible match of score {threshold:.2f} "
        "or more in the versions below; that is no finding about them",
        markup=False,
    )


def _say_lists(versions: list[ListVersion]) -> None:
    """The versions that were asked, with the licences that their output stands under."""
    for version in versions:
        words().print(f"{version}: {version.entries} entries ({version.licence})", markup=False)
