"""Dates as the lists write them: days, and births as intervals with a precision."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from dragoman.records import Precision
from dragoman.sanctions.entry import BirthDate

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
# The time of day and the zone that some XML tools add say nothing here.
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*|Z|[+-]\d\d:\d\d)?")
_WORDS = re.compile(r"(?:(?:(\d{1,2}) )?([A-Za-z]{3})[a-z]*\.? )?(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ABOUT = re.compile(r"(?:circa|approximately|about|c\.|ca\.?)\s+", re.IGNORECASE)
_RANGE = re.compile(r"\s+to\s+|(?<=\d{4})\s*-\s*(?=\d{4}$)")

Interval = tuple[dt.date, dt.date, Precision]


def interval_of(
    year: int | str | None, month: int | str | None = None, day: int | str | None = None
) -> Interval | None:
    """The days that a year, a month of it or a day of that cover; ``None`` if there are none.

    >>> interval_of(1964, 2)
    (datetime.date(1964, 2, 1), datetime.date(1964, 2, 29), <Precision.MONTH: 'month'>)
    """
    try:
        y, m, d = (int(part) if part else 0 for part in (year, month, day))
        if m and d:
            exact = dt.date(y, m, d)
            return exact, exact, Precision.DAY
        if m:
            return dt.date(y, m, 1), dt.date(y, m, calendar.monthrange(y, m)[1]), Precision.MONTH
        return dt.date(y, 1, 1), dt.date(y, 12, 31), Precision.YEAR
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def parse_interval(text: str) -> Interval | None:
    """The days meant by ``1963``, ``1963-07``, ``1963-07-28``, ``Jul 1963`` or ``28 Jul 1963``.

    >>> parse_interval("28 Jul 1963")[0]
    datetime.date(1963, 7, 28)
    """
    text = " ".join(text.split())
    if match := _ISO.fullmatch(text):
        return interval_of(*match.groups())
    if match := _WORDS.fullmatch(text):
        day, name, year = match.groups()
        month = _MONTHS.get(name.lower()) if name else None
        if name and month is None:
            return None
        return interval_of(year, month, day)
    return None


def parse_day(text: str | None, *, slashed: str = "") -> dt.date | None:
    """The day that ``text`` names exactly; ``slashed`` is ``dmy`` or ``mdy`` for ``1/2/2003``."""
    text = (text or "").strip()
    if slashed and (match := _SLASHED.fullmatch(text)):
        first, second, year = match.groups()
        day, month = (first, second) if slashed == "dmy" else (second, first)
        found = interval_of(year, month, day)
    else:
        found = parse_interval(text)
    return found[0] if found and found[2] is Precision.DAY else None


def parse_birth(text: str) -> BirthDate | None:
    """The birth that OFAC writes as ``circa 1960``, ``1960 to 1962`` or ``08 Jan 1984``.

    >>> birth = parse_birth("circa 1960 to 1962")
    >>> birth.start.year, birth.end.year, birth.approximate
    (1960, 1962, True)
    """
    plain = text.strip()
    about = _ABOUT.match(plain)
    ends = [parse_interval(part) for part in _RANGE.split(plain[about.end() :] if about else plain)]
    if not 1 <= len(ends) <= 2 or ends[0] is None or ends[-1] is None:
        return None
    return make_birth(ends[0], ends[-1], approximate=bool(about), text=plain)


def make_birth(
    first: Interval, last: Interval | None = None, *, approximate: bool = False, text: str = ""
) -> BirthDate | None:
    """The birth from the start of ``first`` to the end of ``last``; ``None`` if that is earlier."""
    last = last or first
    if last[1] < first[0]:
        return None
    precision = first[2] if first == last else Precision.INTERVAL
    return BirthDate(first[0], last[1], precision, approximate=approximate, text=text)
