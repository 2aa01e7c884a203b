"""The remarks of OFAC's CSV entries: births, countries, weak aliases, links, roles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.sanctions.countries import country_of_place, make_country
from dragoman.sanctions.dates import parse_birth
from dragoman.sanctions.entry import BirthDate, CountryLink, ListCountry, ListName, NameKind

_ALIAS = re.compile(r"(?:alt\. )?([anf])\.k\.a\. '(.+)'")
_PART = re.compile(r"(?:alt\. )?(DOB|POB|nationality|citizen|Linked To:) (.+)")
# A remark that starts like this is a role; gathered from what nothing else could read in the
# remarks of OFAC's file of 2021-07-07.
_ROLE = re.compile(
    r"(?:alt\. )?(?:(?:the|former|acting|current|first|second|deputy|vice|assistant|senior|honorary"
    r"|executive|general|major|brigadier|lieutenant|rear|army|interim|co-?|sub-?)[ -]?)*"
    r"(?:minister|chairman|chairwoman|chairperson|director|head|chief|president|commander"
    r"|governor|secretary|member|general|colonel|major|captain|admiral|marshal|judge|prosecutor"
    r"|ambassador|advis[eo]r|leader|representative|manager|officer|speaker|mayor|deputy"
    r"|prime minister|premier|attorney|inspector|superintendent|founder|owner|official"
    r"|coordinator|spokesman|spokesperson|treasurer|rector|senator|supreme leader)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Remarks:
    """What could be read of the remarks of one entry, and what is left."""

    births: list[BirthDate]
    countries: list[ListCountry]
    aliases: list[ListName]
    linked_to: list[str]
    roles: list[str]
    unparsed: list[str]


def parse_remarks(text: str) -> Remarks:
    """The parts of a remarks field, which are set apart by ``; ``.

    >>> found = parse_remarks("DOB 28 Jul 1963; POB Suva, Fiji; a.k.a. 'TINY'; Gender Male.")
    >>> found.births[0].text, found.countries[0].code, found.aliases[0].text, found.unparsed
    ('28 Jul 1963', 'FJI', 'TINY', ['Gender Male'])
    """
    found = Remarks([], [], [], [], [], [])
    for piece in re.split(r";\s+", text.strip().removesuffix(".")):
        piece = piece.strip()
        if piece and not _take(piece, found):
            found.unparsed.append(piece)
    return found


def _take(piece: str, found: Remarks) -> bool:
    if alias := _ALIAS.fullmatch(piece):
        note = f"{alias[1]}.k.a., remarks"
        found.aliases.append(ListName(alias[2], NameKind.WEAK, note=note))
        return True
    if part := _PART.fullmatch(piece):
        return _take_part(part[1], part[2], found)
    if _ROLE.match(piece):
        found.roles.append(piece.removeprefix("alt. "))
        return True
    return False


def _take_part(label: str, value: str, found: Remarks) -> bool:
    if label == "Linked To:":
        found.linked_to.append(value)
        return True
    if label == "DOB":
        birth = parse_birth(value)
        if birth:
            found.births.append(birth)
        return birth is not None
    if label == "POB":
        place = country_of_place(value)
        if place:
            found.countries.append(place)
        return place is not None
    link = CountryLink.NATIONALITY if label == "nationality" else CountryLink.CITIZENSHIP
    country = make_country(value, link)
    if country is None or country.code is None:
        return False
    found.countries.append(country)
    return True
