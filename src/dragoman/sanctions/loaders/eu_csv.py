"""The EU's list as CSV 1.1: a row for each name, address, birth or document of an entry."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from dragoman.sanctions.countries import make_country
from dragoman.sanctions.dates import parse_day
from dragoman.sanctions.entry import CountryLink, ListCountry, ListEntry
from dragoman.sanctions.errors import SanctionsListError
from dragoman.sanctions.files import ListFile
from dragoman.sanctions.loaders.eu import eu_birth, eu_kind, eu_listed_on, eu_names
from dragoman.sanctions.loaders.items import Header, Item, RecordError, make_entry, malformed
from dragoman.sanctions.loaders.tables import read_named_rows
from dragoman.sanctions.shelf import Shelf

FIRST_COLUMN = "fileGenerationDate"
_NEEDED = (
    FIRST_COLUMN,
    "Entity_LogicalId",
    "Entity_SubjectType_ClassificationCode",
    "Entity_Regulation_Programme",
    "NameAlias_WholeName",
)
_NAME = {
    "whole": "NameAlias_WholeName",
    "first": "NameAlias_FirstName",
    "middle": "NameAlias_MiddleName",
    "last": "NameAlias_LastName",
    "language": "NameAlias_NameLanguage",
}
_BIRTH = {
    "date": "BirthDate_BirthDate",
    "year": "BirthDate_Year",
    "month": "BirthDate_Month",
    "day": "BirthDate_Day",
    "from": "BirthDate_YearRangeFrom",
    "to": "BirthDate_YearRangeTo",
    "circa": "BirthDate_Circa",
}
_COUNTRIES = (
    ("Citizenship_CountryIso2Code", "Citizenship_CountryDescription", CountryLink.CITIZENSHIP),
    ("Address_CountryIso2Code", "Address_CountryDescription", CountryLink.ADDRESS),
    ("BirthDate_CountryIso2Code", "BirthDate_CountryDescription", CountryLink.BIRTH),
)


def read_eu_csv(file: ListFile, list_name: str) -> Iterator[Item]:
    """The entries of the list, with its date; it states no count.

    Rows of one entry belong together by ``Entity_LogicalId``, wherever they stand.
    """
    rows = read_named_rows(file, encoding="utf-8", needed=_NEEDED, delimiter=";")
    dated = False
    with Shelf() as shelf:
        for line, row in rows:
            place = f"{file.name} line {line}"
            id = row["Entity_LogicalId"].strip() if row else ""
            if row is None or not id.isdecimal():
                yield malformed(place, "wrong number of columns, or no Entity_LogicalId")
                continue
            if not dated:
                dated = True
                yield _header(row, file.name)
            shelf.put("row", id, [line, {k: v for k, v in row.items() if v}])
        for id in shelf.keys("row"):
            found = shelf.get("row", id)
            place = f"{file.name} line {found[0][0]}"
            try:
                yield _entry([row for _, row in found], list_name, place)
            except RecordError as error:
                yield malformed(place, error)


def _header(row: Mapping[str, str], source: str) -> Header:
    date = parse_day(row[FIRST_COLUMN], slashed="dmy")
    if date is None:
        raise SanctionsListError(
            source, f"{FIRST_COLUMN} {row[FIRST_COLUMN][:20]!r} found; a date expected"
        )
    return Header(list_date=date)


def _entry(rows: list[dict[str, str]], list_name: str, place: str) -> ListEntry:
    first = rows[0]
    remark = first.get("Entity_Remark", "")
    roles = [
        row.get(column, "") for row in rows for column in ("NameAlias_Function", "NameAlias_Title")
    ]
    return make_entry(
        list_name=list_name,
        id=first.get("Entity_EU_ReferenceNumber") or first["Entity_LogicalId"],
        kind=eu_kind(first.get("Entity_SubjectType_ClassificationCode", "")),
        names=eu_names(_pick(row, _NAME) for row in rows),
        roles=roles,
        countries=[country for row in rows for country in _countries(row)],
        births=[eu_birth(_pick(row, _BIRTH)) for row in rows],
        programmes=[row.get("Entity_Regulation_Programme", "") for row in rows],
        listed_on=eu_listed_on(first.get("Entity_DesignationDate", ""), remark),
        updated_on=parse_day(first.get("Entity_Regulation_PublicationDate"), slashed="dmy"),
        remarks=remark,
        unparsed=_unparsed(rows),
        raw=json.dumps(rows, ensure_ascii=False),
        place=place,
    )


def _pick(row: Mapping[str, str], columns: Mapping[str, str]) -> dict[str, str]:
    return {key: row.get(column, "").strip() for key, column in columns.items()}


def _countries(row: Mapping[str, str]) -> Iterator[ListCountry | None]:
    for code, description, link in _COUNTRIES:
        by_code = make_country(row.get(code, ""), link)
        yield by_code if by_code and by_code.code else make_country(row.get(description, ""), link)


def _unparsed(rows: list[dict[str, str]]) -> Iterator[str]:
    for row in rows:
        if number := row.get("Identification_Number", ""):
            yield f"{row.get('Identification_TypeDescription', 'identification')}: {number}"
        if remark := row.get("NameAlias_Remark", ""):
            yield f"remark on {row.get('NameAlias_WholeName', 'a name')}: {remark}"
        if details := row.get("Entity_DesignationDetails", ""):
            yield f"designation: {details}"
