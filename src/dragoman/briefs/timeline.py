"""The rows in time: on which days they stand."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.briefs.days import day, told
from dragoman.briefs.model import Point, Row
from dragoman.briefs.naming import side
from dragoman.briefs.quotes import Party


def timeline(rows: Sequence[Row]) -> tuple[Point, ...]:
    """A point for every row, in the order of their days: told ones, else the report date."""
    return tuple(sorted((_point(row) for row in rows), key=lambda p: (p.start, p.end, p.row)))


def _point(row: Row) -> Point:
    times = [when for when, _ in row.when]
    best = min(times, key=lambda when: (when.end - when.start, when.start), default=None)
    return Point(
        row=row.number,
        dyad=f"{_named(row.sources)} → {_named(row.targets)}",
        is_dyad=bool(row.sources and row.targets),
        status=row.status,
        start=best.start if best else row.reported,
        end=best.end if best else row.reported,
        told=best is not None,
        days=told(best) if best else day(row.reported),
    )


def _named(parties: Sequence[Party]) -> str:
    return ", ".join(side(parties)) or "not told"
