"""What is wrong with a catalogue: overlaps, gaps, unknown ids, names of two, unreadable rows."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from dragoman.actors.catalogue import INTERNATIONAL, Agency, Group, Organisation, State, Term
from dragoman.actors.figures import is_seat
from dragoman.actors.loader import DATA
from dragoman.actors.merge import certain_overlap, is_same_person
from dragoman.actors.tables import HOLDERS, Entry, Located, layout_of, read_table
from dragoman.errors import DataError
from dragoman.records import Problem

LONGEST_GAP = 30  # days between two holders of a seat that need no explaining
_FILES = ("states.csv", "organisations.csv", "groups.csv", "agencies.csv")


class FindingKind(StrEnum):
    """What is wrong."""

    UNREADABLE = "unreadable"  # a row that is no entry
    UNKNOWN_ID = "unknown-id"  # an id or country that no file has
    OVERLAP = "overlap"  # two holders of one seat on one day
    GAP = "gap"  # more than 30 days without a holder
    AMBIGUOUS = "ambiguous"  # a name of two actors, and no note says so
    REPEATED = "repeated"  # an id that stands twice


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, and where."""

    kind: FindingKind
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.kind.value}: {self.message}"


@dataclass(frozen=True, slots=True)
class Checked:
    """How many rows were read, and what was found."""

    rows: int
    findings: tuple[Finding, ...]


def check(path: Path | None = None) -> Checked:
    """What is wrong with one file or folder of the catalogue, else with the shipped one.

    A folder of one's own is checked together with the shipped catalogue, in which its ids may
    lie; only what concerns its own rows is told. Raises :class:`~dragoman.errors.DataError`
    where there is nothing to check.
    """
    rows, findings = read_rows(files_of(path or DATA))
    shipped: list[Located] = []
    if path is not None and path.resolve() != DATA:
        mine = {_key(row.entry) for row in rows}
        shipped = [r for r in read_rows(files_of(DATA))[0] if _key(r.entry) not in mine]
    findings += check_rows(rows, shipped)
    return Checked(len(rows), tuple(findings))


def files_of(path: Path) -> list[Path]:
    """The files of the catalogue in a folder, or the one file.

    Raises :class:`~dragoman.errors.DataError` where there is none.
    """
    if path.is_file() and layout_of(path):
        return [path]
    files = [path / name for name in _FILES if (path / name).exists()]
    files += sorted((path / HOLDERS).glob("*.csv"))
    if not files and path.is_dir():
        files = [p for p in sorted(path.glob("*.csv")) if layout_of(p) == HOLDERS]
    if not files:
        raise DataError(
            f"{path}: no file of a catalogue found; a folder with {', '.join(_FILES[1:])} or "
            "holders/*.csv expected, or one of these files"
        )
    return files


def read_rows(files: Iterable[Path]) -> tuple[list[Located], list[Finding]]:
    """The rows of the files, and a finding for each that cannot be read."""
    rows: list[Located] = []
    findings: list[Finding] = []
    for path in files:
        for row in read_table(path):
            if isinstance(row, Problem):
                findings.append(Finding(FindingKind.UNREADABLE, row.location, row.message))
            else:
                rows.append(row)
    return rows, findings


def check_rows(rows: Sequence[Located], others: Sequence[Located] = ()) -> list[Finding]:
    """What is wrong with ``rows``, where ``others`` are rows that they may refer to."""
    every = [*rows, *others]
    return [
        *repeated_ids(rows),
        *unknown_ids(rows, every),
        *overlaps(rows),
        *gaps(rows),
        *double_names(rows, every),
    ]


def _key(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Term):
        return (entry.place, entry.office, entry.person, entry.period.start)
    return (entry.id,)


# -- ids


def repeated_ids(rows: Iterable[Located]) -> Iterator[Finding]:
    """Ids that stand twice."""
    seen: dict[str, str] = {}
    for row in rows:
        if isinstance(row.entry, Term):
            continue
        if row.entry.id in seen:
            message = f"id {row.entry.id} stands at {seen[row.entry.id]} already"
            yield Finding(FindingKind.REPEATED, row.where, message)
        seen.setdefault(row.entry.id, row.where)


def unknown_ids(rows: Iterable[Located], every: Iterable[Located]) -> Iterator[Finding]:
    """Countries, parents, successors and organisations that no row is."""
    ids: set[str] = set()
    states: set[str] = set()
    for row in every:
        if isinstance(row.entry, State):
            states.add(row.entry.id)
        if not isinstance(row.entry, Term):
            ids.add(row.entry.id)
    for row in rows:
        for said, named, known in _references(row.entry, ids, states):
            if named not in known:
                message = f"{said} {named!r} is in no file"
                yield Finding(FindingKind.UNKNOWN_ID, row.where, message)


