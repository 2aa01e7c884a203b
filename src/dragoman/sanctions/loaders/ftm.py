"""OpenSanctions' entities.ftm.json: FollowTheMoney entities, one JSON object a line.

Edges are entities too: what makes somebody a listed person stands in a ``Sanction`` object
somewhere else in the file, the post in an ``Occupancy`` and a ``Position``.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.records import Problem, ProblemKind
from dragoman.sanctions.countries import country_of_place, make_country
from dragoman.sanctions.dates import make_birth, parse_day, parse_interval
from dragoman.sanctions.entry import CountryLink, EntryKind, ListEntry, ListName, NameKind
from dragoman.sanctions.files import ListFile
from dragoman.sanctions.loaders.items import Header, Item, RecordError, make_entry, malformed
from dragoman.sanctions.loaders.tables import bounded_lines
from dragoman.sanctions.scripts import script_of
from dragoman.sanctions.shelf import Shelf

KINDS = {
    "Person": EntryKind.PERSON,
    "Organization": EntryKind.ENTITY,
    "Company": EntryKind.ENTITY,
    "LegalEntity": EntryKind.ENTITY,
    "PublicBody": EntryKind.ENTITY,
    "Vessel": EntryKind.VESSEL,
    "Airplane": EntryKind.AIRCRAFT,
}
_NAMES = {
    "name": NameKind.STRONG,
    "alias": NameKind.STRONG,
    "previousName": NameKind.STRONG,
    "weakAlias": NameKind.WEAK,
}
_COUNTRIES = {
    "nationality": CountryLink.NATIONALITY,
    "citizenship": CountryLink.CITIZENSHIP,
    "country": CountryLink.OTHER,
    "jurisdiction": CountryLink.OTHER,
    "flag": CountryLink.FLAG,
    "birthCountry": CountryLink.BIRTH,
}
# The topic of who is on a sanctions list; "sanction.linked" is who is not, but is near one.
_TOPIC = "sanction"


def read_ftm(file: ListFile, list_name: str) -> Iterator[Item]:
    """The entities that a ``Sanction`` points at, or whose topic says so; its date is the
    last day on which any entity was seen."""
    newest: dt.date | None = None
    with Shelf() as shelf:
        for number, line in enumerate(bounded_lines(file, "utf-8"), start=1):
            place = f"{file.name} line {number}"
            if not line.strip():
                continue
            try:
                entity = _parse(line)
                seen = parse_day(str(entity.get("last_seen") or ""))
                newest = max(filter(None, (newest, seen)), default=None)
                _sort(entity, [number, line.strip()], shelf)
            except RecordError as error:
                yield malformed(place, error)
        yield Header(list_date=newest)
        left_out = 0
        for id in shelf.keys("node"):
            number, line = shelf.get("node", id)[0]
            place = f"{file.name} line {number}"
            sanctions = shelf.get("sanction", id)
            entity = json.loads(line)
            if not sanctions and _TOPIC not in entity["properties"].get("topics", []):
                left_out += 1
                continue
            try:
                yield _entry(entity, line, sanctions, list(_posts(id, shelf)), list_name, place)
            except RecordError as error:
                yield malformed(place, error)
    if left_out:
        text = f"entities that no sanction points at left out: {left_out}"
        yield Problem(ProblemKind.UNSUPPORTED, file.name, text)


def _parse(line: str) -> dict[str, Any]:
    """The entity of a line: id, schema and lists of strings as properties."""
    try:
        entity: dict[str, Any] = json.loads(line)
        line.encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise RecordError(f"not a JSON object ({error})") from error
    properties = entity.get("properties") if isinstance(entity, dict) else None
    if (
        not isinstance(properties, dict)
        or not isinstance(entity.get("id"), str)
        or not isinstance(entity.get("schema"), str)
        or not all(
            isinstance(values, list) and all(isinstance(value, str) for value in values)
            for values in properties.values()
        )
    ):
        raise RecordError("id, schema and properties with lists of strings expected")
    return entity


def _sort(entity: Mapping[str, Any], node: list[Any], shelf: Shelf) -> None:
    schema, properties = entity["schema"], entity["properties"]
    if schema in KINDS:
        if shelf.get("node", entity["id"]):
            raise RecordError(f"id {entity['id'][:60]} is there twice")
        shelf.put("node", entity["id"], node)
    elif schema == "Sanction":
        for target in properties.get("entity", []):
            shelf.put("sanction", target, properties)
    elif schema == "Occupancy":
        for holder in properties.get("holder", []):
            shelf.put("occupancy", holder, properties)
    elif schema == "Position":
        shelf.put("position", entity["id"], properties.get("name", []))


def _posts(id: str, shelf: Shelf) -> Iterator[str]:
    for occupancy in shelf.get("occupancy", id):
        for post in occupancy.get("post", []):
            for names in shelf.get("position", post):
                yield from names[:1]


def _entry(
    entity: Mapping[str, Any],
    line: str,
    sanctions: list[dict[str, list[str]]],
    posts: list[str],
    list_name: str,
    place: str,
) -> ListEntry:
    values: Mapping[str, list[str]] = entity["properties"]
    births = [(text, parse_interval(text)) for text in values.get("birthDate", [])]
    listed = [
        day
        for sanction in sanctions
        for text in sanction.get("listingDate") or sanction.get("startDate", [])
        if (day := parse_day(text))
    ]
    countries = [
        make_country(text, link) for key, link in _COUNTRIES.items() for text in values.get(key, [])
    ]
    return make_entry(
        list_name=list_name,
        id=entity["id"],
        kind=KINDS[entity["schema"]],
        names=_names(str(entity.get("caption") or ""), values),
        roles=[*values.get("position", []), *posts],
        countries=[*countries, *map(country_of_place, values.get("birthPlace", []))],
        births=[make_birth(found, text=text) for text, found in births if found],
        programmes=[p for sanction in sanctions for p in _programmes(sanction)],
        listed_on=min(listed, default=None),
        updated_on=parse_day(str(entity.get("last_change") or "")),
        delisted_on=_end(sanctions),
        remarks=" ".join(values.get("notes", [])),
        unparsed=[f"birth: {text}" for text, found in births if not found],
        raw=line,
        place=place,
    )


def _names(caption: str, values: Mapping[str, list[str]]) -> Iterator[ListName]:
    if caption in values.get("name", []):
        yield ListName(caption, NameKind.PRIMARY)
    for key, kind in _NAMES.items():
        for text in values.get(key, []):
            foreign = script_of(text) not in {"latin", ""}
            yield ListName(text, NameKind.ORIGINAL if foreign else kind, note=key)


def _programmes(sanction: Mapping[str, list[str]]) -> list[str]:
    found = sanction.get("programId", []) + sanction.get("program", [])
    return found or sanction.get("authority", [])


def _end(sanctions: list[dict[str, list[str]]]) -> dt.date | None:
    """The day on which the last sanction ended, if every one of them has an end."""
    ends = [
        max(filter(None, map(parse_day, s.get("endDate", []))), default=None) for s in sanctions
    ]
    known = [end for end in ends if end]
    return max(known) if known and len(known) == len(ends) else None
