"""What a sanctions list says: entries, with their names and dates, and versions of lists."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from dragoman.records import Precision, content_id


class EntryKind(StrEnum):
    """What kind of thing is listed."""

    PERSON = "person"
    ENTITY = "entity"  # company, agency, party, armed group, bank
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"


class NameKind(StrEnum):
    """How much a name of an entry is worth."""

    PRIMARY = "primary"
    STRONG = "strong"  # an alias that the list vouches for
    WEAK = "weak"  # a nickname or broad alias that fits many others too
    ORIGINAL = "original"  # the name in its own script


class CountryLink(StrEnum):
    """In what way a country belongs to an entry."""

    NATIONALITY = "nationality"
    CITIZENSHIP = "citizenship"
    ADDRESS = "address"
    BIRTH = "place of birth"
    FLAG = "flag"
    OTHER = "country"  # the list does not say in what way


class ListFormat(StrEnum):
    """How a list file is laid out."""

    OFAC_CSV = "ofac-csv"  # sdn.csv with alt.csv, add.csv and sdn_comments.csv
    OFAC_XML = "ofac-xml"  # SDN.XML
    OFAC_ADVANCED = "ofac-advanced"  # SDN_ADVANCED.XML
    UN_XML = "un-xml"
    EU_CSV = "eu-csv"  # FSF 1.1
    EU_XML = "eu-xml"  # FSF 1.1
    FTM = "ftm"  # FollowTheMoney JSON lines, as OpenSanctions publishes them
    SIMPLE_CSV = "simple-csv"  # OpenSanctions targets.simple.csv


@dataclass(frozen=True, slots=True)
class ListName:
    """One name of an entry. ``language`` is as the list writes it, empty where it does not."""

    text: str
    kind: NameKind
    language: str = ""
    note: str = ""  # the list's own word: "fka", "Low", "a.k.a."


@dataclass(frozen=True, slots=True)
class ListCountry:
    """A country of an entry: the list's words, and its alpha-3 code where they are known."""

    name: str
    link: CountryLink
    code: str | None = None


@dataclass(frozen=True, slots=True)
class BirthDate:
    """The days between which a birth lies, both included, as the list tells."""

    start: dt.date
    end: dt.date
    precision: Precision
    approximate: bool = False
    text: str = ""

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"birth ends {self.end} before it starts {self.start}")


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry of one list.

    ``listed_on`` and ``delisted_on`` are what the list itself says, ``None`` where it does
    not. ``unparsed`` holds what of the remarks nothing could be made of, ``raw`` the record
    as it stands in the file and ``place`` where; these two do not enter comparisons, so that
    an entry that only moved within a file counts as unchanged.
    """

    list_name: str
    id: str
    kind: EntryKind
    names: tuple[ListName, ...]
    roles: tuple[str, ...] = ()
    countries: tuple[ListCountry, ...] = ()
    births: tuple[BirthDate, ...] = ()
    programmes: tuple[str, ...] = ()
    linked_to: tuple[str, ...] = ()  # names of other entries
    listed_on: dt.date | None = None
    updated_on: dt.date | None = None
    delisted_on: dt.date | None = None
    remarks: str = ""
    unparsed: tuple[str, ...] = ()
    raw: str = field(default="", compare=False)
    place: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not self.id or not self.names:
            raise ValueError("an entry needs an id and a name")

    @property
    def name(self) -> str:
        """The main name."""
        primary = (n.text for n in self.names if n.kind is NameKind.PRIMARY)
        return next(primary, self.names[0].text)

    def country_codes(self, *links: CountryLink) -> tuple[str, ...]:
        """Alpha-3 codes of the countries, each once; of the links given, or of all."""
        codes = (c.code for c in self.countries if c.code and (not links or c.link in links))
        return tuple(dict.fromkeys(codes))


@dataclass(frozen=True, slots=True)
class ListVersion:
    """One version of a list as it was loaded.

    ``list_date`` is the day the list is of, told by the file or by who loaded it
    (``date_source``: "file" or "option"). ``stated_count`` is the number of records that
    the file itself gives, ``malformed`` how many of its records could not be read.
    """

    list_name: str
    list_date: dt.date
    checksum: str  # SHA-256 of the uncompressed content
    format: ListFormat
    entries: int
    loaded_at: dt.datetime
    source: str  # name of the file
    date_source: str = "file"
    malformed: int = 0
    stated_count: int | None = None
    licence: str = ""

    @property
    def id(self) -> str:
        """``lst-…`` from the list's name and its content."""
        return content_id("lst", [self.list_name, self.checksum])

    def __str__(self) -> str:
        return f"{self.list_name} of {self.list_date.isoformat()}"
