"""A table of actors with a header: the form for rows that are written by hand.

Columns: ``name,aliases,country,sector,kind,office,start,end,native,note``; all but ``name`` may
be missing or empty. A row with an office, or of the kind ``person``, is a person; otherwise kind,
sector and country tell whether it is an organisation, a group or an organ of a state.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dragoman.actors.catalogue import INTERNATIONAL, Agency, Group, Organisation, Term
from dragoman.actors.figures import figure_office
from dragoman.actors.importers.bodies import (
    GROUP_SECTORS,
    WORLD_SECTORS,
    BodyKind,
    agency_kind,
    group_sector,
)
from dragoman.actors.importers.items import Entry, Found, Item, clean, clean_all, malformed
from dragoman.actors.importers.known import Known
from dragoman.actors.importers.posts import NoPost, read_post
from dragoman.actors.importers.source import read_lines
from dragoman.actors.period import Period
from dragoman.records import Problem, Sector

COLUMNS = "name aliases country sector kind office start end native note".split()
_WORLD_KINDS = frozenset(
    "organisation organization igo ngo regional bloc court mission organ".split()
)
_GROUP_KINDS = frozenset("group party militia rebels movement".split())
_SECTORS = {"party": Sector.PTY, "rebels": Sector.REB, "militia": Sector.PRM}


class RowError(ValueError):
    """Why a row is no actor; the message says what to write instead."""


def read_csv(path: Path, known: Known) -> Iterator[Item]:
    """The actors of a table; a problem for each row that is none."""
    problems: list[Problem] = []
    place = path.name

    def lines() -> Iterator[str]:
        nonlocal place
        for line in read_lines(path):
            if isinstance(line, Problem):
                problems.append(line)
                continue
            place = line[0]
            yield line[1] + "\n"

    reader = csv.reader(lines(), strict=True)
    header: list[str] | None = None
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield malformed(place, f"{error}; close the quotes of this row")
            continue
        yield from problems
        problems.clear()
        if cells is None:
            return
        if header is None:
            header = [c.strip().lower() for c in cells]
            if "name" not in header:
                columns = ",".join(COLUMNS)
                yield malformed(place, f"no column name in the header; {columns} expected")
                return
        elif any(c.strip() for c in cells):
            yield _item(header, cells, place, known)


def _item(header: list[str], cells: list[str], where: str, known: Known) -> Item:
    if len(cells) != len(header):
        message = f"{len(cells)} cells for {len(header)} columns; quote cells that hold a comma"
        return malformed(where, message)
    row = {column: clean_cell(cell) for column, cell in zip(header, cells, strict=True)}
    row = {**dict.fromkeys(COLUMNS, ""), **row}
    try:
        return Found(_entry(row, known), where)
    except ValueError as error:
        return malformed(where, str(error))


def clean_cell(cell: str) -> str:
    """A cell as one line; the semicolons that part its values stay."""
    return " ".join(cell.split())


def _many(cell: str) -> tuple[str, ...]:
    return clean_all(cell.split(";"))


def _entry(row: Mapping[str, str], known: Known) -> Entry:
    name = clean(row["name"])
    if not any(c.isalpha() for c in name):
        raise RowError("the column name is empty; a name is expected")
    sector = _sector(row["sector"])
    try:
        period = Period(row["start"], row["end"])
    except ValueError as error:
        found = f"start {row['start']!r} and end {row['end']!r} found"
        raise RowError(f"{found} ({error}); YYYY, YYYY-MM or YYYY-MM-DD expected") from None
    kind = row["kind"].lower()
    if row["office"] or kind == "person":
        return _person(row, name, sector, period, known)
    common: dict[str, Any] = {
        "aliases": _many(row["aliases"]),
        "native": _many(row["native"]),
        "period": period,
        "note": row["note"],
    }
    if kind in _WORLD_KINDS or (not kind and sector in WORLD_SECTORS):
        return _organisation(name, kind, sector, common)
    if kind in _GROUP_KINDS or (not kind and sector in GROUP_SECTORS):
        countries = tuple(_country(c, known) for c in _many(row["country"]))
        told = sector or _SECTORS.get(kind) or group_sector(name) or Sector.UAF
        return Group("", name, countries=countries, sector=told, **common)
    if not row["country"]:
        raise RowError(
            "an organ of a state has a country; fill in country, or set kind to organisation, "
            "group or person"
        )
    return _agency(name, kind, sector, _country(row["country"], known), common)


def _organisation(
    name: str, kind: str, sector: Sector | None, common: dict[str, Any]
) -> Organisation:
    kind = "igo" if kind in {"", "organisation", "organization"} else kind
    kind = "ngo" if sector is Sector.NGO else kind
    sector = sector or (Sector.NGO if kind == "ngo" else Sector.IGO)
    return Organisation("", name, kind=kind, sector=sector, **common)


def _agency(
    name: str, kind: str, sector: Sector | None, country: str, common: dict[str, Any]
) -> Agency:
    told = agency_kind(name) or BodyKind("other-ministry", Sector.GOV)
    kind = told.kind if kind in {"", "agency"} else kind
    return Agency("", country, name, sector or told.sector, kind, **common)


def _person(
    row: Mapping[str, str], name: str, sector: Sector | None, period: Period, known: Known
) -> Term:
    country = row["country"]
    if not country:
        raise RowError("a person has a country, or an organisation's id; fill in country")
    if country in known.bodies and country not in known.codes:
        place, base = INTERNATIONAL, country
    else:
        place, base = _country(country, known), ""
    office = row["office"]
    titles: tuple[str, ...] = ()
    if not office:
        office = figure_office(sector or Sector.UNK)
    elif base:
        office = office if office.startswith(f"{base}:") else f"{base}:{office.lower()}"
        office = office.replace(" ", "-")
    elif not _is_office_id(office, place, known):
        post = read_post(known, office, place)
        if isinstance(post, NoPost):
            raise RowError(
                f"office {office!r}: {post.reason}; write an office as the shipped catalogue has "
                "them (foreign-minister, intelligence-chief:SVR), or leave it empty and fill in "
                "sector"
            )
        office, titles = post.office, post.titles
    return Term(
        place=place,
        office=office,
        titles=titles or known.titles_of(place, office),
        person=name,
        aliases=_many(row["aliases"]),
        native=_many(row["native"]),
        period=period,
        note=row["note"],
    )


def _is_office_id(office: str, place: str, known: Known) -> bool:
    base = office.partition(":")[0]
    return base in known.lexicon.offices or bool(known.titles_of(place, office))


def _country(text: str, known: Known) -> str:
    code = text if text in known.codes else known.country(text)
    if code is None:
        raise RowError(f"country {text!r} found; a code such as JPN or a name expected")
    return code


def _sector(text: str) -> Sector | None:
    if not text:
        return None
    try:
        return Sector(text.upper())
    except ValueError:
        raise RowError(f"sector {text!r} found; one of {', '.join(Sector)} expected") from None
