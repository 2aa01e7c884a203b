"""Rules for days and weekends told from the dateline: today, Monday night, last Friday."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.language.dates.periods import (
    Days,
    Moment,
    nearest_weekday,
    one_day,
    shift,
    stretch,
    week_of,
    weekend_of,
)
from dragoman.language.dates.rule import Build, Hint, Rule, count, step, unknown, weekday_number

_DAY = dt.timedelta(days=1)
_WEEK = dt.timedelta(days=7)


def _from_today(days: int) -> Build:
    def build(_match: re.Match[str], now: Moment) -> Days:
        return one_day(now.day + dt.timedelta(days=days))

    return build


def _overnight(_match: re.Match[str], now: Moment) -> Days:
    return stretch(now.day - _DAY, now.day)


def _weekday(match: re.Match[str], now: Moment) -> Days:
    return one_day(nearest_weekday(now, weekday_number(match["weekday"])))


def _last_weekday(match: re.Match[str], now: Moment) -> Days:
    """The one before the dateline for "last Friday", the one after it for "next Friday"."""
    way = step(match["way"])
    if way == 0:
        return _weekday(match, now)
    look = Moment(now.day, ahead=way > 0)
    return one_day(nearest_weekday(look, weekday_number(match["weekday"]), strictly=True))


def _weekday_of_week(match: re.Match[str], now: Moment) -> Days:
    monday = week_of(now.day + step(match["which"]) * _WEEK).start
    return one_day(monday + dt.timedelta(days=weekday_number(match["weekday"])))


def _weekday_ago(match: re.Match[str], now: Moment) -> Days:
    """That weekday in the week so far back: "two weeks ago Monday"."""
    monday = week_of(shift(now.day, -count(match["n"]), "week")).start
    return one_day(monday + dt.timedelta(days=weekday_number(match["weekday"])))


def _weekend(match: re.Match[str], now: Moment) -> Days:
    """The weekend going on, or the nearest in the direction of the words.

    "This weekend" from Thursday on is the one that comes, whatever the verb.
    """
    way = step(match["which"]) if "which" in match.groupdict() else None
    this = weekend_of(now.day)
    in_it = now.day >= this.start
    if way == 1:
        return weekend_of(now.day + _WEEK) if in_it else this
    if way == -1:
        return weekend_of(now.day - _WEEK)
    near = way == 0 and now.day.weekday() >= 3
    return this if in_it or now.ahead or near else weekend_of(now.day - _WEEK)


_NIGHT = "(?:,? (?:in the |at )?{night})?"

# fmt: off
RULES = (
    Rule("today", Hint.DAYWORD, "today", _from_today(0)),
    Rule("earlier today", Hint.DAYWORD, "(?:earlier|later|late|early) today", _from_today(0)),
    Rule("yesterday", Hint.DAYWORD, "yesterday(?: {night})?", _from_today(-1)),
    Rule("tomorrow", Hint.DAYWORD, "tomorrow(?: {night})?", _from_today(1)),
    Rule("tonight", Hint.DAYWORD, "tonight", _from_today(0)),
    Rule("this morning", Hint.DAYWORD, "this {night}", _from_today(0)),
    Rule("last night", Hint.DAYWORD, "last (?:night|evening)", _from_today(-1)),
    Rule("overnight", Hint.DAYWORD, "overnight", _overnight),
    Rule("the day before yesterday", Hint.DAYWORD, "(?:the )?day before yesterday",
         _from_today(-2)),
    Rule("the day after tomorrow", Hint.DAYWORD, "(?:the )?day after tomorrow", _from_today(2)),
    Rule("Monday night", Hint.WEEKDAY, f"{{weekday}}{_NIGHT}", _weekday, floating=True),
    Rule("night of Monday", Hint.WEEKDAY, "{night} of {weekday}", _weekday, floating=True),
    Rule("on Mon.", Hint.WEEKDAY, r"on (?P<x>(?P<weekday>(?-i:Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun)"
         r"))\.", _weekday, floating=True),
    Rule("last Monday", Hint.WEEKDAY,
         f"(?P<way>this past|this coming|last|this|next|past|coming) {{weekday}}{_NIGHT}",
         _last_weekday),
    Rule("Monday of last week", Hint.WEEKDAY, f"{{weekday}}{_NIGHT},? (?:of )?{{which}} week",
         _weekday_of_week),
    Rule("last week on Monday", Hint.WEEKDAY, f"{{which}} week,? on {{weekday}}{_NIGHT}",
         _weekday_of_week),
    Rule("a week ago Monday", Hint.WEEKDAY, "{n} weeks? ago (?:on )?{weekday}", _weekday_ago),
    Rule("Monday a week ago", Hint.WEEKDAY, "{weekday},? {n} weeks? ago", _weekday_ago),
    Rule("the following Monday", Hint.WEEKDAY,
         "(?:the )?(?:previous|following|preceding|same|next|first|second|third|last) {weekday}"
         "(?: (?:of|in|after|before))", unknown),
    Rule("the previous Monday", Hint.WEEKDAY,
         f"(?:the )?(?:previous|following|preceding|same) {{weekday}}{_NIGHT}", unknown),
    Rule("the weekend", Hint.UNIT, "(?:the|over|at) weekend", _weekend),
    Rule("last weekend", Hint.UNIT, "{which} weekend", _weekend),
    Rule("the previous weekend", Hint.UNIT, "(?:the )?(?:previous|following|preceding) weekend",
         unknown),
)
# fmt: on
