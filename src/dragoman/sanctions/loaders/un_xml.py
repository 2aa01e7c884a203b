"""The consolidated list of the UN Security Council."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree  # type: ignore[import-untyped]

from dragoman.sanctions.countries import make_country
from dragoman.sanctions.dates import interval_of, make_birth, parse_birth, parse_day, parse_interval
from dragoman.sanctions.entry import (
    BirthDate,
    CountryLink,
    EntryKind,
    ListEntry,
    ListName,
    NameKind,
)
from dragoman.sanctions.errors import SanctionsListError
from dragoman.sanctions.files import ListFile
from dragoman.sanctions.loaders.items import Header, Item, RecordError, make_entry, malformed
from dragoman.sanctions.xml_stream import (
    Element,
    children,
    local_name,
    read_elements,
    text_at,
    texts_at,
)

ROOT = "CONSOLIDATED_LIST"
_KINDS = {"INDIVIDUAL": EntryKind.PERSON, "ENTITY": EntryKind.ENTITY}
_NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_ACRONYM = re.compile(r"(.+\S)\s*\(([A-Z][A-Z0-9/-]{1,11})\)")


def read_un_xml(file: ListFile, list_name: str) -> Iterator[Item]:
    """The entries of the list, with its date; it states no count."""
    with file.open() as stream:
        for element in read_elements(
            stream, frozenset(_KINDS), source=file.name, limits=file.limits
        ):
            name = local_name(element)
            if name == ROOT:
                yield _header(element, file.name)
            elif name in _KINDS:
                place = f"{file.name} line {element.sourceline}"
                try:
                    yield _entry(element, _KINDS[name], list_name, place)
                except RecordError as error:
                    yield malformed(place, error)


def _header(root: Element, source: str) -> Header:
    text = root.get("dateGenerated", "")
    date = parse_day(text)
    if date is None:
        raise SanctionsListError(source, f"dateGenerated {text[:40]!r} found; a date expected")
    return Header(list_date=date)


def _entry(element: Element, kind: EntryKind, list_name: str, place: str) -> ListEntry:
    tag = local_name(element)
    name = " ".join(filter(None, (text_at(element, part) for part in _NAME_PARTS)))
    births = list(children(element, f"{tag}_DATE_OF_BIRTH"))
    listed_on = parse_day(text_at(element, "LISTED_ON"))
    updates = filter(None, map(parse_day, texts_at(element, "LAST_DAY_UPDATED", "VALUE")))
    countries = [
        make_country(text, link)
        for path, link in (
            (("NATIONALITY", "VALUE"), CountryLink.NATIONALITY),
            ((f"{tag}_ADDRESS", "COUNTRY"), CountryLink.ADDRESS),
            ((f"{tag}_PLACE_OF_BIRTH", "COUNTRY"), CountryLink.BIRTH),
        )
        for text in texts_at(element, *path)
    ]
    unparsed = list(_unread(births))
    if listed_on is None:
        unparsed.append(f"listed on: {text_at(element, 'LISTED_ON')}")
    return make_entry(
        list_name=list_name,
        id=text_at(element, "REFERENCE_NUMBER"),
        kind=kind,
        names=[*_primary(name), *_original(element), *_aliases(element, tag)],
        roles=texts_at(element, "DESIGNATION", "VALUE") + texts_at(element, "TITLE", "VALUE"),
        countries=countries,
        births=map(_birth, births),
        programmes=[text_at(element, "UN_LIST_TYPE")],
        listed_on=listed_on,
        updated_on=max(updates, default=None),
        remarks=text_at(element, "COMMENTS1"),
        unparsed=unparsed,
        raw=etree.tostring(element, encoding="unicode", with_tail=False),
        place=place,
    )


def _primary(name: str) -> Iterator[ListName]:
    """The name; one that ends in its acronym gives the part before and the acronym too."""
    yield ListName(name, NameKind.PRIMARY)
    if match := _ACRONYM.fullmatch(name):
        yield ListName(match[1], NameKind.STRONG)
        yield ListName(match[2], NameKind.STRONG, note="acronym")


def _original(element: Element) -> Iterator[ListName]:
    for text in re.split(r"[;؛]", text_at(element, "NAME_ORIGINAL_SCRIPT")):
        yield ListName(text, NameKind.ORIGINAL)


def _aliases(element: Element, tag: str) -> Iterator[ListName]:
    for alias in children(element, f"{tag}_ALIAS"):
        quality = text_at(alias, "QUALITY")
        kind = NameKind.WEAK if quality.lower() == "low" else NameKind.STRONG
        for text in text_at(alias, "ALIAS_NAME").split(";"):
            yield ListName(text, kind, note=quality)


def _birth(element: Element) -> BirthDate | None:
    about = text_at(element, "TYPE_OF_DATE") == "APPROXIMATELY"
    if text := text_at(element, "DATE"):
        found = parse_interval(text)
        return make_birth(found, approximate=about, text=text) if found else None
    if text := text_at(element, "YEAR"):
        found = interval_of(text)
        return make_birth(found, approximate=about, text=text) if found else None
    if note := parse_birth(text_at(element, "NOTE")):
        return replace(note, approximate=note.approximate or about)
    first, last = text_at(element, "FROM_YEAR"), text_at(element, "TO_YEAR")
    start, end = interval_of(first), interval_of(last)
    return (
        make_birth(start, end, approximate=about, text=f"{first}-{last}") if start and end else None
    )


def _unread(births: list[Element]) -> Iterator[str]:
    for birth in births:
        words = " ".join(t for part in birth if (t := " ".join((part.text or "").split())))
        if _birth(birth) is None and any(c.isdigit() for c in words):
            yield f"date of birth: {words}"
