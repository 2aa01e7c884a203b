"""Stretches of days: weeks, months, quarters, years, and the one that is nearest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.records import Precision

# "Dec. 15" in late October is this December, though no verb says so: writers give the year, or
# "last", where a day lies so far back. 274 days are nine months; chosen on the tuning half of
# TimeBank and AQUAINT, where 240 to 300 days differ by less than half a point of accuracy.
LONG_AGO = dt.timedelta(days=274)
# How many years to either side are tried for a day and month without a year: 29 February is up
# to eight years away.
_YEARS_TRIED = 8

_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Days:
    """From ``start`` to ``end``, both included, and the unit that the words name.

    ``precision`` may be wider than the days: "early March" is named by the month.
    """

    start: dt.date
    end: dt.date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Moment:
    """The day to count from, and whether the words look ahead of it or back.

    ``told`` says that words do tell; otherwise ``ahead`` is only the more likely way.
    """

    day: dt.date
    ahead: bool = False
    told: bool = True


def one_day(day: dt.date) -> Days:
    """``day`` alone."""
    return Days(day, day, Precision.DAY)


def stretch(start: dt.date, end: dt.date) -> Days:
    """From ``start`` to ``end``. Raises ``ValueError`` when the end comes first."""
    if end < start:
        raise ValueError(f"a stretch of days from {start} to {end} found; the end comes first")
    return Days(start, end, Precision.INTERVAL)


def week_of(day: dt.date) -> Days:
    """The week of ``day``, Monday to Sunday."""
    monday = day - dt.timedelta(days=day.weekday())
    return Days(monday, monday + dt.timedelta(days=6), Precision.WEEK)


def months(year: int, first: int, count: int, precision: Precision) -> Days:
    """``count`` whole months from month ``first`` of ``year`` on."""
    start = dt.date(year, first, 1)
    if start.year == dt.MAXYEAR and first + count > 12:
        return Days(start, dt.date.max, precision)
    return Days(start, shift_months(start, count) - dt.timedelta(days=1), precision)


def month_of(year: int, month: int) -> Days:
    """One month of a year."""
    return months(year, month, 1, Precision.MONTH)


def quarter_of(year: int, quarter: int) -> Days:
    """One quarter (1 to 4) of a calendar year."""
    return months(year, 3 * quarter - 2, 3, Precision.QUARTER)


def year_of(year: int) -> Days:
    """One calendar year."""
    return Days(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR)


def years(first: int, last: int) -> Days:
    """From 1 January of the first year to 31 December of the last."""
    return stretch(dt.date(first, 1, 1), dt.date(last, 12, 31))


def shift_months(day: dt.date, count: int) -> dt.date:
    """``day`` moved by whole months, to the last day of a shorter month.

    >>> shift_months(dt.date(2024, 3, 31), -1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(12 * day.year + day.month - 1 + count, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return dt.date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise OverflowError(f"{day} moved by {count} months is no day of the calendar")


def shift(day: dt.date, count: int, unit: str) -> dt.date:
    """``day`` moved by ``count`` units: day, week, fortnight, month, quarter, year, decade."""
    if unit in _MONTHS_IN:
        return shift_months(day, count * _MONTHS_IN[unit])
    length = {"day": 1, "week": 7, "fortnight": 14}[unit]
    return day + dt.timedelta(days=count * length)


def unit_of(day: dt.date, unit: str) -> Days:
    """The week, month, quarter, year, decade or century in which ``day`` lies, or the day."""
    match unit:
        case "week" | "fortnight":
            return week_of(day)
        case "month":
            return month_of(day.year, day.month)
        case "quarter":
            return quarter_of(day.year, (day.month + 2) // 3)
        case "year":
            return year_of(day.year)
        case "decade":
            return years(day.year - day.year % 10, day.year - day.year % 10 + 9)
        case "century":
            first = day.year - (day.year - 1) % 100
            return years(first, first + 99)
        case _:
            return one_day(day)


def weekend_of(day: dt.date) -> Days:
    """Saturday and Sunday of the week of ``day``."""
    sunday = week_of(day).end
    return stretch(sunday - dt.timedelta(days=1), sunday)


def nearest_weekday(now: Moment, weekday: int, *, strictly: bool = False) -> dt.date:
    """The nearest such day (0 is Monday) back from ``now``, or ahead of it.

    The day itself counts, as newswire has it, unless ``strictly``.
    """
    days = (weekday - now.day.weekday()) % 7 if now.ahead else (now.day.weekday() - weekday) % 7
    if strictly and days == 0:
        days = 7
    return now.day + dt.timedelta(days=days if now.ahead else -days)


def nearest_year(make: Callable[[int], Days], now: Moment) -> Days:
    """Of the stretches that ``make`` gives for a year, the nearest back, or ahead.

    One in which the day lies counts both ways. Raises ``ValueError`` when no year near has it.
    """
    steps = range(-1, _YEARS_TRIED + 1)
    for step in steps:
        year = now.day.year + step if now.ahead else now.day.year - step
        try:
            days = make(year)
        except ValueError:  # 29 February of another year, or a year out of the calendar
            continue
        if days.end >= now.day if now.ahead else days.start <= now.day:
            return days
    raise ValueError("no year near the day has such a date")


def nearest_date(month: int, day: int, now: Moment) -> Days:
    """The day and month without a year: the nearest, but none that is long ago."""
    return nearest_but_long_ago(lambda year: one_day(dt.date(year, month, day)), now)


def nearest_month(month: int, now: Moment) -> Days:
    """The month without a year: the nearest, and none that is long ago unless the verb tells."""
    if now.told:
        return nearest_year(lambda year: month_of(year, month), now)
    return nearest_but_long_ago(lambda year: month_of(year, month), now)


def nearest_but_long_ago(make: Callable[[int], Days], now: Moment) -> Days:
    """As ``nearest_year``, but the next one where the nearest back is long ago."""
    found = nearest_year(make, now)
    if not now.ahead and now.day - found.start > LONG_AGO:
        return nearest_year(make, Moment(now.day, ahead=True))
    return found
