"""Rules for quarters, halves, seasons, decades, centuries and fiscal years."""

from __future__ import annotations

import re

from dragoman.language.dates.periods import (
    Days,
    Moment,
    months,
    nearest_year,
    quarter_of,
    shift_months,
    unit_of,
    year_of,
    years,
)
from dragoman.language.dates.rule import (
    DECADES,
    ORDINALS,
    SEASONS,
    Hint,
    Rule,
    count,
    step,
    told_year,
    unknown,
)
from dragoman.records import Precision


def _number(match: re.Match[str]) -> int:
    word = match["ordinal"].lower()
    return int(word) if word.isdigit() else ORDINALS[word]


def _quarter(match: re.Match[str], now: Moment) -> Days:
    """A quarter of the year told; else the one that last began, or the next for a look ahead.

    One that ended in the last three months is meant by both ("will report third-quarter
    growth" in October).
    """
    number, year = _number(match), told_year(match, now)
    if year is not None:
        return quarter_of(year, number)
    last = unit_of(shift_months(now.day, -3), "quarter")
    if last == quarter_of(last.start.year, number):
        return last
    return nearest_year(lambda y: quarter_of(y, number), now)


def _latest_quarter(_match: re.Match[str], now: Moment) -> Days:
    return unit_of(shift_months(now.day, -3), "quarter")


def _half(match: re.Match[str], now: Moment) -> Days | None:
    year, number = told_year(match, now), _number(match)
    if year is None or number > 2:
        return None
    return months(year, 6 * number - 5, 6, Precision.INTERVAL)


def _months_of_year(match: re.Match[str], now: Moment) -> Days | None:
    """Months or quarters at either end of a year: "the first nine months of 2023"."""
    year, number = told_year(match, now), count(match["n"])
    if match["what"].lower() == "quarters":
        number *= 3
    if year is None or number > 12:
        return None
    first = 1 if match["side"].lower() == "first" else 13 - number
    return months(year, first, number, Precision.INTERVAL)


def _season_of(year: int, name: str) -> Days:
    """A season by whole months, as in the north; winter ends in the year after its own."""
    return months(year, SEASONS[name], 3, Precision.INTERVAL)


def _season(match: re.Match[str], now: Moment) -> Days:
    name, year = match["season"].lower(), told_year(match, now)
    if year is not None:
        return _season_of(year, name)
    return nearest_year(lambda y: _season_of(y, name), now)


def _which_season(match: re.Match[str], now: Moment) -> Days:
    """A "last" season is over, a "next" one has not begun, "this" one is of this year."""
    name, way = match["season"].lower(), step(match["way"])
    this = _season_of(now.day.year, name)
    if way == 0:
        return _season(match, now) if name == "winter" else this
    if way > 0:
        return this if this.start > now.day else _season_of(now.day.year + 1, name)
    over = [_season_of(now.day.year - back, name) for back in (0, 1, 2)]
    return next(days for days in over if days.end < now.day)


def _winter(match: re.Match[str], _now: Moment) -> Days:
    return _season_of(int(match["year"]), "winter")


def _decade(match: re.Match[str], now: Moment) -> Days:
    """Ten years: "the '80s" and "the eighties" are the nearest back; "the 1800s" are a century."""
    if match["figures"]:
        first = int(match["figures"])
        return years(first, first + (99 if first % 100 == 0 and first < 2000 else 9))
    tens = int(match["tens"]) if match["tens"] else DECADES[match["word"].lower()]
    first = now.day.year - now.day.year % 100 + tens
    if first > now.day.year:
        first -= 100
    return years(first, first + 9)


def _century(match: re.Match[str], _now: Moment) -> Days:
    last = 100 * int(match["number"])
    return years(last - 99, last)


def _fiscal(match: re.Match[str], now: Moment) -> Days:
    """A fiscal year, taken as the calendar year that it is named by."""
    return year_of(int(match["figures"]))


_YEAR_TOLD = "(?: of| in|,)? (?:(?:the )?{year}|(?P<same>the year)|{which} year)"

# fmt: off
RULES = (
    Rule("third quarter", Hint.UNIT, "(?:the )?(?:fiscal{-})?{ordinal}{-}quarter", _quarter,
         floating=True),
    Rule("third quarter of 2023", Hint.UNIT, f"(?:the )?{{ordinal}}{{-}}quarter{_YEAR_TOLD}",
         _quarter),
    Rule("the 2023 third quarter", Hint.UNIT,
         "(?:the |in )?(?:{year}|{which} year)(?:['’]s)? {ordinal}{-}quarter", _quarter),
    Rule("Q3", Hint.UNIT, "(?-i:Q)(?P<ordinal>[1-4])", _quarter, floating=True),
    Rule("Q3 2023", Hint.UNIT, "(?-i:Q)(?P<ordinal>[1-4])(?: of)?,? {year}", _quarter),
    Rule("2023 Q3", Hint.UNIT, "{year}{-}(?-i:Q)(?P<ordinal>[1-4])", _quarter),
    Rule("the latest quarter", Hint.UNIT, "(?:the )?latest quarter", _latest_quarter),
    Rule("first half of 2023", Hint.UNIT, f"(?:the )?{{ordinal}}{{-}}half{_YEAR_TOLD}", _half),
    Rule("H1 2023", Hint.UNIT, "(?-i:H)(?P<ordinal>[12]),? {year}", _half),
    Rule("first nine months of 2023", Hint.UNIT,
         f"(?:the )?(?P<side>first|last|final) {{n}} (?P<what>months|quarters){_YEAR_TOLD}",
         _months_of_year),
    Rule("summer 2023", Hint.UNIT, "(?:the )?{season}(?:,| of)? {year}", _season),
    Rule("winter 2023-24", Hint.UNIT,
         r"(?:the )?winter(?: of)? (?P<year>[0-9]{4})[-–/](?:[0-9]{4}|[0-9]{2})",
         _winter),
    Rule("summer last year", Hint.UNIT, "(?:the )?{season},? (?:of )?{which} year", _season),
    Rule("last summer", Hint.UNIT, "(?P<way>last|this|next|this past|this coming) {season}",
         _which_season),
    Rule("in the summer", Hint.UNIT,
         "(?:in|during|over|by|since|until|late|early|of) (?P<x>(?:the )?{season})"
         r"(?= ?(?:[,.;:)]|\Z|when|as|after|before|and|that|with)|['’]s)", _season, floating=True),
    Rule("the 1990s", Hint.NUMBER, "(?:the )?(?P<figures>1[5-9][0-9]0|20[0-9]0)['’]?s"
         f"|(?:the ['’]?|['’])(?P<tens>[2-9]0)['’]?s|(?:the )?(?P<word>{'|'.join(DECADES)})",
         _decade),
    Rule("the 19th century", Hint.UNIT,
         "(?:the )?(?P<number>1?[0-9]|2[0-2])(?:st|nd|rd|th){-}century", _century),
    Rule("fiscal 2023", Hint.NUMBER,
         "(?:fiscal(?: year)?|calendar(?: year)?|financial year|FY) ?(?P<figures>[0-9]{4})",
         _fiscal),
    Rule("fiscal year 2023-24", Hint.NUMBER,
         "(?:fiscal|financial)(?: year)? (?P<figures>[0-9]{4})[-/](?:[0-9]{4}|[0-9]{2})", unknown),
)
# fmt: on
