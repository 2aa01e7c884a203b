"""From the country names of lists to ISO 3166 alpha-3 codes."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from dragoman.sanctions.entry import CountryLink, ListCountry

# "undetermined" is OFAC's word for an address without a country.
_NO_COUNTRY = frozenset({"", "-0-", "undetermined", "unknown", "na"})


def country_code(name: str) -> str | None:
    """The alpha-3 code of a country named or coded by ``name``, or ``None``.

    >>> country_code("Korea, North"), country_code("kp"), country_code("Ruritania")
    ('PRK', 'PRK', None)
    """
    folded = _fold(name)
    if folded in _NO_COUNTRY:
        return None
    names = _names()
    if found := names.get(folded):
        return found
    last, comma, first = name.partition(",")
    return names.get(_fold(f"{first} {last}")) if comma else None


def make_country(name: str, link: CountryLink) -> ListCountry | None:
    """The country of an entry; ``None`` where ``name`` says there is none."""
    text = " ".join(name.split())
    if _fold(text) in _NO_COUNTRY:
        return None
    return ListCountry(text, link, country_code(text))


def country_of_place(place: str) -> ListCountry | None:
    """The country of a place of birth such as "Toledo District, Belize", where it is known.

    >>> country_of_place("Pyongyang, Korea, North").code
    'PRK'
    """
    parts = [part.strip() for part in place.split(",")]
    for start in range(len(parts)):
        text = ", ".join(parts[start:])
        if code := country_code(text):
            return ListCountry(text, CountryLink.BIRTH, code)
    return None


def same_land(one: str, other: str) -> bool:
    """Whether one of the two states came out of the other (the Soviet Union and Russia).

    >>> same_land("SUN", "RUS"), same_land("RUS", "UKR")
    (True, False)
    """
    after = _successors()
    return other in after.get(one, ()) or one in after.get(other, ())


@cache
def _successors() -> Mapping[str, frozenset[str]]:
    """The states that came out of each state of the past, through all steps."""
    direct = {row["id"]: row["successors"].split(";") for row in _rows() if row["successors"]}
    found: dict[str, frozenset[str]] = {}
    for state in direct:
        reached: set[str] = set()
        waiting = [state]
        while waiting:
            for following in direct.get(waiting.pop(), []):
                if following not in reached:
                    reached.add(following)
                    waiting.append(following)
        found[state] = frozenset(reached)
    return found


@cache
def _names() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, code in [*_spellings(), *_states()]:
        found.setdefault(_fold(name), code)
    return found


def _spellings() -> Iterator[tuple[str, str]]:
    path = files("dragoman.sanctions") / "data" / "country_names.csv"
    for row in csv.DictReader(path.read_text("utf-8").splitlines()):
        yield row["name"], row["code"]


def _states() -> Iterator[tuple[str, str]]:
    rows = list(_rows())
    # names first: an alias of one state must not hide the name of another, nor a state of
    # the past the one of today
    rows.sort(key=lambda row: bool(row["end"]))
    for column in ("name", "official_name", "id", "iso2", "aliases", "native"):
        for row in rows:
            for name in row[column].split(";"):
                if name.strip():
                    yield name, row["id"]


def _rows() -> Iterator[dict[str, str]]:
    path = files("dragoman") / "actors" / "data" / "states.csv"
    yield from csv.DictReader(path.read_text("utf-8").splitlines())


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    words = kept.casefold().replace(".", "").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
