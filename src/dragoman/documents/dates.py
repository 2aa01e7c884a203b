"""Days as documents and corpora write them.

Only full dates are read. A date of which the day has to be guessed is an error and never a
guess, since a wrong day is worse than none: it puts an event in the wrong place of a series.
"""

from __future__ import annotations

import datetime as dt
import re

# Before this there is no news that the coder could read; such a year is a slip of the pen.
EARLIEST_YEAR = 1800
_A_YEAR = dt.timedelta(days=366)

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_TIME = r"(?:(?:\s*[,|·–-]\s*|\s+|\s+at\s+|t)\d{1,2}[:.]\d{2}.*)?"

_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL | re.ASCII)
    for pattern in (
        rf"(?P<year>\d{{4}})([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}}){_TIME}",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:\d{6}|T\d{4,6}.*)?",
        rf"{_WEEKDAY}{_DAY}[\s-]+(?:of\s+)?{_MONTH},?[\s-]+{_YEAR}{_TIME}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}{_TIME}",
    )
)
_BY_NUMBERS = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2{_YEAR}{_TIME}", re.I | re.S | re.ASCII)
# Ten digits that begin like a year may as well be YYYYMMDDHH: not taken.
_UNIX_SECONDS = re.compile(r"(?!19|20)\d{10}(?:\d{3})?", re.ASCII)


def parse_date(written: str, *, day_first: bool | None = None) -> dt.date:
    """The day that ``written`` names.

    Read are ISO dates with or without a time, ``20240330``, ``30 March 2024``, ``March 30,
    2024``, the dates of e-mail and feeds, and Unix time in seconds or milliseconds (as UTC).
    A time of day and its zone are left aside: the day is the one written. ``30/03/2024``
    and its like need ``day_first``.

    Raises ``ValueError`` with a message for the user when the date is not understood, is
    ambiguous, or is no day of the calendar.

    >>> parse_date("Sat, 30 Mar 2024 23:10:00 -0500")
    datetime.date(2024, 3, 30)
    >>> parse_date("2024-02-31")
    Traceback (most recent call last):
    ...
    ValueError: the date '2024-02-31' is no day of the calendar; write it as YYYY-MM-DD
    """
    text = " ".join(written.split())
    for pattern in _WRITTEN:
        if match := pattern.fullmatch(text):
            return _day(text, match["year"], match["month"], match["day"])
    if match := _BY_NUMBERS.fullmatch(text):
        return _by_numbers(text, match, day_first=day_first)
    if _UNIX_SECONDS.fullmatch(text):
        return dt.datetime.fromtimestamp(int(text[:10]), tz=dt.UTC).date()
    raise ValueError(f"the date {_short(text)!r} is not understood; write it as YYYY-MM-DD")


def check_range(day: dt.date, *, today: dt.date | None) -> None:
    """Raise ``ValueError`` when ``day`` is before 1800, or over a year after ``today``."""
    if day.year < EARLIEST_YEAR:
        raise ValueError(f"the date {day} is before {EARLIEST_YEAR}; check the year")
    if today is not None and day > today + _A_YEAR:
        raise ValueError(f"the date {day} is more than a year after today ({today}); check it")


def _day(text: str, year: str, month: str, day: str) -> dt.date:
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].casefold()) + 1
    try:
        return dt.date(int(year), number, int(day))
    except ValueError as error:
        raise ValueError(
            f"the date {_short(text)!r} is no day of the calendar; write it as YYYY-MM-DD"
        ) from error


def _by_numbers(text: str, match: re.Match[str], *, day_first: bool | None) -> dt.date:
    if day_first is None:
        raise ValueError(
            f"the date {_short(text)!r} does not say whether day or month comes first; "
            "write it as YYYY-MM-DD, or say which with --day-first or --month-first"
        )
    first, second = match[1], match[3]
    day, month = (first, second) if day_first else (second, first)
    return _day(text, match["year"], month, day)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