def _references(
    entry: Entry, ids: set[str], states: set[str]
) -> Iterator[tuple[str, str, set[str]]]:
    """What an entry refers to: in words, the id, and the ids that it may be."""
    if isinstance(entry, State):
        yield from (("successor", s, states) for s in entry.successors)
    elif isinstance(entry, Organisation) and entry.parent:
        yield "parent", entry.parent, ids
    elif isinstance(entry, Group):
        yield from (("country", c, states) for c in entry.countries)
    elif isinstance(entry, Agency):
        yield "country", entry.country, states
        if entry.successor:
            yield "successor", entry.successor, ids
    elif isinstance(entry, Term):
        if entry.place == INTERNATIONAL:
            yield "organisation", entry.office.partition(":")[0], ids
        else:
            yield "country", entry.place, states


# -- seats


def _seats(rows: Iterable[Located]) -> Iterator[list[tuple[Term, str]]]:
    """The terms of each seat, in order of their first days."""
    seats: dict[tuple[str, str], list[tuple[Term, str]]] = defaultdict(list)
    for row in rows:
        if isinstance(row.entry, Term) and is_seat(row.entry.office):
            seats[row.entry.place, row.entry.office].append((row.entry, row.where))
    for terms in seats.values():
        yield sorted(terms, key=lambda t: t[0].period.first or dt.date.min)


def overlaps(rows: Iterable[Located]) -> Iterator[Finding]:
    """Two holders of one seat on days that belong to both, however their dates are read."""
    for terms in _seats(rows):
        for number, (term, where) in enumerate(terms):
            for other, place in terms[:number]:
                shared = certain_overlap(other.period, term.period)
                if shared is None or is_same_person(other, term):
                    continue
                last = "open" if shared[1] == dt.date.max else shared[1].isoformat()
                message = (
                    f"{term.place} {term.office}: {other.person} ({place}) and {term.person} "
                    f"both hold it from {shared[0]} to {last}"
                )
                yield Finding(FindingKind.OVERLAP, where, message)


def gaps(rows: Iterable[Located]) -> Iterator[Finding]:
    """More than 30 days between the last day of a seat's holders and the next one's first."""
    for terms in _seats(rows):
        latest = dt.date.min
        for (before, _), (after, where) in pairwise(terms):
            latest = max(latest, before.period.last or dt.date.max)
            first = after.period.first
            if first is None or latest == dt.date.max or (first - latest).days <= LONGEST_GAP:
                continue
            message = (
                f"{after.place} {after.office}: nobody from {latest} to {first}, before "
                f"{after.person}"
            )
            yield Finding(FindingKind.GAP, where, message)


# -- names


def double_names(rows: Iterable[Located], every: Iterable[Located]) -> Iterator[Finding]:
    """Names of two actors that neither row's note calls ambiguous.

    Organs of different states may share a name, which the country of a text tells apart; so may
    what followed one another in time, and a body and a part of it.
    """
    mine = {_key(row.entry) for row in rows}
    owners: dict[str, list[Located]] = defaultdict(list)
    for row in every:
        for name in dict.fromkeys(_names(row.entry)):
            owners[name].append(row)
    for name, bearers in owners.items():
        for number, one in enumerate(bearers):
            for other in bearers[:number]:
                if _key(one.entry) not in mine and _key(other.entry) not in mine:
                    continue
                if not _may_share(one.entry, other.entry):
                    message = (
                        f"{name!r} means {_id(one.entry)} and {_id(other.entry)} ({other.where}); "
                        f"note 'ambiguous: {name}' in one, or leave it out"
                    )
                    yield Finding(FindingKind.AMBIGUOUS, one.where, message)


def _names(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Term):
        return ()  # people may share a name: office, country and day tell them apart
    if isinstance(entry, State):
        return (entry.name, *entry.aliases, *entry.demonyms)
    return (entry.name, *entry.aliases)


def _id(entry: Entry) -> str:
    return entry.person if isinstance(entry, Term) else entry.id


def _may_share(one: Entry, other: Entry) -> bool:
    assert not isinstance(one, Term)
    assert not isinstance(other, Term)
    if "ambiguous" in one.note or "ambiguous" in other.note:
        return True
    if isinstance(one, Agency) and isinstance(other, Agency) and one.country != other.country:
        return True
    if certain_overlap(one.period, other.period) is None:
        return True
    linked = {
        id_
        for entry in (one, other)
        for id_ in (getattr(entry, "successor", ""), getattr(entry, "parent", ""))
    }
    return one.id in linked or other.id in linked
