"""Faults of the catalogue that reading it does not show: overlaps, unknown ids, double names."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from pathlib import Path

from dragoman.actors.catalogue import INTERNATIONAL, Catalogue, Term
from dragoman.actors.index import CatalogueIndex, load_index
from dragoman.actors.loader import load_terms
from dragoman.actors.period import Period
from dragoman.errors import DataError

# Offices that several people hold at a time.
_SHARED_OFFICES = frozenset({"vice-president", "monarch"})


class FaultKind(StrEnum):
    """What is wrong with an entry."""

    OVERLAP = "overlap"  # two holders of one seat on one day
    UNKNOWN_ID = "unknown-id"  # a country, parent, successor or organisation that is no entry
    UNKNOWN_OFFICE = "unknown-office"  # an office whose sector nothing tells
    DOUBLE_NAME = "double-name"  # one spelling, two actors, and no note that says so
    MALFORMED = "malformed"  # a file that cannot be read


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: where it stands, and what was found."""

    kind: FaultKind
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def check_catalogue(catalogue: Catalogue, offices: Collection[str]) -> list[Fault]:
    """All faults of ``catalogue``; ``offices`` are the known ones, without what follows ":"."""
    return [
        *overlaps(catalogue.terms),
        *_unknown_ids(catalogue),
        *_unknown_offices(catalogue.terms, offices),
        *_double_names(catalogue),
    ]


def check_file(path: Path, index: CatalogueIndex | None = None) -> list[Fault]:
    """The faults of one file of office-holders, named after its country or ``INT``.

    A file that cannot be read gives one fault that says why.
    """
    index = index or load_index()
    try:
        terms = load_terms(path)
    except (DataError, OSError) as error:
        return [Fault(FaultKind.MALFORMED, path.name, str(error))]
    faults = list(overlaps(terms)) + list(_unknown_offices(terms, index.lexicon.offices.keys()))
    if path.stem != INTERNATIONAL and not index.is_state(path.stem):
        message = f"no state has the id {path.stem!r}; name the file after one of states.csv"
        faults.insert(0, Fault(FaultKind.UNKNOWN_ID, path.name, message))
    return faults


def overlaps(terms: Iterable[Term]) -> Iterator[Fault]:
    """Two people in one seat on the same days, the day of a handover aside.

    Dates that are only a year or a month count by the days that they leave no doubt about.
    """
    seats: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms:
        if term.office not in _SHARED_OFFICES:
            seats[term.place, term.office].append(term)
    for held in seats.values():
        for one, other in combinations(held, 2):
            days = _common_days(one.period, other.period)
            if days is None or one.person == other.person:
                continue
            first, last = days
            until = last.isoformat() if last < dt.date.max else "now"
            message = (
                f"{other.office}: {one.person} ({one.where}) and {other.person} both hold it "
                f"from {first} to {until}; end the first term or mark the seat as shared"
            )
            yield Fault(FaultKind.OVERLAP, other.where, message)


def _common_days(one: Period, other: Period) -> tuple[dt.date, dt.date] | None:
    (start_1, end_1), (start_2, end_2) = one.certain(), other.certain()
    first = max(start_1 or dt.date.min, start_2 or dt.date.min)
    last = min(end_1 or dt.date.max, end_2 or dt.date.max)
    return (first, last) if first < last else None


def _unknown_ids(catalogue: Catalogue) -> Iterator[Fault]:
    states = {s.id for s in catalogue.states}
    organisations = {o.id for o in catalogue.organisations}
    agencies = {a.id for a in catalogue.agencies}
    for state in catalogue.states:
        yield from _missing("states.csv", state.id, "successor", state.successors, states)
    for entry in catalogue.organisations:
        parents = [entry.parent] if entry.parent else []
        yield from _missing("organisations.csv", entry.id, "parent", parents, organisations)
    for group in catalogue.groups:
        yield from _missing("groups.csv", group.id, "country", group.countries, states)
    for agency in catalogue.agencies:
        successors = [agency.successor] if agency.successor else []
        yield from _missing("agencies.csv", agency.id, "country", [agency.country], states)
        yield from _missing("agencies.csv", agency.id, "successor", successors, agencies)
    for term in catalogue.terms:
        if term.place == INTERNATIONAL:
            named, known = term.office.partition(":")[0], organisations
        else:
            named, known = term.place, states
        yield from _missing(term.where, term.office, "place", [named], known)


def _missing(
    where: str, entry: str, column: str, named: Iterable[str], known: Collection[str]
) -> Iterator[Fault]:
    for name in named:
        if name not in known:
            message = f"{entry}: {column} {name!r} is the id of no entry; correct or add it"
            yield Fault(FaultKind.UNKNOWN_ID, where, message)


def _unknown_offices(terms: Iterable[Term], offices: Collection[str]) -> Iterator[Fault]:
    for term in terms:
        base = term.office.partition(":")[0]
        if term.place != INTERNATIONAL and base not in offices:
            message = f"office {base!r} is not one of lexicon.toml; its sector would be GOV"
            yield Fault(FaultKind.UNKNOWN_OFFICE, term.where, message)


def _double_names(catalogue: Catalogue) -> Iterator[Fault]:
    """Spellings of two actors that live at the same time, unless a note calls them ambiguous."""
    owners: dict[str, dict[str, tuple[str, Period, str]]] = defaultdict(dict)
    for entry_id, names, period, note in _named(catalogue):
        for name in names:
            owners[name][entry_id] = (entry_id, period, note)
    for name, entries in sorted(owners.items()):
        for one, other in combinations(entries.values(), 2):
            if _may_share(one, other):
                continue
            message = (
                f"{name!r} names {one[0]} and {other[0]}; drop it from one of them or say "
                "'ambiguous: …' in a note"
            )
            yield Fault(FaultKind.DOUBLE_NAME, other[0], message)


def _named(catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, ...], Period, str]]:
    for s in catalogue.states:
        yield s.id, (s.name, s.official_name, *s.aliases, *s.demonyms), s.period, s.note
    for o in catalogue.organisations:
        yield o.id, (o.name, *o.aliases), o.period, o.note
    for g in catalogue.groups:
        yield g.id, (g.name, *g.aliases), g.period, g.note
    for a in catalogue.agencies:
        yield a.id, (a.name, *a.aliases), a.period, a.note


def _may_share(one: tuple[str, Period, str], other: tuple[str, Period, str]) -> bool:
    if any("ambiguous" in note for _, _, note in (one, other)):
        return True
    same_state = one[0].partition("-")[0] == other[0].partition("-")[0]
    return same_state or _common_days(one[1], other[1]) is None
