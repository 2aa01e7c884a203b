"""OFAC's CSV quartet: sdn.csv (or cons_prim.csv) with alt, add and comments beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.records import Problem, ProblemKind
from dragoman.sanctions.countries import make_country
from dragoman.sanctions.entry import CountryLink, EntryKind, ListEntry, ListName, NameKind
from dragoman.sanctions.errors import SanctionsListError
from dragoman.sanctions.files import DEFAULT_LIMITS, Limits, ListFile
from dragoman.sanctions.loaders.items import Item, RecordError, make_entry, malformed
from dragoman.sanctions.loaders.tables import read_rows
from dragoman.sanctions.remarks import parse_remarks
from dragoman.sanctions.shelf import Shelf

_KINDS = {
    "": EntryKind.ENTITY,
    "individual": EntryKind.PERSON,
    "entity": EntryKind.ENTITY,
    "vessel": EntryKind.VESSEL,
    "aircraft": EntryKind.AIRCRAFT,
}
_COLUMNS = {"alt": 5, "add": 6, "comments": 2}
_MAIN_COLUMNS = 12
# Aliases or addresses of entries that the main file does not hold: a few mean that the files
# are of different days, half of them that the main file is cut off.
_MOST_LOOSE = 0.5


@dataclass(frozen=True, slots=True)
class Quartet:
    """The files that make one OFAC list; ``comments`` may be missing."""

    main: ListFile
    alt: ListFile
    add: ListFile
    comments: ListFile | None

    @property
    def files(self) -> tuple[ListFile, ...]:
        """All of them, the main one first."""
        rest = (self.comments,) if self.comments else ()
        return (self.main, self.alt, self.add, *rest)

    @property
    def is_consolidated(self) -> bool:
        """Whether this is the Consolidated (non-SDN) list."""
        return self.main.name.lower().startswith("cons")


def find_quartet(path: Path, limits: Limits = DEFAULT_LIMITS) -> Quartet:
    """The quartet in the folder ``path``, or around the main file ``path``.

    Raises ``SanctionsListError`` when the main, alias or address file is missing: a list
    without its aliases would miss matches and not say so.
    """
    folder, wanted = (path, "") if path.is_dir() else (path.parent, path.name.lower())
    here = {entry.name.lower(): entry for entry in folder.iterdir() if entry.is_file()}
    for main, prefix, comments in (
        ("sdn", "", "sdn_comments"),
        ("cons_prim", "cons_", "cons_comments"),
    ):
        found = _csv(here, main)
        if found is None or (wanted and found.name.lower() != wanted):
            continue
        parts = {name: _csv(here, f"{prefix}{name}") for name in ("alt", "add")}
        missing = [f"{prefix}{name}.csv" for name, part in parts.items() if part is None]
        if missing:
            raise SanctionsListError(
                str(path), f"{' and '.join(missing)} not found beside {found.name}; download it too"
            )
        alt, add, overflow = parts["alt"], parts["add"], _csv(here, comments)
        assert alt is not None
        assert add is not None
        return Quartet(
            ListFile(found, limits),
            ListFile(alt, limits),
            ListFile(add, limits),
            ListFile(overflow, limits) if overflow else None,
        )
    raise SanctionsListError(
        str(path), "no sdn.csv or cons_prim.csv found here; give that file or its folder"
    )


def read_quartet(quartet: Quartet, list_name: str, *, encoding: str) -> Iterator[Item]:
    """The entries of the list. The files hold neither a date nor a count."""
    with Shelf() as shelf:
        for kind, file in (
            ("alt", quartet.alt),
            ("add", quartet.add),
            ("comments", quartet.comments),
        ):
            if file is not None:
                yield from _keep(shelf, kind, file, encoding)
        if quartet.comments is None:
            yield Problem(
                ProblemKind.UNREADABLE, quartet.main.name, "no comments file: long remarks are cut"
            )
        seen: set[str] = set()
        for line, row in read_rows(quartet.main, encoding=encoding):
            place = f"{quartet.main.name} line {line}"
            try:
                cells = _cells(row, _MAIN_COLUMNS)
                if cells[0] in seen:
                    raise RecordError(f"id {cells[0]} is there twice")
                seen.add(cells[0])
                yield _entry(cells, shelf, list_name, place)
            except RecordError as error:
                yield malformed(place, error)
        yield from _loose(shelf, seen, quartet)


def _csv(here: dict[str, Path], name: str) -> Path | None:
    return here.get(f"{name}.csv") or here.get(f"{name}.csv.gz")


def _keep(shelf: Shelf, kind: str, file: ListFile, encoding: str) -> Iterator[Item]:
    for line, row in read_rows(file, encoding=encoding):
        place = f"{file.name} line {line}"
        try:
            cells = _cells(row, _COLUMNS[kind])
        except RecordError as error:
            yield malformed(place, error)
            continue
        shelf.put(kind, cells[0], cells)


def _cells(row: list[str], count: int) -> list[str]:
    """The cells, ``-0-`` as ""; a cell with a line break has swallowed the next row."""
    if len(row) != count:
        raise RecordError(f"{len(row)} columns found, {count} expected")
    if any("\n" in cell or "\r" in cell for cell in row):
        raise RecordError("a line break inside a cell: a quotation mark is missing")
    cells = ["" if cell.strip() == "-0-" else cell.strip() for cell in row]
    if not cells[0].isdecimal():
        raise RecordError(f"{cells[0][:40]!r} found as the entry's number")
    return cells


def _entry(cells: list[str], shelf: Shelf, list_name: str, place: str) -> ListEntry:
    id, name, type_, programmes, title = cells[:5]
    kind = _KINDS.get(type_.lower())
    if kind is None:
        raise RecordError(f"type {type_[:40]!r} found; individual, vessel or aircraft expected")
    aliases, addresses = shelf.get("alt", id), shelf.get("add", id)
    # the overflow goes on where the remarks were cut, in the middle of a word
    remarks = cells[11] + "".join(row[1] for row in shelf.get("comments", id))
    parsed = parse_remarks(remarks)
    names = [ListName(name, NameKind.PRIMARY)]
    names += [ListName(row[3], NameKind.STRONG, note=row[2]) for row in aliases]
    countries = [make_country(row[4], CountryLink.ADDRESS) for row in addresses]
    return make_entry(
        list_name=list_name,
        id=id,
        kind=kind,
        names=names + parsed.aliases,
        roles=[*title.split(";"), *parsed.roles],
        countries=[*parsed.countries, *countries, make_country(cells[9], CountryLink.FLAG)],
        births=parsed.births,
        programmes=programmes.split("] ["),
        linked_to=parsed.linked_to,
        remarks=remarks,
        unparsed=parsed.unparsed,
        raw=json.dumps([cells, *aliases, *addresses], ensure_ascii=False),
        place=place,
    )


def _loose(shelf: Shelf, seen: set[str], quartet: Quartet) -> Iterator[Item]:
    for kind, file in (("alt", quartet.alt), ("add", quartet.add)):
        ids = list(shelf.keys(kind))
        loose = [id for id in ids if id not in seen]
        if ids and len(loose) > _MOST_LOOSE * len(ids):
            raise SanctionsListError(
                quartet.main.name,
                f"{len(loose)} of the {len(ids)} entries that {file.name} names are not in it; "
                "it is cut off, or the files are of different days",
            )
        for id in loose:
            yield Problem(
                ProblemKind.MALFORMED, file.name, f"names entry {id}, which the list does not hold"
            )
