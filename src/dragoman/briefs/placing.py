"""Where a chart puts the rows: which days it shows, and which line each mark stands on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.briefs.days import day_and_month, month_and_year
from dragoman.briefs.model import Brief, Point

# A time far from the articles (an old war, say) would press all others into one column of the
# chart. Drawn is what lies within so many days of an article, or within the articles' own
# range if that is longer; the rest is listed below. Chosen on the sample articles.
_MARGIN_DAYS = 45
_FEWEST_DAYS = 5

_SLOT = 32.0  # pixels that a mark with its number needs
_MARK = 8.0  # pixels from the edge of a slot to the middle of its mark
_TICK = 74.0  # pixels that a day's label needs
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
    left_out: tuple[Point, ...]


def lay_out(brief: Brief, *, width: int, label_lines: int) -> Layout:
    """The timeline of ``brief`` on ``width`` pixels.

    Every dyad has ``label_lines`` empty lines above its own for its label; dyads stand in
    the order of their rows.
    """
    assert brief.first and brief.last
    reports = sorted({article.document.date for article in brief.articles})
    inside = [p for p in brief.timeline if _is_near(p, brief.first, brief.last)]
    first, days = _range([*reports, *(d for p in inside for d in (p.start, p.end))])
    scale = width / days
    placed: list[Placed] = []
    groups: list[Group] = []
    line = 0
    for dyad, points in _by_dyad(inside):
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
        left_out=tuple(p for p in brief.timeline if p not in inside),
    )


def _is_near(point: Point, first: dt.date, last: dt.date) -> bool:
    margin = max(dt.timedelta(days=_MARGIN_DAYS), last - first)
    return first - point.start <= margin and point.end - last <= margin


def _range(dates: Sequence[dt.date]) -> tuple[dt.date, int]:
    """The first day to draw and how many, with an empty day on both sides."""
    first, days = min(dates) - dt.timedelta(days=1), (max(dates) - min(dates)).days + 3
    lacking = max(0, _FEWEST_DAYS - days)
    return first - dt.timedelta(days=lacking // 2), days + lacking


def _by_dyad(points: Sequence[Point]) -> list[tuple[str, list[Point]]]:
    groups: dict[str, list[Point]] = {}
    for point in sorted(points, key=lambda p: p.row):
        groups.setdefault(point.dyad, []).append(point)
    return [
        (dyad, sorted(group, key=lambda p: (p.start, p.end, p.row)))
        for dyad, group in groups.items()
    ]


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
    ticks = []
    month = first.year * 12 + first.month  # the first of the month after ``first``
    while True:
        date = dt.date(month // 12, month % 12 + 1, 1)
        x = (date - first).days
        if x >= days:
            return ticks
        if month % step == 0:
            ticks.append(Tick(x, month_and_year(date)))
        month += 1
