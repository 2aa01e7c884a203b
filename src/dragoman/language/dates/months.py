"""Rules for months and years that are written out."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.language.dates.periods import (
    Days,
    Moment,
    month_of,
    nearest_month,
    nearest_year,
    stretch,
    year_of,
    years,
)
from dragoman.language.dates.rule import (
    COUNTED,
    TENS,
    Hint,
    Rule,
    count,
    month_number,
    step,
    told_year,
)

# What may stand before a month that is also a verb or a name ("by May" is a month unless a
# possessive follows, which a prime minister has more often).
_BEFORE_MONTH = (
    "in|since|until|till|during|through|throughout|late|early|mid|last|this|next|between|around"
    "|end|end of|beginning of|start of|middle of|half of|weeks? of|days? of|month of|rest of"
)
_BEFORE_OTHER = "by|from|to|and|or|for|of|before|after"
# Before a bare year: the first list is sure enough for any century.
_IN = "in|since|until|till|during|throughout|before|after|circa|early|late|mid|as of|back to"
_ARTICLE = "the|a|an|its|his|her|their|our|my|year|fiscal|and|or|by|from|to|of|for|through|between"
# Where a figure goes on, it is no year.
_END = r"(?![0-9%-]|[.,:/][0-9])" + COUNTED


def _month(match: re.Match[str], now: Moment) -> Days:
    groups = match.groupdict()
    name = next(groups[k] for k in ("month", "fullmonth", "plainmonth") if groups.get(k))
    year, month = told_year(match, now), month_number(name)
    if year is not None:
        return month_of(year, month)
    return nearest_month(month, now)


def _week_of_month(match: re.Match[str], now: Moment) -> Days:
    """Days 1 to 7 for "the first week of March"; "the last week" ends with the month."""
    month = _month(match, now)
    number = ("first", "second", "third", "fourth", "last").index(match["week"].lower())
    first = month.end.day - 6 if number == 4 else 7 * number + 1
    return stretch(month.start.replace(day=first), month.start.replace(day=first + 6))


def _month_of_last(match: re.Match[str], now: Moment) -> Days:
    """A "last" month is over, a "next" one has not begun, "this" one is of this year."""
    month, way = month_number(match["fullmonth"]), step(match["which"])
    if way == 0:
        return month_of(now.day.year, month)
    this_month = now.day.replace(day=1)
    if way > 0:
        beyond = this_month + dt.timedelta(days=32)
        return nearest_year(lambda y: month_of(y, month), Moment(beyond.replace(day=1), ahead=True))
    before = this_month - dt.timedelta(days=1)
    return nearest_year(lambda y: month_of(y, month), Moment(before))


def _bare_year(match: re.Match[str], _now: Moment) -> Days:
    return year_of(int(match["x"]))


def _short_year(match: re.Match[str], now: Moment) -> Days:
    """The year that two figures stand for: not more than ten years ahead."""
    year = now.day.year - now.day.year % 100 + int(match["x"][-2:])
    return year_of(year if year <= now.day.year + 10 else year - 100)


def _year_span(match: re.Match[str], _now: Moment) -> Days | None:
    first, last = int(match["year"]), int(match["last"])
    if len(match["last"]) == 2:
        if last <= first % 100:
            # "2024-03" counts no years; "2010-12" does, as running text seldom has ISO months.
            return month_of(first, last) if match["joint"] == "-" and 1 <= last <= 12 else None
        last += first - first % 100
    return years(first, last)


def _spoken_year(match: re.Match[str], _now: Moment) -> Days:
    """A year in words, as transcripts of broadcasts have it; with its month or without."""
    hundreds = 1900 if match["century"].lower() == "nineteen" else 2000
    ones = count(match["ones"]) if match["ones"] else 0
    year = hundreds + TENS[match["tens"].lower()] + ones
    return month_of(year, month_number(match["month"])) if match["month"] else year_of(year)


# fmt: off
RULES = (
    Rule("March 2024", Hint.MONTH, "{month}(?:,| of)? (?:the year )?{year}", _month),
    Rule("March last year", Hint.MONTH, "{month},? (?:of )?{which} year", _month),
    Rule("the first week of March", Hint.MONTH,
         "(?:the )?(?P<week>first|second|third|fourth|last) week of"
         " (?:{month},? {year}|{fullmonth})",
         _week_of_month),
    Rule("in March", Hint.MONTH, rf"(?:{_BEFORE_MONTH}){{-}}(?P<x>{{fullmonth}})", _month,
         floating=True),
    Rule("by March", Hint.MONTH, rf"(?:{_BEFORE_OTHER}) (?P<x>{{fullmonth}})(?!['’]s)", _month,
         floating=True),
    Rule("the March summit", Hint.MONTH,
         r"(?:the|a|an|its|his|her|their|\w+['’]s) (?P<x>{fullmonth})"
         r"(?= (?!(?:to|on|in|at|for|was|is|has|had|and|of|against|through|from|across|said|will"
         r"|would|government|administration|cabinet|premiership|began|drew)\b)(?-i:[a-z]))", _month,
         floating=True),
    Rule("April", Hint.MONTH, r"(?P<x>{plainmonth})(?! (?-i:[A-Z]))", _month, floating=True),
    Rule("a month alone", Hint.MONTH, r"\A(?P<x>{fullmonth})\Z", _month, floating=True),
    Rule("last March", Hint.MONTH, "{which} {fullmonth}", _month_of_last),
    Rule("in 2019", Hint.NUMBER,
         rf"(?:{_IN}){{-}}(?P<x>1[5-9][0-9]{{2}}|20[0-9]{{2}}){_END}",
         _bare_year),
    Rule("the 2019 election", Hint.NUMBER,
         rf"(?:{_ARTICLE}) (?P<x>19[0-9]{{2}}|20[0-9]{{2}}){_END}",
         _bare_year),
    Rule("Russia's 2014 annexation", Hint.NUMBER,
         rf"\w+['’]s (?P<x>19[0-9]{{2}}|20[0-9]{{2}}){_END}",
         _bare_year),
    Rule("2012, 2014 and 2016", Hint.NUMBER,
         r"(?<=[12][0-9]{3},\s)(?P<x>19[0-9]{2}|20[0-9]{2})(?![0-9%-]|[.,:/][0-9])", _bare_year),
    Rule("(2014)", Hint.NUMBER, r"(?<=\()(?P<x>1[5-9][0-9]{2}|20[0-9]{2})(?=\))", _bare_year),
    Rule("a year alone", Hint.NUMBER, r"\A(?P<x>1[0-9]{3}|20[0-9]{2})\Z", _bare_year),
    Rule("'98", Hint.NUMBER, r"(?:in|since|of|until) (?P<x>['’][0-9]{2})", _short_year),
    Rule("2014-2016", Hint.NUMBER,
         r"(?P<year>(?:1[5-9]|20)[0-9]{2})(?P<joint>[-‐‑–/])"
         r"(?P<last>(?:1[5-9]|20)[0-9]{2}|[0-9]{2})(?![0-9%]|[-/.,:][0-9])",
         _year_span),
    Rule("nineteen ninety-six", Hint.NUMBER,
         f"(?:{{month}} )?(?P<century>nineteen|twenty) (?P<tens>{'|'.join(TENS)})"
         "(?:{-}(?P<ones>one|two|three|four|five|six|seven|eight|nine))?", _spoken_year),
    Rule("the year two thousand", Hint.NUMBER, "(?:the )?year two thousand",
         lambda _match, _now: year_of(2000)),
)
# fmt: on
