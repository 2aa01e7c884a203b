"""OFAC's SDN_ADVANCED.XML: the only OFAC file with the days of listing.

The file is a database in XML: codes stand in ``ReferenceValueSets``, places in ``Locations``,
persons and bodies in ``DistinctParties``, their listings in ``SanctionsEntries``. The layout
follows OFAC's notes on the advanced format and OpenSanctions' reader of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from dragoman.records import Problem, ProblemKind
from dragoman.sanctions.countries import country_of_place, make_country
from dragoman.sanctions.dates import interval_of, parse_day
from dragoman.sanctions.entry import CountryLink, EntryKind, ListCountry, ListEntry
from dragoman.sanctions.errors import SanctionsListError
from dragoman.sanctions.files import ListFile
from dragoman.sanctions.loaders.items import Header, Item, RecordError, make_entry, malformed
from dragoman.sanctions.loaders.ofac_parties import (
    Codes,
    load_birth,
    load_name,
    no_codes,
    party_of,
    read_codes,
)
from dragoman.sanctions.shelf import Shelf
from dragoman.sanctions.xml_stream import (
    Element,
    children,
    descend,
    local_name,
    read_elements,
    text_at,
)

ROOT = "Sanctions"
_WANTED = frozenset(
    {"DateOfIssue", "ReferenceValueSets", "Location", "DistinctParty", "SanctionsEntry"}
)
_PLACES = {
    "Nationality Country": CountryLink.NATIONALITY,
    "Citizenship Country": CountryLink.CITIZENSHIP,
    "Location": CountryLink.ADDRESS,
    "Vessel Flag": CountryLink.FLAG,
}


def read_ofac_advanced(file: ListFile, list_name: str) -> Iterator[Item]:
    """The entries of the list, with its date and the days of listing; it states no count."""
    codes = no_codes()
    with Shelf() as shelf, file.open() as stream:
        for element in read_elements(stream, _WANTED, source=file.name, limits=file.limits):
            name = local_name(element)
            place = f"{file.name} line {element.sourceline}"
            try:
                if name == "DateOfIssue":
                    yield _header(element, file.name)
                elif name == "ReferenceValueSets":
                    codes = read_codes(element)
                elif name == "Location":
                    shelf.put("place", element.get("ID", ""), _countries(element, codes))
                elif name == "DistinctParty":
                    _keep_party(element, codes, shelf, place)
                elif name == "SanctionsEntry":
                    shelf.put("entry", element.get("ProfileID", ""), _listing(element, codes))
            except RecordError as error:
                yield malformed(place, error)
        for id in shelf.keys("party"):
            yield from _join(id, shelf, list_name, file.name)


def _header(element: Element, source: str) -> Header:
    day = _date(element)
    if day is None:
        raise SanctionsListError(source, "DateOfIssue without year, month and day found")
    return Header(list_date=parse_day(day))


def _date(element: Element) -> str | None:
    found = interval_of(*(text_at(element, part) for part in ("Year", "Month", "Day")))
    return found[0].isoformat() if found and found[0] == found[1] else None


def _countries(location: Element, codes: Codes) -> list[str]:
    found = [
        codes["Country"].get(e.get("CountryID"), "") for e in children(location, "LocationCountry")
    ]
    found += [
        codes["AreaCode"].get(e.get("AreaCodeID"), "")
        for e in children(location, "LocationAreaCode")
    ]
    return [name for name in found if name]  # fmt: skip


def _keep_party(element: Element, codes: Codes, shelf: Shelf, place: str) -> None:
    raw = etree.tostring(element, encoding="unicode", with_tail=False)
    party = party_of(element, codes)
    if shelf.get("party", party["id"]):
        raise RecordError(f"profile {party['id']} is there twice")
    shelf.put("party", party["id"], {**party, "raw": raw[:20_000], "place": place})


def _listing(element: Element, codes: Codes) -> dict[str, Any]:
    events = (_date(date) for date in descend(element, "EntryEvent", "Date"))
    measures = [
        text_at(measure, "Comment")
        for measure in children(element, "SanctionsMeasure")
        if codes["SanctionsType"].get(measure.get("SanctionsTypeID")) == "Program"
    ]
    return {"days": [day for day in events if day], "programmes": measures}


def _join(id: str, shelf: Shelf, list_name: str, source: str) -> Iterator[Item]:
    (party,) = shelf.get("party", id)
    listings = shelf.get("entry", id)
    if not listings:
        yield Problem(
            ProblemKind.UNSUPPORTED, party["place"], f"profile {id} has no SanctionsEntry: left out"
        )
        return
    try:
        yield _entry(party, listings, shelf, list_name)
    except RecordError as error:
        yield malformed(party["place"], error)


def _entry(
    party: Mapping[str, Any], listings: list[dict[str, Any]], shelf: Shelf, list_name: str
) -> ListEntry:
    days = [day for listing in listings for day in listing["days"]]
    features: list[tuple[str, str]] = [(label, text) for label, text in party["features"]]
    births = [load_birth(birth) for birth in party["births"]]
    return make_entry(
        list_name=list_name,
        id=party["id"],
        kind=EntryKind(party["kind"]),
        names=[load_name(name) for name in party["names"]],
        roles=[role for label, text in features if label == "Title" for role in text.split(";")],
        countries=_all_countries(party, features, shelf),
        births=births,
        programmes=[code for listing in listings for code in listing["programmes"]],
        listed_on=parse_day(min(days)) if days else None,
        remarks=party["comment"],
        unparsed=[f"{label} {text}" for label, text in features if label not in _READ and text],
        raw=party["raw"],
        place=party["place"],
    )


_READ = frozenset({"Title", "Place of Birth", "Birthdate", *_PLACES})


def _all_countries(
    party: Mapping[str, Any], features: list[tuple[str, str]], shelf: Shelf
) -> Iterator[ListCountry | None]:
    for label, id in party["places"]:
        for names in shelf.get("place", id):
            for name in names:
                if label in _PLACES:
                    yield make_country(name, _PLACES[label])
                elif label == "Place of Birth":
                    yield make_country(name, CountryLink.BIRTH)
    for label, text in features:
        if label == "Place of Birth" and text:
            yield country_of_place(text)
