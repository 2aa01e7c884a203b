"""Beyond the name: country, birth, role and kind of who is asked for, against an entry."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.records import Precision
from dragoman.sanctions.countries import same_land
from dragoman.sanctions.entry import BirthDate, CountryLink, EntryKind, ListEntry
from dragoman.sanctions.features import Reason
from dragoman.sanctions.roles import PastRole, RoleAnswer, RoleComparison

# Countries that make an entry belong somewhere; an address or a birth only hints at it.
_FIRM = (
    CountryLink.NATIONALITY,
    CountryLink.CITIZENSHIP,
    CountryLink.FLAG,
    CountryLink.OTHER,
)
_HINT = (CountryLink.ADDRESS, CountryLink.BIRTH)
_BY_HINT, _BY_PROGRAMME, _BY_HISTORY, _AGAINST_HINT = 0.8, 0.6, 0.5, -0.5
# Years by which a birth called approximate may be off.
_ABOUT = dt.timedelta(days=731)
_SAME_DAY, _SAME_TIME = 1.0, 0.6
_HELD_BEFORE = 0.8


@dataclass(frozen=True, slots=True)
class Query:
    """Who is asked for, as far as the text tells. Countries are alpha-3 codes.

    ``role_from`` says where the role was taken from: "text", or "office" for the catalogue
    of office-holders.
    """

    name: str
    countries: tuple[str, ...] = ()
    role: str = ""
    role_from: str = "text"
    born: BirthDate | None = None
    kind: EntryKind | None = None
    other_names: tuple[str, ...] = ()
    past_roles: tuple[PastRole, ...] = ()


def country_reason(query: Query, entry: ListEntry) -> Reason:
    """The countries of the two."""
    ours = set(query.countries)
    shown = ", ".join(sorted(ours))
    if not ours:
        return Reason("country", 0.0, "no country known from the text")
    for links, value in ((_FIRM, 1.0), (_HINT, _BY_HINT)):
        for country in entry.countries:
            if country.code in ours and country.link in links:
                return Reason("country", value, f"{country.code}: {country.link} {country.name}")
    for country in entry.countries:
        if country.code and any(same_land(country.code, code) for code in ours):
            text = f"{shown}: {country.link} {country.name}, a state it came out of or became"
            return Reason("country", _BY_HISTORY, text)
    programmes = {
        code: programme for programme in entry.programmes for code in states_of(programme)
    }
    if shared := sorted(ours & programmes.keys()):
        text = f"{shared[0]}: the programme {programmes[shared[0]]} is about it"
        return Reason("country", _BY_PROGRAMME, text)
    named = [c for c in entry.countries if c.code]
    if not named:
        return Reason("country", 0.0, "the list names no country")
    listed = "; ".join(dict.fromkeys(f"{c.link} {c.name}" for c in named[:3]))
    firm = any(c.link in _FIRM for c in named)
    value = -1.0 if firm else _AGAINST_HINT
    return Reason("country", value, f"{shown} in the text, the list says {listed}")


def birth_reason(query: Query, entry: ListEntry) -> Reason:
    """The births of the two."""
    if query.born is None or not entry.births:
        known = "text" if query.born is None else "list"
        return Reason("birth", 0.0, f"no birth known from the {known}")
    value, listed = max(
        ((_birth_value(query.born, birth), birth) for birth in entry.births),
        key=lambda pair: pair[0],
    )
    ours = query.born.text or query.born.start.isoformat()
    if value > 0:
        return Reason("birth", value, f"{ours} fits {listed.text} on the list")
    return Reason("birth", value, f"{ours} in the text, {listed.text} on the list")


def _birth_value(ours: BirthDate, theirs: BirthDate) -> float:
    slack = _ABOUT if ours.approximate or theirs.approximate else dt.timedelta()
    if ours.start > theirs.end + slack or theirs.start > ours.end + slack:
        return -1.0
    exact = ours.precision is theirs.precision is Precision.DAY and ours.start == theirs.start
    return _SAME_DAY if exact else _SAME_TIME


def kind_reason(query: Query, entry: ListEntry) -> Reason:
    """Whether both are persons, both bodies and so on."""
    if query.kind is None:
        return Reason("kind", 0.0, f"{entry.kind} on the list")
    if query.kind is entry.kind:
        return Reason("kind", 1.0, f"{entry.kind} in both")
    return Reason("kind", -1.0, f"{query.kind} in the text, {entry.kind} on the list")


def role_reason(query: Query, compared: RoleComparison) -> Reason:
    """The roles of the two, from how they compare."""
    if compared.answer is RoleAnswer.AGREE:
        return Reason("role", 1.0, f"'{query.role}' is '{compared.listed}' on the list")
    if compared.answer is RoleAnswer.OLDER:
        until = f", held until {compared.ended}" if compared.ended else ""
        text = f"the list has an older role: '{compared.listed}'{until}"
        # a role that somebody is known to have held speaks for them nearly as much as the
        # one of today; a list that is merely old says nothing
        value = _HELD_BEFORE if compared.ended else 0.0
        return Reason(
            "role", value, text + (f" ({query.role_from}: '{query.role}')" if query.role else "")
        )
    if compared.answer is RoleAnswer.DIFFERENT:
        text = f"{query.role_from}: '{query.role}'; list: '{compared.listed}'"
        return Reason("role", -1.0, text)
    if compared.listed:
        return Reason("role", 0.0, f"no role known from the text; '{compared.listed}' on the list")
    return Reason("role", 0.0, "the list names no role")


def states_of(programme: str) -> tuple[str, ...]:
    """The states that a programme of a list is about, as far as they are known.

    >>> states_of("UKRAINE-EO13661"), states_of("DPRK4"), states_of("SDGT")
    (('RUS', 'UKR'), ('PRK',), ())
    """
    name = programme.strip().upper()
    for prefix, states in _programme_states().items():
        if name == prefix or (name.startswith(prefix) and not name[len(prefix)].isalpha()):
            return states
    return ()


@cache
def _programme_states() -> Mapping[str, tuple[str, ...]]:
    path = files("dragoman.sanctions") / "data" / "programme_states.csv"
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    rows.sort(key=lambda row: -len(row["programme"]))
    return {row["programme"].upper(): tuple(row["states"].split()) for row in rows}
