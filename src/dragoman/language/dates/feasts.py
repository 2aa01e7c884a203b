"""Rules for feasts, and for days so well known that they go by a name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from dragoman.language.dates.periods import (
    Days,
    Moment,
    nearest_but_long_ago,
    nearest_date,
    one_day,
)
from dragoman.language.dates.rule import Build, Hint, Rule, told_year

_SEPTEMBER_11 = dt.date(2001, 9, 11)
_OCTOBER_7 = dt.date(2023, 10, 7)


def _fixed(day: int, month: int) -> Build:
    """A feast on the same day each year; of the year told, or the nearest."""

    def build(match: re.Match[str], now: Moment) -> Days:
        return _of_year(match, now, lambda year: one_day(dt.date(year, month, day)))

    return build


def _after_easter(days: int) -> Build:
    """A day counted from Easter Sunday (the Western one)."""

    def build(match: re.Match[str], now: Moment) -> Days:
        return _of_year(match, now, lambda year: one_day(easter(year) + dt.timedelta(days=days)))

    return build


def _thanksgiving(match: re.Match[str], now: Moment) -> Days:
    def make(year: int) -> Days:
        first = dt.date(year, 11, 1)
        return one_day(first + dt.timedelta(days=(3 - first.weekday()) % 7 + 21))

    return _of_year(match, now, make)


def _of_year(match: re.Match[str], now: Moment, make: Callable[[int], Days]) -> Days:
    year = told_year(match, now)
    if year is not None:
        return make(year)
    return nearest_but_long_ago(make, now)


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, 1991, ch. 8).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * week) // 451
    month, day = divmod(h + week - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def _september_11(_match: re.Match[str], _now: Moment) -> Days:
    return one_day(_SEPTEMBER_11)


def _october_7(_match: re.Match[str], now: Moment) -> Days:
    """The attack of 2023, once it has been; before that day, any 7 October."""
    return one_day(_OCTOBER_7) if now.day >= _OCTOBER_7 else nearest_date(10, 7, now)


_YEAR = "(?:(?: of|,)? {year}|,? (?:of )?{which} year)?"
_ATTACKS = "(?:terror(?:ist)? )?(?:attacks?|massacre|assault|raids?|hijackings|bombings)"

# fmt: off
_FEASTS = (
    ("New Year's Day", "(?-i:New Year)['’]?s Day", _fixed(1, 1)),
    ("New Year's Eve", "(?-i:New Year)['’]?s Eve", _fixed(31, 12)),
    ("Valentine's Day", "(?:St[.]? )?(?-i:Valentine)['’]?s Day", _fixed(14, 2)),
    ("May Day", "(?-i:May Day)", _fixed(1, 5)),
    ("the Fourth of July", "(?:the )?(?-i:Fourth of July)", _fixed(4, 7)),
    ("Bastille Day", "(?-i:Bastille Day)", _fixed(14, 7)),
    ("Halloween", "(?-i:Halloween)", _fixed(31, 10)),
    ("Thanksgiving", "(?-i:Thanksgiving)(?: Day)?", _thanksgiving),
    ("Christmas", "(?-i:Christmas)(?: Day)?", _fixed(25, 12)),
    ("Christmas Eve", "(?-i:Christmas Eve)", _fixed(24, 12)),
    ("Boxing Day", "(?-i:Boxing Day)", _fixed(26, 12)),
    ("Ash Wednesday", "(?-i:Ash Wednesday)", _after_easter(-46)),
    ("Palm Sunday", "(?-i:Palm Sunday)", _after_easter(-7)),
    ("Good Friday", "(?-i:Good Friday)", _after_easter(-2)),
    ("Easter", "(?-i:Easter)(?: Sunday)?", _after_easter(0)),
    ("Easter Monday", "(?-i:Easter Monday)", _after_easter(1)),
)

RULES = (
    *(Rule(name, Hint.FEAST, f"(?:{written}){_YEAR}", build) for name, written, build in _FEASTS),
    Rule("9/11", Hint.NUMBER, f"(?:the )?9/11(?: {_ATTACKS})?", _september_11),
    Rule("Sept. 11 attacks", Hint.MONTH, f"(?-i:Sept\\.?|September) 11(?:th)?,? {_ATTACKS}",
         _september_11),
    Rule("Oct. 7 attack", Hint.MONTH, f"(?-i:Oct\\.?|October) 7(?:th)?,? {_ATTACKS}", _october_7),
)
# fmt: on
