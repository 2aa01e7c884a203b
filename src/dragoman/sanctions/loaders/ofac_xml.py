"""OFAC's SDN.XML, in the old and in the new namespace."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from dragoman.sanctions.countries import country_of_place, make_country
from dragoman.sanctions.dates import parse_birth, parse_day
from dragoman.sanctions.entry import CountryLink, EntryKind, ListEntry, ListName, NameKind
from dragoman.sanctions.errors import SanctionsListError
from dragoman.sanctions.files import ListFile
from dragoman.sanctions.loaders.items import Header, Item, RecordError, make_entry, malformed
from dragoman.sanctions.remarks import parse_remarks
from dragoman.sanctions.xml_stream import (
    Element,
    descend,
    local_name,
    read_elements,
    text_at,
    texts_at,
)

ROOT = "sdnList"
_WANTED = frozenset({"publshInformation", "sdnEntry"})  # the first is the list's own spelling
_KINDS = {
    "individual": EntryKind.PERSON,
    "entity": EntryKind.ENTITY,
    "vessel": EntryKind.VESSEL,
    "aircraft": EntryKind.AIRCRAFT,
}
_COUNTRIES = (
    (("nationalityList", "nationality", "country"), CountryLink.NATIONALITY),
    (("citizenshipList", "citizenship", "country"), CountryLink.CITIZENSHIP),
    (("addressList", "address", "country"), CountryLink.ADDRESS),
    (("vesselInfo", "vesselFlag"), CountryLink.FLAG),
)


def read_ofac_xml(file: ListFile, list_name: str) -> Iterator[Item]:
    """The entries of the list, with its date and its own count of records."""
    with file.open() as stream:
        for element in read_elements(stream, _WANTED, source=file.name, limits=file.limits):
            name = local_name(element)
            if name == "publshInformation":
                yield _header(element, file.name)
            elif name == "sdnEntry":
                place = f"{file.name} line {element.sourceline}"
                try:
                    yield _entry(element, list_name, place)
                except RecordError as error:
                    yield malformed(place, error)


def _header(element: Element, source: str) -> Header:
    date = parse_day(text_at(element, "Publish_Date"), slashed="mdy")
    count = text_at(element, "Record_Count")
    if date is None or not count.isdecimal():
        raise SanctionsListError(
            source,
            f"Publish_Date {text_at(element, 'Publish_Date')[:20]!r} and Record_Count "
            f"{count[:20]!r} found; a date as mm/dd/yyyy and a number expected",
        )
    return Header(list_date=date, stated_count=int(count))


def _entry(element: Element, list_name: str, place: str) -> ListEntry:
    type_ = text_at(element, "sdnType")
    kind = _KINDS.get(type_.lower())
    if kind is None:
        raise RecordError(f"sdnType {type_[:40]!r} found; one of {', '.join(_KINDS)} expected")
    remarks = text_at(element, "remarks")
    parsed = parse_remarks(_without_brackets(remarks))
    countries = [
        make_country(text, link) for path, link in _COUNTRIES for text in texts_at(element, *path)
    ]
    births = texts_at(element, "dateOfBirthList", "dateOfBirthItem", "dateOfBirth")
    places = texts_at(element, "placeOfBirthList", "placeOfBirthItem", "placeOfBirth")
    return make_entry(
        list_name=list_name,
        id=text_at(element, "uid"),
        kind=kind,
        names=[ListName(_name(element), NameKind.PRIMARY), *_aliases(element), *parsed.aliases],
        roles=[*text_at(element, "title").split(";"), *parsed.roles],
        countries=[*countries, *map(country_of_place, places), *parsed.countries],
        births=[*map(parse_birth, births), *parsed.births],
        programmes=texts_at(element, "programList", "program"),
        linked_to=parsed.linked_to,
        remarks=remarks,
        unparsed=[*parsed.unparsed, *(text for text in births if parse_birth(text) is None)],
        raw=etree.tostring(element, encoding="unicode", with_tail=False),
        place=place,
    )


def _without_brackets(remarks: str) -> str:
    """Remarks as the CSV has them: the XML sets each in brackets instead of ``; ``."""
    if remarks.startswith("(") and remarks.endswith(")"):
        return "; ".join(re.split(r"\)\s*\(", remarks[1:-1]))
    return remarks


def _name(element: Element) -> str:
    last, first = text_at(element, "lastName"), text_at(element, "firstName")
    return f"{last}, {first}" if first else last


def _aliases(element: Element) -> Iterator[ListName]:
    for aka in descend(element, "akaList", "aka"):
        weak = text_at(aka, "category").lower() == "weak"
        kind = NameKind.WEAK if weak else NameKind.STRONG
        yield ListName(_name(aka), kind, note=text_at(aka, "type"))
