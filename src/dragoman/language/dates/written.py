"""Rules for dates that are written out: days, months and years of the calendar."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.language.dates.periods import (
    Days,
    Moment,
    month_of,
    nearest_date,
    nearest_month,
    nearest_year,
    one_day,
    shift_months,
    stretch,
    week_of,
    year_of,
    years,
)
from dragoman.language.dates.rule import (
    TENS,
    Hint,
    Rule,
    count,
    month_number,
    step,
    weekday_number,
)

# What may stand before a month that is also a verb or a name ("by May" is a month unless a
# possessive follows, which a prime minister has more often).
_BEFORE_MONTH = (
    "in|since|until|till|during|through|throughout|late|early|mid|last|this|next|between|around"
    "|end of|beginning of|start of|middle of|half of|weeks? of|days? of|month of|rest of"
)
_BEFORE_OTHER = "by|from|to|and|or|for|of|before|after"
# Before a bare year: the first list is sure enough for any century.
_IN = "in|since|until|till|during|throughout|before|after|circa|early|late|mid|as of|back to"
_ARTICLE = "the|a|an|its|his|her|their|our|my|year|fiscal|and|or|by|from|to|of|for|through|between"
# After a number that counts things and is no year.
_COUNTED = (
    r"(?! (?:more |other |additional |new |armed |local |young |active )?"
    r"(?:people|persons?|troops|soldiers|fighters|militants|civilians|rebels|police|officers|men"
    r"|women|children|refugees|migrants|prisoners|residents|protesters|demonstrators|workers"
    r"|passengers|members|delegates|others|dead|deaths|casualties|cases|victims|votes|seats"
    r"|homes|houses|buildings|villages|tents|tanks|vehicles|aircraft|missiles|rockets|shells"
    r"|bombs|warheads|barrels|tons|tonnes|miles|km|kilomet\w+|met(?:er|re)s?|feet|hectares"
    r"|acres|dollars|euros|pounds|rubles|roubles|rupees|yuan|yen|million|billion|percent"
    r"|per cent|hours|days|weeks|months|years|times|companies|jobs|pages|square|cubic|mw|kg)\b)"
)
_OF_YEAR = "(?:,? {year}|,? (?:of )?{which} year)"
_ON = "(?:{weekday},? (?:the )?|{shortweekday},? )"


def _number(text: str) -> int:
    return int(re.match(r"[0-9]+", text).group())  # type: ignore[union-attr]


def _year(match: re.Match[str], now: Moment) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("which"):
        return now.day.year + step(groups["which"])
    return None


def _day(match: re.Match[str], now: Moment) -> Days:
    month, day = month_number(match["month"]), _number(match["day"])
    year = _year(match, now)
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
    """Two days of one month; a pair joined by "and" only where no day lies between."""
    first, last = _number(match["day"]), _number(match["day2"])
    if match["joint"].strip() == "and" and last != first + 1 and not match["between"]:
        return None
    month, year = month_number(match["month"]), _year(match, now)
    start = dt.date(year, month, first) if year else nearest_date(month, first, now).start
    return stretch(start, start.replace(day=last))


def _week_with_day(match: re.Match[str], now: Moment) -> Days:
    month = month_number(match["month"] or match["month2"])
    day, year = _number(match["day"] or match["day2"]), match["year"]
    if year:
        return week_of(dt.date(int(year), month, day))
    return week_of(nearest_date(month, day, now).start)


def _month(match: re.Match[str], now: Moment) -> Days:
    groups = match.groupdict()
    name = next(groups[k] for k in ("month", "fullmonth", "plainmonth") if groups.get(k))
    year, month = _year(match, now), month_number(name)
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
_TO = r"(?P<joint>\s?[-‐‑–—/]\s?| to | and | through | until | till )"
_BETWEEN = "(?P<between>between |from )?"

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
    Rule("March 25-27", Hint.MONTH, f"{_BETWEEN}{{month}} {{day}}{_TO}{{day2}}", _days,
         floating=True),
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
         rf"(?:{_IN}){{-}}(?P<x>1[5-9][0-9]{{2}}|20[0-9]{{2}})(?![0-9%-]|[.,:/][0-9]){_COUNTED}",
         _bare_year),
    Rule("the 2019 election", Hint.NUMBER,
         rf"(?:{_ARTICLE}) (?P<x>19[0-9]{{2}}|20[0-9]{{2}})(?![0-9%-]|[.,:/][0-9]){_COUNTED}",
         _bare_year),
    Rule("Russia's 2014 annexation", Hint.NUMBER,
         rf"\w+['’]s (?P<x>19[0-9]{{2}}|20[0-9]{{2}})(?![0-9%-]|[.,:/][0-9]){_COUNTED}",
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
