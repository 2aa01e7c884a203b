"""Lists as they are held, built from a few words."""

import datetime as dt

from dragoman.sanctions.countries import country_code
from dragoman.sanctions.dates import parse_birth
from dragoman.sanctions.entry import (
    CountryLink,
    EntryKind,
    ListCountry,
    ListEntry,
    ListFormat,
    ListName,
    ListVersion,
    NameKind,
)
from dragoman.sanctions.held import HeldEntry, HeldList

DAY = dt.date(2021, 7, 7)


def version(name="Test list", day=DAY, entries=1):
    return ListVersion(
        list_name=name,
        list_date=day,
        checksum="0" * 64,
        format=ListFormat.OFAC_CSV,
        entries=entries,
        loaded_at=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
        source="test.csv",
    )


def entry(id, name, *, kind=EntryKind.PERSON, aliases=(), weak=(), original=(), links=(), births=(),
          **fields):  # fmt: skip
    names = [
        ListName(name, NameKind.PRIMARY),
        *(ListName(text, NameKind.STRONG) for text in aliases),
        *(ListName(text, NameKind.WEAK) for text in weak),
        *(ListName(text, NameKind.ORIGINAL) for text in original),
    ]
    countries = [ListCountry(text, CountryLink(link), country_code(text)) for text, link in links]
    return ListEntry(
        list_name="Test list",
        id=id,
        kind=kind,
        names=tuple(names),
        countries=tuple(countries),
        births=tuple(birth for text in births if (birth := parse_birth(text))),
        **fields,
    )


def held(*entries, name="Test list", day=DAY):
    one = version(name, day, len(entries))
    return HeldList(name, (one,), tuple(HeldEntry(e, one, (), e.listed_on) for e in entries))
