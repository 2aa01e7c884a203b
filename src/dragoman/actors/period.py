"""Dates that may be only a year or a month, and the days between two of them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


# The same few thousand dates are asked for again and again.
@lru_cache(maxsize=16384)
def earliest(text: str) -> dt.date:
    """The first day that ``text`` (YYYY, YYYY-MM or YYYY-MM-DD) may mean.

    Raises ``ValueError`` where ``text`` is no such date.

    >>> earliest("2016-06")
    datetime.date(2016, 6, 1)
    """
    year, month, day = _parts(text)
    return dt.date(year, month or 1, day or 1)


@lru_cache(maxsize=16384)
def latest(text: str) -> dt.date:
    """The last day that ``text`` may mean; errors as for :func:`earliest`.

    >>> latest("2016-06")
    datetime.date(2016, 6, 30)
    """
    year, month, day = _parts(text)
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _PARTIAL.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} found; YYYY, YYYY-MM or YYYY-MM-DD expected")
    year, month, day = (int(p) if p else None for p in match.groups())
    assert year is not None
    if month:  # a month or day that the calendar lacks fails here, with its own message
        dt.date(year, month, day or 1)
    return year, month, day


@dataclass(frozen=True, slots=True)
class Period:
    """From ``start`` to ``end`` as a data file gives them; an empty side is open.

    >>> Period("2016-10-05", "").covers(dt.date(2024, 3, 30))
    True
    >>> Period("2011", "2016-10").covers(dt.date(2016, 11, 1))
    False
    """

    start: str = ""
    end: str = ""

    def __post_init__(self) -> None:
        first, last = self.first, self.last
        if first and last and last < first:
            raise ValueError(f"end {self.end} found before start {self.start}")

    @property
    def first(self) -> dt.date | None:
        """The first day that may belong to the period; ``None`` when it is open."""
        return earliest(self.start) if self.start else None

    @property
    def last(self) -> dt.date | None:
        """The last day that may belong to the period; ``None`` when it is open."""
        return latest(self.end) if self.end else None

    def covers(self, day: dt.date) -> bool:
        """Whether ``day`` lies in the period; both ends belong to it."""
        first, last = self.first, self.last
        return (first is None or first <= day) and (last is None or day <= last)

    def over_by(self, day: dt.date) -> bool:
        """Whether the period ended before ``day``."""
        last = self.last
        return last is not None and last < day

    def certain(self) -> tuple[dt.date | None, dt.date | None]:
        """The days that belong to the period however its dates are read (first, last)."""
        return (
            latest(self.start) if self.start else None,
            earliest(self.end) if self.end else None,
        )
