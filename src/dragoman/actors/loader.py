"""From the CSV files to a catalogue, with file and line in every complaint."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from dragoman.actors.catalogue import (
    Agency,
    Catalogue,
    Group,
    Organisation,
    State,
    Term,
    Title,
)
from dragoman.actors.period import Period
from dragoman.errors import DataError
from dragoman.records import Sector

DATA = Path(__file__).parent / "data"

_COLUMNS = {
    "states.csv": "id iso2 name official_name aliases demonyms capital seats native kind start end "
    "successors note",
    "organisations.csv": "id name aliases kind sector parent start end seats native note",
    "groups.csv": "id name aliases countries sector start end native note",
    "agencies.csv": "id country sector kind name aliases start end successor native note",
    "titles.csv": "words office sector kind tag agency alone",
    "holders": "office title person aliases native start end note",
}
_TITLE_KINDS = frozenset({"office", "person", "body", "people", "honorific"})
_Entry = TypeVar("_Entry")


class _Row:
    """One line of a file; every cell is read with the line in mind."""

    def __init__(self, cells: dict[str, str], where: str) -> None:
        self._cells = cells
        self.where = where

    def __getitem__(self, column: str) -> str:
        return self._cells[column].strip()

    def required(self, column: str) -> str:
        value = self[column]
        if not value:
            raise DataError(f"{self.where}: the column {column!r} is empty; a value is expected")
        return value

    def many(self, column: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(v for p in self[column].split(";") if (v := p.strip())))

    def sector(self) -> Sector:
        value = self["sector"] or Sector.UNK
        try:
            return Sector(value)
        except ValueError:
            raise DataError(
                f"{self.where}: sector {value!r} found; one of {', '.join(Sector)} expected"
            ) from None

    def period(self) -> Period:
        try:
            return Period(self["start"], self["end"])
        except ValueError as error:
            raise DataError(f"{self.where}: {error}; correct the dates of this line") from None


def load_catalogue(folder: Path = DATA) -> Catalogue:
    """The catalogue that the CSV files of ``folder`` hold.

    ``states.csv``, ``organisations.csv``, ``groups.csv``, ``agencies.csv``, ``titles.csv``
    and ``holders/*.csv`` are read; one that is missing counts as empty. Raises
    :class:`~dragoman.errors.DataError`, naming file and line, for a missing column, an empty
    name, a repeated id, an unknown sector or a date that is none.
    """
    holders = sorted((folder / "holders").glob("*.csv"))
    return Catalogue(
        states=_entries(folder / "states.csv", _state),
        organisations=_entries(folder / "organisations.csv", _organisation),
        groups=_entries(folder / "groups.csv", _group),
        agencies=_entries(folder / "agencies.csv", _agency),
        terms=tuple(term for path in holders for term in load_terms(path)),
        titles=tuple(_title(row) for row in _rows(folder / "titles.csv", "titles.csv")),
    )


def load_terms(path: Path) -> tuple[Term, ...]:
    """The terms of one file of office-holders; its name is the country, or ``INT``."""
    place = path.stem
    return tuple(
        Term(
            place=place,
            office=row.required("office"),
            titles=row.many("title"),
            person=row.required("person"),
            aliases=row.many("aliases"),
            native=row.many("native"),
            period=row.period(),
            note=row["note"],
            where=row.where,
        )
        for row in _rows(path, "holders")
    )


def _entries(path: Path, make: Callable[[_Row], _Entry]) -> tuple[_Entry, ...]:
    seen: dict[str, str] = {}
    entries = []
    for row in _rows(path, path.name):
        entry_id = row.required("id")
        if entry_id in seen:
            raise DataError(
                f"{row.where}: id {entry_id!r} found again; it stands at {seen[entry_id]} already"
            )
        seen[entry_id] = row.where
        entries.append(make(row))
    return tuple(entries)


def _rows(path: Path, layout: str) -> Iterator[_Row]:
    if not path.exists():
        return
    expected = _COLUMNS[layout].split()
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream, restkey="", strict=True)
        try:
            missing = [c for c in expected if c not in (reader.fieldnames or [])]
            if missing:
                columns = ", ".join(missing)
                raise DataError(f"{path.name}:1: no column {columns}; add it to the header")
            yield from _checked(reader, path.name, expected)
        except (csv.Error, UnicodeDecodeError) as error:
            raise DataError(
                f"{path.name}:{reader.line_num}: {error}; CSV in UTF-8 expected"
            ) from None


def _checked(reader: csv.DictReader[str], name: str, expected: Iterable[str]) -> Iterator[_Row]:
    for cells in reader:
        where = f"{name}:{reader.line_num}"
        if "" in cells:
            raise DataError(f"{where}: more cells than columns; quote cells that hold a comma")
        if any(cells[c] is None for c in expected):
            raise DataError(f"{where}: fewer cells than columns; one cell per column expected")
        yield _Row(cells, where)


def _state(row: _Row) -> State:
    return State(
        id=row["id"],
        name=row.required("name"),
        iso2=row["iso2"],
        official_name=row["official_name"],
        aliases=row.many("aliases"),
        demonyms=row.many("demonyms"),
        capitals=row.many("capital"),
        seats=row.many("seats"),
        native=row.many("native"),
        kind=row.required("kind"),
        period=row.period(),
        successors=row.many("successors"),
        note=row["note"],
    )


def _organisation(row: _Row) -> Organisation:
    return Organisation(
        id=row["id"],
        name=row.required("name"),
        aliases=row.many("aliases"),
        kind=row["kind"],
        sector=row.sector(),
        parent=row["parent"],
        period=row.period(),
        seats=row.many("seats"),
        native=row.many("native"),
        note=row["note"],
    )


def _group(row: _Row) -> Group:
    return Group(
        id=row["id"],
        name=row.required("name"),
        aliases=row.many("aliases"),
        countries=row.many("countries"),
        sector=row.sector(),
        period=row.period(),
        native=row.many("native"),
        note=row["note"],
    )


def _agency(row: _Row) -> Agency:
    country = row.required("country")
    if not row["id"].startswith(f"{country}-"):
        raise DataError(f"{row.where}: id {row['id']!r} found; it must start with '{country}-'")
    return Agency(
        id=row["id"],
        country=country,
        name=row.required("name"),
        sector=row.sector(),
        kind=row["kind"],
        aliases=row.many("aliases"),
        period=row.period(),
        successor=row["successor"],
        native=row.many("native"),
        note=row["note"],
    )


def _title(row: _Row) -> Title:
    kind = row.required("kind")
    if kind not in _TITLE_KINDS:
        raise DataError(
            f"{row.where}: kind {kind!r} found; one of {', '.join(sorted(_TITLE_KINDS))} expected"
        )
    return Title(
        words=row.many("words"),
        offices=row.many("office"),
        sector=row.sector(),
        kind=kind,
        tag=row["tag"],
        agency=row["agency"],
        alone=bool(row["alone"]),
    )
