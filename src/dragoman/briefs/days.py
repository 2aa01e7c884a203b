"""Days in words, the same in every locale."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from dragoman.records import Precision, When

_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def day(date: dt.date) -> str:
    """A day as the pages write it.

    >>> day(dt.date(2024, 3, 5))
    '5 Mar 2024'
    """
    return f"{day_and_month(date)} {date.year}"


def day_and_month(date: dt.date) -> str:
    """A day without its year.

    >>> day_and_month(dt.date(2024, 3, 5))
    '5 Mar'
    """
    return f"{date.day} {_MONTHS[date.month - 1][:3]}"


def month_and_year(date: dt.date) -> str:
    """A month, short.

    >>> month_and_year(dt.date(2024, 3, 1))
    'Mar 2024'
    """
    return f"{_MONTHS[date.month - 1][:3]} {date.year}"


def between(start: dt.date, end: dt.date) -> str:
    """The days from ``start`` to ``end``, without saying anything twice.

    >>> between(dt.date(2024, 3, 25), dt.date(2024, 3, 27))
    '25–27 Mar 2024'
    >>> between(dt.date(2024, 2, 28), dt.date(2024, 3, 2))
    '28 Feb – 2 Mar 2024'
    """
    if start == end:
        return day(start)
    if start.year != end.year:
        return f"{day(start)} – {day(end)}"
    if start.month != end.month:
        return f"{day_and_month(start)} – {day(end)}"
    return f"{start.day}–{day(end)}"


def told(when: When) -> str:
    """A time as exactly as the text tells it, and no more so.

    >>> from dragoman.records import Span
    >>> first, last = dt.date(2023, 9, 1), dt.date(2023, 9, 30)
    >>> told(When(first, last, Precision.MONTH, Span(0, 0)))
    'September 2023'
    """
    start, end = when.start, when.end
    whole_months = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    whole_year = whole_months and (start.month, end.month) == (1, 12)
    if when.precision is Precision.YEAR and whole_year and start.year == end.year:
        return str(start.year)
    if (
        when.precision is Precision.MONTH
        and whole_months
        and start.month == end.month
        and (start.year == end.year)
    ):
        return f"{_MONTHS[start.month - 1]} {start.year}"
    if when.precision is Precision.QUARTER and whole_months:
        return f"{_MONTHS[start.month - 1]}–{_MONTHS[end.month - 1]} {end.year}"
    if when.precision is Precision.WEEK:
        return f"week of {between(start, end)}"
    return between(start, end)
