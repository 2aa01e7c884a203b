"""The shipped catalogue with a user's rows: the user's win, and every conflict is told."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import TypeVar

from dragoman.actors.catalogue import Agency, Catalogue, Group, Organisation, Term
from dragoman.actors.figures import is_seat
from dragoman.actors.period import Period
from dragoman.actors.words import Words

Body = Organisation | Group | Agency
_Body = TypeVar("_Body", bound=Organisation | Group | Agency)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row of the shipped catalogue that gave way to a row of the user's."""

    what: str  # "RUS-SVR", or "JPN foreign-minister: Taro Kono"
    message: str

    def __str__(self) -> str:
        return f"{self.what}: {self.message}"


def merge(shipped: Catalogue, own: Catalogue) -> tuple[Catalogue, tuple[Conflict, ...]]:
    """``shipped`` with the rows of ``own``, and the conflicts that there were.

    A body with the id of a shipped one replaces it. A term replaces the shipped terms of the
    same person in the same office at the same time; and where the user lists the next holder of
    a seat whose shipped holder has no end yet, that term ends on the newcomer's first day.
    """
    conflicts: list[Conflict] = []
    merged = Catalogue(
        states=shipped.states,
        organisations=_bodies(shipped.organisations, own.organisations, conflicts),
        groups=_bodies(shipped.groups, own.groups, conflicts),
        agencies=_bodies(shipped.agencies, own.agencies, conflicts),
        terms=_terms(shipped.terms, own.terms, conflicts),
        titles=shipped.titles,
    )
    return merged, tuple(conflicts)


# The same names are compared again and again.
@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """A name as it is compared: words in small letters, without accents and signs.

    >>> name_key("Lula da Silva") == name_key("LULA DA SILVA")
    True
    """
    return " ".join(Words(name).lower)


def is_same_person(one: Term, other: Term) -> bool:
    """Whether two terms of one place name one person, by any of the names."""
    return not _keys(one).isdisjoint(_keys(other))


def _keys(term: Term) -> set[str]:
    return {name_key(name) for name in (term.person, *term.aliases)}


def overlap(one: Period, other: Period) -> bool:
    """Whether the two share more than the day of a handover, as far as their dates tell."""
    return max(_first(one), _first(other)) < min(_last(one), _last(other))


def certain_overlap(one: Period, other: Period) -> tuple[dt.date, dt.date] | None:
    """The days that belong to both however their dates are read; ``None`` without such days.

    A handover, where one ends on the day that the other starts, is no overlap.
    """
    starts = [first for first in (one.certain()[0], other.certain()[0]) if first]
    ends = [last for last in (one.certain()[1], other.certain()[1]) if last]
    start = max(starts, default=dt.date.min)
    end = min(ends, default=dt.date.max)
    return (start, end) if start < end else None


def _first(period: Period) -> dt.date:
    return period.first or dt.date.min


def _last(period: Period) -> dt.date:
    return period.last or dt.date.max


def _bodies(
    shipped: Sequence[_Body], own: Sequence[_Body], conflicts: list[Conflict]
) -> tuple[_Body, ...]:
    mine = {entry.id: entry for entry in own}
    merged: list[_Body] = []
    for entry in shipped:
        new = mine.pop(entry.id, None)
        changed = _changed(entry, new) if new is not None else ""
        if changed:
            conflicts.append(Conflict(entry.id, f"your row replaces the shipped one ({changed})"))
        merged.append(new or entry)
    return (*merged, *mine.values())


def _changed(old: Body, new: Body) -> str:
    """What of a shipped row is no longer said; empty where the user's row only adds to it."""
    lost = []
    for field in fields(old):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if isinstance(before, tuple):
            gone = [value for value in before if value not in after]
            if gone:
                lost.append(f"{field.name} without {', '.join(gone[:3])}")
        elif before != after and before and field.name != "note":
            lost.append(f"{field.name} {_said(before)} is now {_said(after)}")
    return "; ".join(lost)


def _said(value: object) -> str:
    if isinstance(value, Period):
        return f"{value.start or '…'} to {value.end or '…'}"
    return str(value) or "empty"


def _terms(
    shipped: Iterable[Term], own: Sequence[Term], conflicts: list[Conflict]
) -> tuple[Term, ...]:
    by_seat: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in own:
        by_seat[term.place, term.office].append(term)
    merged = []
    for term in shipped:
        mine = by_seat.get((term.place, term.office), [])
        kept = _beside(term, mine, conflicts) if mine else term
        if kept is not None:
            merged.append(kept)
    return (*merged, *own)


def _beside(term: Term, mine: Sequence[Term], conflicts: list[Conflict]) -> Term | None:
    """A shipped term as it stands beside the user's of the same office; ``None`` if replaced."""
    what = f"{term.place} {term.office}: {term.person}"
    for new in mine:
        if is_same_person(term, new) and overlap(term.period, new.period):
            if new.period != term.period:
                message = f"{_said(new.period)} replaces the shipped {_said(term.period)}"
                conflicts.append(Conflict(what, message))
            return None
    if not is_seat(term.office):
        return term
    for new in sorted(mine, key=lambda t: _first(t.period)):
        if is_same_person(term, new) or new.acting or not overlap(term.period, new.period):
            continue
        if not term.period.end and new.period.start and _first(new.period) > _first(term.period):
            closed = replace(term, period=Period(term.period.start, new.period.start))
            message = f"now ends on {new.period.start}, when {new.person} of your rows begins"
            conflicts.append(Conflict(what, message))
            return closed
        if certain_overlap(term.period, new.period):
            message = f"{_said(term.period)} overlaps {new.person} of your rows; both are kept"
            conflicts.append(Conflict(what, message))
    return term
