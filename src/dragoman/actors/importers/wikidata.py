"""Entities of a Wikidata dump, one a line: organisations, organs of states, office-holders.

Dumps name persons, positions, countries and classes far apart, so that a file is read twice:
first for countries, classes, positions and persons who hold one, then for the bodies. What is
kept of them lies on disk; lines that cannot matter are not parsed.

Properties: P31 instance of, P279 subclass of, P298 country code, P17 country, P1001 applies to
jurisdiction, P27 citizenship, P39 position held with P580 and P582, P571 inception, P576
dissolution, P642 of, P1813 short name, P1705 and P1559 native names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.actors.catalogue import Agency, Group, Organisation, Term
from dragoman.actors.importers import wikidata_claims as claims
from dragoman.actors.importers.bodies import agency_kind
from dragoman.actors.importers.items import Found, Item, PassedOver, malformed
from dragoman.actors.importers.known import Known
from dragoman.actors.importers.posts import NoPost, read_post
from dragoman.actors.importers.shelf import Shelf
from dragoman.actors.importers.source import read_objects
from dragoman.actors.importers.wikidata_classes import HUMAN, POSITIONS, Classes
from dragoman.actors.period import Period
from dragoman.records import Problem

_FIRST_PASS = ('"P39"', '"P298"', '"P279"', *(f'"{id_}"' for id_ in sorted(POSITIONS)))
_SECOND_PASS = ('"P31"',)
# Languages of news whose scripts are not Latin, by country: the label there is a native name.
_NATIVE = {
    "RUS": "ru", "BLR": "ru", "UKR": "uk", "BGR": "bg", "SRB": "sr", "MKD": "mk", "GRC": "el",
    "CYP": "el", "GEO": "ka", "ARM": "hy", "ISR": "he", "IRN": "fa", "AFG": "fa", "PAK": "ur",
    "IND": "hi", "NPL": "ne", "BGD": "bn", "LKA": "si", "THA": "th", "KHM": "km", "LAO": "lo",
    "MMR": "my", "CHN": "zh", "TWN": "zh", "HKG": "zh", "JPN": "ja", "KOR": "ko", "PRK": "ko",
    "MNG": "mn", "ETH": "am", "KAZ": "kk", "KGZ": "ky", "TJK": "tg",
    **dict.fromkeys("SAU EGY SYR IRQ JOR LBN PSE KWT BHR QAT ARE OMN YEM LBY TUN DZA MAR SDN MRT"
                    .split(), "ar"),
}  # fmt: skip


def read_wikidata(paths: Sequence[Path], known: Known) -> Iterator[Item]:
    """The bodies and the terms of office-holders in ``paths``, read as one dump."""
    with Shelf() as shelf:
        for path in paths:
            for item in read_objects(path, *_FIRST_PASS):
                problem = item if isinstance(item, Problem) else _keep(*item, shelf)
                if problem is not None:
                    yield problem
        classes = Classes(shelf)
        for path in paths:
            for item in read_objects(path, *_SECOND_PASS):
                # What cannot be parsed was told in the first pass, or is told here.
                if isinstance(item, Problem):
                    continue
                body = _body(*item, classes, known, shelf)
                if body is not None:
                    yield body
        for person in shelf.all("person"):
            yield from _terms(person, known, shelf)


def _keep(where: str, entity: dict[str, Any], shelf: Shelf) -> Problem | None:
    """Puts aside what an entity is needed for; the problem of one that is none."""
    id_ = entity.get("id")
    if not isinstance(id_, str) or not isinstance(entity.get("claims"), dict):
        return malformed(where, "id and claims expected; is this an entity of a Wikidata dump?")
    for parent in claims.item_ids(entity, "P279"):
        shelf.put("subclass", parent, id_)
    code = claims.texts(entity, "P298")
    if code:
        shelf.put("country", id_, code[0])
    is_human = HUMAN in claims.item_ids(entity, "P31")
    if is_human and any(claims.statements(entity, "P39")):
        return _keep_person(where, id_, entity, shelf)
    if not is_human and claims.label(entity) and not code:
        countries = claims.item_ids(entity, "P17") or claims.item_ids(entity, "P1001")
        shelf.put("position", id_, [claims.label(entity), countries[:2]])
    return None


def _keep_person(where: str, id_: str, entity: dict[str, Any], shelf: Shelf) -> Problem | None:
    name = claims.label(entity)
    if not name:
        return malformed(where, f"{id_} holds a position but has no English label")
    held = [
        [
            claims.item_of(statement.get("mainsnak")),
            claims.qualifier_date(statement, "P580"),
            claims.qualifier_date(statement, "P582"),
            claims.qualifier_item(statement, "P642"),
        ]
        for statement in claims.statements(entity, "P39")
    ]
    person = {
        "name": name,
        "aliases": claims.aliases(entity),
        "native": claims.texts(entity, "P1559"),
        "labels": {v: claims.label_in(entity, v) for v in set(_NATIVE.values())},
        "countries": claims.item_ids(entity, "P27"),
        "held": held,
        "where": where,
    }
    shelf.put("person", id_, person)
    return None


def _country(ids: Sequence[str], known: Known, shelf: Shelf) -> str | None:
    """The one country of the catalogue that ``ids`` name; ``None`` for none or several."""
    codes = {code for id_ in ids for code in shelf.get("country", id_)} & known.codes
    return codes.pop() if len(codes) == 1 else None


def _terms(person: dict[str, Any], known: Known, shelf: Shelf) -> Iterator[Item]:
    where = person["where"]
    for position, start, end, of in person["held"]:
        found = shelf.get("position", position)
        if not found:
            yield PassedOver("a position that is not in the files", where)
            continue
        label, countries = found[0]
        country = _country(countries, known, shelf) or _country([of], known, shelf)
        post = read_post(known, label, country)
        if isinstance(post, NoPost) and country is None:
            citizen = _country(person["countries"], known, shelf)
            post = read_post(known, label, citizen) if citizen else post
        if isinstance(post, NoPost):
            yield PassedOver(post.reason, where)
            continue
        term = Term(
            place=post.place,
            office=post.office,
            titles=post.titles,
            person=person["name"],
            aliases=tuple(person["aliases"]),
            native=_native(person["native"], person["labels"], post.place),
            period=_period(start, end),
        )
        yield Found(term, where)


def _native(told: Sequence[str], labels: Mapping[str, str], country: str) -> tuple[str, ...]:
    """Names in the script of the country: those told as native, else the label there."""
    label = labels.get(_NATIVE.get(country, ""), "")
    names = [name for name in (*told, label) if name and not name[0].isascii()]
    return tuple(dict.fromkeys(names))


def _body(
    where: str, entity: dict[str, Any], classes: Classes, known: Known, shelf: Shelf
) -> Item | None:
    """The body that an entity is; ``None`` for the many that are none, which are not told."""
    body_class = classes.of(claims.item_ids(entity, "P31"))
    if body_class is None:
        return None
    name = claims.label(entity)
    if not name:
        return PassedOver("a body without an English label", where)
    country = _country(claims.item_ids(entity, "P17"), known, shelf)
    labels = {language: claims.label_in(entity, language) for language in set(_NATIVE.values())}
    common: dict[str, Any] = {
        "aliases": tuple(dict.fromkeys((*claims.texts(entity, "P1813"), *claims.aliases(entity)))),
        "native": _native(claims.texts(entity, "P1705"), labels, country or ""),
        "period": _period(
            claims.date_of_statement(entity, "P571"), claims.date_of_statement(entity, "P576")
        ),
    }
    kind, sector = body_class.kind, body_class.sector
    if body_class.table == "organisation":
        world = Organisation("", name, kind=kind, sector=sector, **common)
        return Found(world, where)
    if body_class.table == "group":
        countries = (country,) if country else ()
        return Found(Group("", name, countries=countries, sector=sector, **common), where)
    if country is None:
        return PassedOver("an organ of a state whose country is not in the files", where)
    if kind in {"", "other-ministry"}:
        # "Ministry of Foreign Affairs of X" is only a ministry by its class.
        told = agency_kind(name)
        kind, sector = (told.kind, told.sector) if told else ("other-ministry", sector)
    return Found(Agency("", country, name, sector, kind, **common), where)


def _period(start: str, end: str) -> Period:
    """The two dates; none where they are no dates, or out of order."""
    try:
        return Period(start, end)
    except ValueError:
        return Period()
