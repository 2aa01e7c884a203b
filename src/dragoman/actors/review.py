"""What is wrong with the files of a catalogue: the faults of its rows, gaps, unreadable lines.

A user's rows are judged as part of the whole that they are compiled to: what is told are the
faults that the whole has with them and would not have without them.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from dragoman.actors.catalogue import Agency, Catalogue, Group, Organisation, State, Term
from dragoman.actors.check import check_catalogue
from dragoman.actors.figures import is_seat
from dragoman.actors.index import load_index
from dragoman.actors.loader import DATA
from dragoman.actors.merge import merge
from dragoman.actors.tables import HOLDERS, Entry, Located, layout_of, read_table
from dragoman.errors import DataError
from dragoman.records import Problem

LONGEST_GAP = 30  # days between two holders of a seat that need no explaining
GAP = "gap"
UNREADABLE = "unreadable"
REPEATED_ID = "repeated-id"
_FILES = ("states.csv", "organisations.csv", "groups.csv", "agencies.csv")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong: ``kind`` is one of ``FaultKind``, gap, unreadable, repeated-id."""

    kind: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.kind}: {self.message}"


@dataclass(frozen=True, slots=True)
class Review:
    """How many rows were read, and what was found."""

    rows: int
    findings: tuple[Finding, ...]


def review(path: Path | None = None) -> Review:
    """What is wrong with a file or folder of the catalogue; the shipped one for ``None``.

    Raises :class:`~dragoman.errors.DataError` where there is no file of a catalogue.
    """
    files = [file.resolve() for file in files_of(path or DATA)]
    findings: list[Finding] = []
    rows = list(_read(files, findings))
    # Rows of the shipped catalogue itself are judged without themselves beside them.
    others = [file for file in files_of(DATA) if file.resolve() not in files]
    rest = _catalogue(_read(others, []))
    mine = _catalogue(_first_of_each_id(rows, findings))
    if mine.states:
        rest = replace(rest, states=(*rest.states, *mine.states))
    whole, _ = merge(rest, mine)
    old = set(_faults(rest))
    findings += [fault for fault in _faults(whole) if fault not in old]
    findings += gaps(mine.terms)
    return Review(len(rows), tuple(findings))


def files_of(path: Path) -> list[Path]:
    """The files of the catalogue in a folder, or the one file.

    Raises :class:`~dragoman.errors.DataError` where there is none.
    """
    if path.is_file() and layout_of(path):
        return [path]
    files = [path / name for name in _FILES if (path / name).exists()]
    files += sorted((path / HOLDERS).glob("*.csv"))
    if not files and path.is_dir():
        files = [file for file in sorted(path.glob("*.csv")) if layout_of(file) == HOLDERS]
    if not files:
        raise DataError(
            f"{path}: no file of a catalogue found; a folder with {', '.join(_FILES[1:])} or "
            "holders/XXX.csv expected, or one of these files"
        )
    return files


def gaps(terms: Iterable[Term]) -> Iterator[Finding]:
    """More than 30 days between the last day of a seat's holders and the next one's first.

    Days are counted in favour of the rows: a term that ends in "2016-06" lasts to the 30th.
    """
    seats: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms:
        if is_seat(term.office):
            seats[term.place, term.office].append(term)
    for held in seats.values():
        held.sort(key=lambda t: t.period.first or dt.date.min)
        latest = dt.date.min
        for before, after in pairwise(held):
            latest = max(latest, before.period.last or dt.date.max)
            first = after.period.first
            if first is None or latest == dt.date.max or (first - latest).days <= LONGEST_GAP:
                continue
            message = (
                f"{after.place} {after.office}: nobody from {latest} to {first}, before "
                f"{after.person}"
            )
            yield Finding(GAP, after.where, message)


def _read(files: Iterable[Path], findings: list[Finding]) -> Iterator[Located]:
    for path in files:
        for row in read_table(path):
            if isinstance(row, Problem):
                findings.append(Finding(UNREADABLE, row.location, row.message))
            else:
                yield row


def _first_of_each_id(rows: Iterable[Located], findings: list[Finding]) -> Iterator[Located]:
    seen: dict[str, str] = {}
    for row in rows:
        if not isinstance(row.entry, Term):
            if row.entry.id in seen:
                message = f"id {row.entry.id!r} stands at {seen[row.entry.id]} already"
                findings.append(Finding(REPEATED_ID, row.where, message))
                continue
            seen[row.entry.id] = row.where
        yield row


def _catalogue(rows: Iterable[Located]) -> Catalogue:
    kinds: dict[type[Entry], list[Entry]] = defaultdict(list)
    for row in rows:
        kinds[type(row.entry)].append(row.entry)
    return Catalogue(
        states=tuple(e for e in kinds[State] if isinstance(e, State)),
        organisations=tuple(e for e in kinds[Organisation] if isinstance(e, Organisation)),
        groups=tuple(e for e in kinds[Group] if isinstance(e, Group)),
        agencies=tuple(e for e in kinds[Agency] if isinstance(e, Agency)),
        terms=tuple(e for e in kinds[Term] if isinstance(e, Term)),
    )


def _faults(catalogue: Catalogue) -> list[Finding]:
    # A figure's office is no seat: many hold it at a time.
    seats = tuple(term for term in catalogue.terms if is_seat(term.office))
    bases = {term.office.partition(":")[0] for term in seats}
    # An importer makes "kelp-minister" of a portfolio and "chief:KKA" of an agency: both GOV.
    made = {base for base in bases if base.endswith("-minister") or base == "chief"}
    known = load_index().lexicon.offices.keys() | made
    faults = check_catalogue(replace(catalogue, terms=seats), known)
    return [Finding(f.kind.value, f.where, f.message) for f in faults]
