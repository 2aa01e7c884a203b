"""The EU's list as XML 1.1."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from dragoman.sanctions.countries import make_country
from dragoman.sanctions.dates import parse_day
from dragoman.sanctions.entry import CountryLink, ListCountry, ListEntry
from dragoman.sanctions.errors import SanctionsListError
from dragoman.sanctions.files import ListFile
from dragoman.sanctions.loaders.eu import eu_birth, eu_kind, eu_listed_on, eu_names
from dragoman.sanctions.loaders.items import Header, Item, RecordError, make_entry, malformed
from dragoman.sanctions.xml_stream import Element, children, local_name, read_elements, text_at

ROOT = "export"
_ENTITY = "sanctionEntity"
_NAME = {
    "whole": "wholeName",
    "first": "firstName",
    "middle": "middleName",
    "last": "lastName",
    "language": "nameLanguage",
    "strong": "strong",
}
_BIRTH = {
    "date": "birthdate",
    "year": "year",
    "month": "monthOfYear",
    "day": "dayOfMonth",
    "from": "yearRangeFrom",
    "to": "yearRangeTo",
    "circa": "circa",
}
_COUNTRIES = {
    "citizenship": CountryLink.CITIZENSHIP,
    "address": CountryLink.ADDRESS,
    "birthdate": CountryLink.BIRTH,
}


def read_eu_xml(file: ListFile, list_name: str) -> Iterator[Item]:
    """The entries of the list, with its date; it states no count."""
    with file.open() as stream:
        for element in read_elements(
            stream, frozenset({_ENTITY}), source=file.name, limits=file.limits
        ):
            name = local_name(element)
            if name == ROOT:
                yield _header(element, file.name)
            elif name == _ENTITY:
                place = f"{file.name} line {element.sourceline}"
                try:
                    yield _entry(element, list_name, place)
                except RecordError as error:
                    yield malformed(place, error)


def _header(root: Element, source: str) -> Header:
    text = root.get("generationDate", "")
    date = parse_day(text)
    if date is None:
        raise SanctionsListError(source, f"generationDate {text[:40]!r} found; a date expected")
    return Header(list_date=date)


def _entry(element: Element, list_name: str, place: str) -> ListEntry:
    aliases = list(children(element, "nameAlias"))
    regulations = list(children(element, "regulation"))
    subject = next(children(element, "subjectType"), None)
    remark = text_at(element, "remark")
    updates = filter(None, (parse_day(r.get("publicationDate")) for r in regulations))
    return make_entry(
        list_name=list_name,
        id=element.get("euReferenceNumber") or element.get("logicalId", ""),
        kind=eu_kind(subject.get("code", "") if subject is not None else ""),
        names=eu_names(_pick(alias, _NAME) for alias in aliases),
        roles=[alias.get(key, "") for alias in aliases for key in ("function", "title")],
        countries=_countries(element),
        births=[eu_birth(_pick(birth, _BIRTH)) for birth in children(element, "birthdate")],
        programmes=[regulation.get("programme", "") for regulation in regulations],
        listed_on=eu_listed_on(element.get("designationDate", ""), remark),
        updated_on=max(updates, default=None),
        remarks=remark,
        unparsed=_unparsed(element, aliases),
        raw=etree.tostring(element, encoding="unicode", with_tail=False),
        place=place,
    )


def _pick(element: Element, attributes: dict[str, str]) -> dict[str, str]:
    return {key: element.get(name, "").strip() for key, name in attributes.items()}


def _countries(element: Element) -> Iterator[ListCountry | None]:
    for part in children(element, *_COUNTRIES):
        link = _COUNTRIES[local_name(part)]
        by_code = make_country(part.get("countryIso2Code", ""), link)
        if by_code and by_code.code:
            yield by_code
        else:
            yield make_country(part.get("countryDescription", ""), link)


def _unparsed(element: Element, aliases: list[Element]) -> Iterator[str]:
    for part in children(element, "identification"):
        number = part.get("number") or part.get("latinNumber", "")
        yield f"{part.get('identificationTypeCode', 'identification')}: {number}"
    for alias in aliases:
        if remark := text_at(alias, "remark"):
            yield f"remark on {alias.get('wholeName', 'a name')}: {remark}"
    if details := element.get("designationDetails", ""):
        yield f"designation: {details}"
