"""Where a chart puts the rows: which days it shows, and which line each mark stands on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.briefs.days import day_and_month, month_and_year
from dragoman.briefs.model import Brief, Point

# A time far from the articles (an old war, say) would press all others into one column of the
# chart. Drawn is what lies within so many days of the articles' own range, or a quarter of that
# range if it is more; the rest is listed below. Three months, so that what an article expects
# for "next month" is drawn; at three pixels a day marks still stand apart.
_MARGIN_DAYS = 92
_MARGIN_SHARE = 4
# A page's height, about, holds so many dyads; beyond, only the busiest are drawn.
_MOST_DYADS = 30
_FEWEST_DAYS = 5

_SLOT = 32.0  # pixels that a mark with its number needs
_MARK = 8.0  # pixels from the edge of a slot to the middle of its mark
_TICK = 80.0  # pixels that a label of a day with its year needs
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class Placed:
    """A point with its place: days from the first one drawn (a fraction), and its line."""

    point: Point
    x: float
    x_end: float | None  # where the bar of an interval ends
    line: int


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one dyad: its label and the first of its lines."""

    dyad: str
    line: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A day with a label at the head of the chart."""

    x: int
    label: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A chart laid out: everything counted in days from ``first`` and in lines."""

    first: dt.date
    days: int
    lines: int
    placed: tuple[Placed, ...]
    groups: tuple[Group, ...]
    ticks: tuple[Tick, ...]
    reports: tuple[int, ...]  # days of articles
    undrawn: tuple[int, int]  # rows, and dyads, beyond the busiest ones


def lay_out(brief: Brief, *, width: int, label_lines: int) -> Layout:
    """The timeline of ``brief``, which has at least one article, on ``width`` pixels.

    Every dyad has ``label_lines`` empty lines above its own for its label.
    """
    reports = sorted({article.document.date for article in brief.articles})
    far = far_away(brief)
    inside = [p for p in brief.timeline if p not in far]
    dyads = _by_dyad(inside)
    drawn, beyond = dyads[:_MOST_DYADS], dyads[_MOST_DYADS:]
    first, days = _range([*reports, *(d for p in inside for d in (p.start, p.end))])
    scale = width / days
    placed: list[Placed] = []
    groups: list[Group] = []
    line = 0
    for dyad, points in drawn:
        groups.append(Group(dyad, line))
        found, used = _place(points, first, scale, line + label_lines)
        placed += found
        line += label_lines + used
    return Layout(
        first=first,
        days=days,
        lines=line,
        placed=tuple(placed),
        groups=tuple(groups),
        ticks=tuple(_ticks(first, days, scale)),
        reports=tuple((report - first).days for report in reports),
        undrawn=(sum(len(points) for _, points in beyond), len(beyond)),
    )


def far_away(brief: Brief) -> tuple[Point, ...]:
    """The points that a chart leaves out, for they lie or reach far from the articles."""
    if brief.first is None or brief.last is None:
        return ()
    first, last = brief.first, brief.last
    margin = max(dt.timedelta(days=_MARGIN_DAYS), (last - first) / _MARGIN_SHARE)
    return tuple(p for p in brief.timeline if first - p.start > margin or p.end - last > margin)


def _range(dates: Sequence[dt.date]) -> tuple[dt.date, int]:
    """The first day to draw and how many, with an empty day on both sides."""
    first, days = min(dates) - dt.timedelta(days=1), (max(dates) - min(dates)).days + 3
    lacking = max(0, _FEWEST_DAYS - days)
    return first - dt.timedelta(days=lacking // 2), days + lacking


def _by_dyad(points: Sequence[Point]) -> list[tuple[str, list[Point]]]:
    """The dyads with their points: with both sides told before one, the busiest first."""
    groups: dict[str, list[Point]] = {}
    for point in sorted(points, key=lambda p: (p.start, p.end, p.row)):
        groups.setdefault(point.dyad, []).append(point)
    return sorted(
        groups.items(),
        key=lambda item: (not item[1][0].is_dyad, -len(item[1]), min(p.row for p in item[1])),
    )


def _place(
    points: Sequence[Point], first: dt.date, scale: float, line: int
) -> tuple[list[Placed], int]:
    """The points of one dyad on as few lines as they need without touching; how many those are.

    A day that is wide enough holds several marks side by side.
    """
    ends: list[float] = []  # the pixel up to which each line is taken
    placed = []
    for point in points:
        day = (point.start - first).days * scale
        after = ((point.end - first).days + 1) * scale
        room = max(day, after - _SLOT) if point.start == point.end else day
        starts = (max(day, end) for end in ends)
        found = next(((i, x) for i, x in enumerate(starts) if x <= room), None)
        index, left = found or (len(ends), day)
        if found is None:
            ends.append(0.0)
        is_long = point.end > point.start
        ends[index] = max(left + _SLOT, after if is_long else 0.0)
        middle = left + (_MARK if scale >= _SLOT else scale / 2)
        x_end = after / scale if is_long else None
        placed.append(Placed(point, middle / scale, x_end, line + index))
    return placed, len(ends)


def _ticks(first: dt.date, days: int, scale: float) -> list[Tick]:
    step = next((s for s in _DAY_STEPS if s * scale >= _TICK), None)
    if step is None:
        return _month_ticks(first, days, scale)
    # Steps of weeks start on Mondays.
    start = -first.weekday() % 7 if step >= 7 else 0
    ticks = []
    for x in range(start, days, step):
        date = first + dt.timedelta(days=x)
        year = f" {date.year}" if x == start or date.timetuple().tm_yday <= step else ""
        ticks.append(Tick(x, f"{day_and_month(date)}{year}"))
    return ticks


def _month_ticks(first: dt.date, days: int, scale: float) -> list[Tick]:
    step = next((s for s in _MONTH_STEPS if s * 30 * scale >= _TICK), _MONTH_STEPS[-1])
    ticks: list[Tick] = []
    month = first.year * 12 + first.month  # the first of the month after ``first``
    while True:
        date = dt.date(month // 12, month % 12 + 1, 1)
        x = (date - first).days
        if x >= days:
            return ticks
        if month % step == 0:
            ticks.append(Tick(x, month_and_year(date)))
        month += 1
