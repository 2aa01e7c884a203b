"""OpenSanctions' targets.simple.csv: one row an entry."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterator, Mapping

from dragoman.records import Problem, ProblemKind
from dragoman.sanctions.countries import make_country
from dragoman.sanctions.dates import make_birth, parse_day, parse_interval
from dragoman.sanctions.entry import CountryLink, ListEntry, ListName, NameKind
from dragoman.sanctions.files import ListFile
from dragoman.sanctions.loaders.ftm import KINDS
from dragoman.sanctions.loaders.items import Header, Item, RecordError, make_entry, malformed
from dragoman.sanctions.loaders.tables import read_named_rows
from dragoman.sanctions.scripts import script_of

NEEDED = ("id", "schema", "name", "aliases", "birth_date", "countries", "sanctions")


def read_simple_csv(file: ListFile, list_name: str) -> Iterator[Item]:
    """The entries that carry a sanction; the date is the last day on which one was seen."""
    newest: dt.date | None = None
    left_out, seen = 0, set[str]()
    for line, row in read_named_rows(file, encoding="utf-8", needed=NEEDED):
        place = f"{file.name} line {line}"
        if row is None:
            yield malformed(place, "more or fewer cells than the header has")
            continue
        day = parse_day(row.get("last_seen"))
        newest = max(filter(None, (newest, day)), default=None)
        if row["schema"] not in KINDS or not (row["sanctions"] or row.get("program_ids")):
            left_out += 1
            continue
        try:
            if row["id"] in seen:
                raise RecordError(f"id {row['id'][:60]} is there twice")
            seen.add(row["id"])
            yield _entry(row, list_name, place)
        except RecordError as error:
            yield malformed(place, error)
    yield Header(list_date=newest)
    if left_out:
        yield Problem(
            ProblemKind.UNSUPPORTED, file.name, f"rows without a sanction left out: {left_out}"
        )


def _entry(row: Mapping[str, str], list_name: str, place: str) -> ListEntry:
    names = [ListName(row["name"], NameKind.PRIMARY)]
    for text in _values(row["aliases"]):
        foreign = script_of(text) not in {"latin", ""}
        names.append(ListName(text, NameKind.ORIGINAL if foreign else NameKind.STRONG))
    births = [(text, parse_interval(text)) for text in _values(row["birth_date"])]
    return make_entry(
        list_name=list_name,
        id=row["id"],
        kind=KINDS[row["schema"]],
        names=names,
        countries=[make_country(text, CountryLink.OTHER) for text in _values(row["countries"])],
        births=[make_birth(found, text=text) for text, found in births if found],
        programmes=_values(row.get("program_ids", "")),
        updated_on=parse_day(row.get("last_change")),
        remarks=row["sanctions"],
        unparsed=[f"birth: {text}" for text, found in births if not found],
        raw=json.dumps(row, ensure_ascii=False),
        place=place,
    )


def _values(cell: str) -> list[str]:
    """The values of a cell, which is a line of CSV with semicolons in itself.

    >>> _values('a;"b;c"')
    ['a', 'b;c']
    """
    try:
        rows = list(csv.reader([cell], delimiter=";"))
    except csv.Error as error:
        raise RecordError(f"a cell that is not CSV ({error})") from error
    return [value for row in rows for value in row if value]
