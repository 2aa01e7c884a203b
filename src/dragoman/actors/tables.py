"""Rows of the catalogue's CSV files as entries and back, one bad row at a time.

The loader refuses a file with a fault, which is right where a catalogue is compiled. Where a
user's file is checked, or rows are written, every row counts for itself: this module reads
what can be read, and says of the rest where it is and what is wrong.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.actors.catalogue import Agency, Group, Organisation, State, Term
from dragoman.actors.period import Period
from dragoman.records import Problem, ProblemKind, Sector

Entry = State | Organisation | Group | Agency | Term

HOLDERS = "holders"
_MAKERS: dict[str, type[Any]] = {
    "states.csv": State,
    "organisations.csv": Organisation,
    "groups.csv": Group,
    "agencies.csv": Agency,
    HOLDERS: Term,
}
# The columns of the files that are written, in the order of the shipped ones.
HEADERS = {
    "organisations.csv": "id name aliases kind sector parent start end seats native note",
    "groups.csv": "id name aliases countries sector ideology start end native note",
    "agencies.csv": "id country sector kind name aliases start end successor native note",
    HOLDERS: "office title person aliases native start end note",
}
_FIELDS = {"capital": "capitals", "title": "titles", "iso2": "iso2"}
_LISTS = frozenset("aliases native seats demonyms capital successors countries title".split())
_NEEDED = {
    "states.csv": "id name kind start end",
    "organisations.csv": "id name sector start end",
    "groups.csv": "id name countries sector start end",
    "agencies.csv": "id country sector kind name start end",
    HOLDERS: "office title person start end",
}
_FILLED = frozenset("id name country office person".split())


@dataclass(frozen=True, slots=True)
class Located:
    """An entry with the file and line that it came from ("groups.csv:12")."""

    entry: Entry
    where: str


def layout_of(path: Path) -> str | None:
    """Which layout a file of the catalogue has, by its name; ``None`` where it is none."""
    if path.name in _MAKERS:
        return path.name
    is_place = path.suffix == ".csv" and path.stem.isalnum() and path.stem.isupper()
    return HOLDERS if path.parent.name == HOLDERS or is_place else None


def read_table(path: Path) -> Iterator[Located | Problem]:
    """The rows of one file of the catalogue; a :class:`Problem` for each that cannot be read."""
    layout = layout_of(path)
    if layout is None:
        message = (
            f"{path.name} is no file of the catalogue; {', '.join(HEADERS)} or a file of "
            "office-holders such as holders/JPN.csv expected"
        )
        yield Problem(ProblemKind.UNSUPPORTED, path.name, message)
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield from _rows(csv.DictReader(stream, restkey="", strict=True), path, layout)
    except (OSError, UnicodeDecodeError) as error:
        yield Problem(ProblemKind.UNREADABLE, path.name, f"{error}; CSV in UTF-8 expected")


def _rows(reader: csv.DictReader[str], path: Path, layout: str) -> Iterator[Located | Problem]:
    try:
        header = reader.fieldnames or []
    except csv.Error as error:
        yield Problem(ProblemKind.MALFORMED, f"{path.name}:1", f"{error}; a header expected")
        return
    missing = [c for c in _NEEDED[layout].split() if c not in header]
    if missing:
        message = f"no column {', '.join(missing)}; add it to the header"
        yield Problem(ProblemKind.MALFORMED, f"{path.name}:1", message)
        return
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            where = f"{path.name}:{reader.line_num}"
            yield Problem(ProblemKind.MALFORMED, where, f"{error}; quoted cells expected")
            continue
        where = f"{path.name}:{reader.line_num}"
        try:
            yield Located(_entry(cells, layout, path.stem, where), where)
        except ValueError as error:
            yield Problem(ProblemKind.MALFORMED, where, str(error))


def _entry(cells: dict[str, str], layout: str, place: str, where: str) -> Entry:
    """The entry of one row. Raises ``ValueError`` saying what is wrong."""
    if "" in cells:
        raise ValueError("more cells than columns; quote cells that hold a comma")
    if any(value is None for value in cells.values()):
        raise ValueError("fewer cells than columns; one cell per column expected")
    cells = {column: value.strip() for column, value in cells.items()}
    empty = [c for c in _NEEDED[layout].split() if c in _FILLED and not cells[c]]
    if empty:
        raise ValueError(f"the column {empty[0]!r} is empty; a value is expected")
    make = _MAKERS[layout]
    known = set(make.__dataclass_fields__)
    values: dict[str, Any] = {"period": Period(cells["start"], cells["end"])}
    for column, value in cells.items():
        field = _FIELDS.get(column, column)
        if field in known:
            values[field] = _many(value) if column in _LISTS else value
    if "sector" in known:
        values["sector"] = _sector(cells["sector"])
    if layout == HOLDERS:
        values |= {"place": place, "where": where}
    entry: Entry = make(**values)
    return entry


def _many(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v for part in cell.split(";") if (v := part.strip())))


def _sector(value: str) -> Sector:
    try:
        return Sector(value or Sector.UNK)
    except ValueError:
        raise ValueError(f"sector {value!r} found; one of {', '.join(Sector)} expected") from None


def write_table(path: Path, entries: Iterable[Entry]) -> None:
    """Writes ``entries``, all of one kind, as a file that the loader reads."""
    header = HEADERS[layout_of(path) or HOLDERS].split()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([_cell(entry, column) for column in header] for entry in entries)


def _cell(entry: Entry, column: str) -> str:
    if column in {"start", "end"}:
        return str(getattr(entry.period, column))
    value = getattr(entry, _FIELDS.get(column, column), "")
    return ";".join(value) if isinstance(value, tuple) else str(value)
