"""Rules for days that are written out, by name of the month or in figures."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.language.dates.periods import (
    Days,
    Moment,
    nearest_date,
    nearest_year,
    one_day,
    shift_months,
    stretch,
    week_of,
)
from dragoman.language.dates.rule import (
    COUNTED,
    Hint,
    Rule,
    month_number,
    step,
    told_year,
    weekday_number,
)

_OF_YEAR = "(?:,? {year}|,? (?:of )?{which} year)"
_ON = "(?:{weekday},? (?:the )?|{shortweekday},? )"


def _number(text: str) -> int:
    return int(re.match(r"[0-9]+", text).group())  # type: ignore[union-attr]


def _day(match: re.Match[str], now: Moment) -> Days:
    month, day = month_number(match["month"]), _number(match["day"])
    year = told_year(match, now)
    if year is not None:
        return one_day(dt.date(year, month, day))
    found = nearest_date(month, day, now)
    groups = match.groupdict()
    name = groups.get("weekday") or groups.get("shortweekday")
    if name and found.start.weekday() != weekday_number(name):
        # "Monday, March 25" in February: the weekday tells that next month is meant.
        other = nearest_date(month, day, Moment(now.day, ahead=found.start <= now.day))
        if other.start.weekday() == weekday_number(name):
            return other
    return found


def _day_of_last(match: re.Match[str], now: Moment) -> Days:
    month, day = month_number(match["month"]), _number(match["day"])

    def make(year: int) -> Days:
        return one_day(dt.date(year, month, day))

    return nearest_year(make, Moment(now.day, ahead=step(match["which"]) > 0))


def _day_of_month(match: re.Match[str], now: Moment) -> Days:
    first = shift_months(now.day.replace(day=1), step(match["which"]))
    return one_day(first.replace(day=_number(match["day"])))


def _days(match: re.Match[str], now: Moment) -> Days | None:
    """From one day of a month to another; "25 and 27 March" is taken as the days from 25 to 27."""
    first, last = _number(match["day"]), _number(match["day2"])
    month, year = month_number(match["month"]), told_year(match, now)
    start = dt.date(year, month, first) if year else nearest_date(month, first, now).start
    return stretch(start, start.replace(day=last))


def _week_with_day(match: re.Match[str], now: Moment) -> Days:
    month = month_number(match["month"] or match["month2"])
    day, year = _number(match["day"] or match["day2"]), match["year"]
    if year:
        return week_of(dt.date(int(year), month, day))
    return week_of(nearest_date(month, day, now).start)


def _iso_day(match: re.Match[str], _now: Moment) -> Days:
    return one_day(dt.date(int(match["y"]), int(match["m"]), int(match["d"])))


def _figures(match: re.Match[str], now: Moment) -> Days | None:
    """Day and month in figures: known only where one of them can be no month."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if len(match["y"]) == 2:
        century = now.day.year - now.day.year % 100
        year += century if century + year <= now.day.year + 10 else century - 100
    if match["sep"] == "." or first > 12:  # points are written day first only
        return one_day(dt.date(year, second, first))
    if second > 12 or first == second:
        return one_day(dt.date(year, first, second))
    return None


_OCLOCK = r"(?:[0-9]{1,2}(?::[0-9]{2})? ?[ap]\.?m\.?,? (?:[A-Z]{3} )?(?:on )?)?"
_TO = r"(?:\s?[-‐‑–—/]\s?| to | and | through | until | till )"
_BETWEEN = "(?:between |from )?"

# fmt: off
RULES = (
    Rule("ISO day", Hint.NUMBER, r"(?P<y>[0-9]{4})([-/])(?P<m>[01]?[0-9])\2(?P<d>[0-3]?[0-9])"
         r"(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?", _iso_day),
    Rule("day in figures", Hint.NUMBER,
         r"(?P<a>[0-3]?[0-9])(?P<sep>[/.])(?P<b>[0-3]?[0-9])(?P=sep)(?P<y>[0-9]{4}|[0-9]{2})"
         r"(?![0-9/]|\.[0-9])", _figures),
    Rule("28 March 2024", Hint.MONTH, f"{_ON}?(?:the )?{{day}}(?:{{-}}of)?{{-}}{{month}}{_OF_YEAR}",
         _day),
    Rule("the week of March 18", Hint.MONTH,
         "(?:the )?week (?:of|starting|beginning|ending) (?:{month} {day}|{day2} {month2})"
         "(?:,? {year})?", _week_with_day),
    Rule("28-Mar-2024", Hint.MONTH, "{day}-{month}-{year}", _day),
    Rule("March 28, 2024", Hint.MONTH, f"{_ON}?{{month}} (?:the )?{{day}}{_OF_YEAR}", _day),
    Rule("28 March", Hint.MONTH, f"{_ON}?(?:the )?{{day}}(?: of)? {{month}}", _day, floating=True),
    Rule("March 28", Hint.MONTH, f"{_OCLOCK}{_ON}?{{month}} (?:the )?{{day}}", _day, floating=True),
    Rule("the 12th of last month", Hint.UNIT, "(?:the )?{day} (?:of )?{which} month",
         _day_of_month),
    Rule("last March 28", Hint.MONTH, "{which} {month} {day}", _day_of_last),
    Rule("25-27 March 2024", Hint.MONTH,
         f"{_BETWEEN}(?:the )?{{day}}{_TO}(?:the )?{{day2}}(?: of)? {{month}}{_OF_YEAR}", _days),
    Rule("25-27 March", Hint.MONTH,
         f"{_BETWEEN}(?:the )?{{day}}{_TO}(?:the )?{{day2}}(?: of)? {{month}}", _days,
         floating=True),
    Rule("March 25-27, 2024", Hint.MONTH, f"{_BETWEEN}{{month}} {{day}}{_TO}{{day2}}{_OF_YEAR}",
         _days),
    Rule("March 25-27", Hint.MONTH, f"{_BETWEEN}{{month}} {{day}}{_TO}{{day2}}{COUNTED}", _days,
         floating=True),
)
# fmt: on
