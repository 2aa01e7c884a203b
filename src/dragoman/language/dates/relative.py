"""Rules for weeks, months and years told from the dateline, and for what tells no date at all."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.language.dates.periods import Days, Moment, shift, stretch, unit_of, years
from dragoman.language.dates.rule import Hint, Rule, count, step, unknown

_DAY = dt.timedelta(days=1)
_ABOUT = (
    "(?:(?:about|around|nearly|almost|roughly|just|only|exactly|over|more than|less than|at least"
    "|some|barely|just over|just under) )?"
)


def _this_period(match: re.Match[str], now: Moment) -> Days:
    """The calendar's unit: "last week" is the one before the week of the dateline."""
    way, period = step(match["way"]), match["period"].lower()
    if period == "century":
        return unit_of(shift(now.day, 10 * way, "decade"), period)
    return unit_of(shift(now.day, way, period), period)


def _bare_period(match: re.Match[str], now: Moment) -> Days:
    return unit_of(now.day, match["period"].lower())


def _before_last(match: re.Match[str], now: Moment) -> Days:
    way = -2 if match["beyond"].lower() == "before last" else 2
    return unit_of(shift(now.day, way, match["period"].lower()), match["period"].lower())


def _ago(match: re.Match[str], now: Moment) -> Days:
    """As exact as the unit: "three weeks ago" is that week, and no day of it."""
    unit = match["unit"].lower()
    then = shift(now.day, -count(match["n"]), unit)
    if unit == "decade":  # about ten years, and not the decade of the calendar
        return years(then.year - 1, then.year + 1)
    return unit_of(then, unit)


def _half_ago(match: re.Match[str], now: Moment) -> Days:
    """The month that lies half a year, or so many and a half years, back."""
    number = match.groupdict().get("n")
    months = 6 + (12 * count(number) if number else 0)
    return unit_of(shift(now.day, -months, "month"), "month")


def _from_now(match: re.Match[str], now: Moment) -> Days:
    unit = match["unit"].lower()
    return unit_of(shift(now.day, count(match["n"]), unit), unit)


def _in_units(match: re.Match[str], now: Moment) -> Days | None:
    """Ahead where the verb is: "will meet in three days", but not "met twice in three days"."""
    return _from_now(match, now) if now.ahead else None


def _within(match: re.Match[str], now: Moment) -> Days | None:
    return _coming(match, now) if now.ahead else None


def _past(match: re.Match[str], now: Moment) -> Days:
    groups = match.groupdict()
    start = shift(now.day, -count(groups.get("n") or "a"), match["unit"].lower())
    return stretch(start, now.day)


def _coming(match: re.Match[str], now: Moment) -> Days:
    groups = match.groupdict()
    end = shift(now.day, count(groups.get("n") or "a"), match["unit"].lower())
    return stretch(now.day + _DAY, end)


def _past_hours(match: re.Match[str], now: Moment) -> Days:
    return stretch(now.day - dt.timedelta(days=-(-count(match["n"]) // 24)), now.day)


def _coming_hours(match: re.Match[str], now: Moment) -> Days:
    return stretch(now.day, now.day + dt.timedelta(days=-(-count(match["n"]) // 24)))


def _year_end(_match: re.Match[str], now: Moment) -> Days:
    """The last day of the year: of the one before, unless the words look ahead."""
    day = dt.date(now.day.year if now.ahead or now.day.month == 12 else now.day.year - 1, 12, 31)
    return stretch(day.replace(day=25), day)


_PAST = "(?:the )?(?:last|past)"
_NEXT = "(?:the )?(?:next|coming)"
_ANCHORED = "earlier|later|before|after|afterwards?|afterward|prior|previously|thereafter"

# fmt: off
RULES = (
    Rule("last week", Hint.UNIT, "(?P<way>last|this|next) {period}", _this_period),
    Rule("the current week", Hint.UNIT,
         "(?:the )?(?P<way>current|present|coming|upcoming|running) {period}", _this_period),
    Rule("the whole year", Hint.UNIT, "(?:the|this) (?:full|whole|entire) {period}", _bare_period),
    Rule("the week before last", Hint.UNIT, "(?:the )?{period} (?P<beyond>before last|after next)",
         _before_last),
    Rule("in the year", Hint.UNIT,
         r"(?:(?:of|for|during|in) |\A)(?P<x>the (?P<period>year))(?=['’]s|[,.;]| so far|\Z)",
         _bare_period),
    Rule("the end of the month", Hint.UNIT, "the {period}", _bare_period, bound=True),
    Rule("a year ago", Hint.UNIT, f"{_ABOUT}{{n}}{{-}}{{unit}}s?{{-}}ago", _ago),
    Rule("half a year ago", Hint.UNIT, "half a year ago", _half_ago),
    Rule("a year and a half ago", Hint.UNIT,
         f"{_ABOUT}{{n}} (?:years? and a half|(?:and a half|1/2) years?) ago", _half_ago),
    Rule("some years ago", Hint.UNIT,
         "(?:(?:{vague}|a couple of|long|half a) )?(?:minute|hour|{unit}|centurie|century)s? ago",
         unknown),
    Rule("hours ago", Hint.UNIT, f"{_ABOUT}{{n}}(?: and a half)? (?:hours?|minutes?) ago",
         lambda _match, now: stretch(now.day - _DAY, now.day)),
    Rule("in three days", Hint.UNIT, "in {n} {unit}s?", _in_units),
    Rule("the first time in ten years", Hint.UNIT,
         "(?:first|second|third|fourth|fifth|only|[a-z]+est)(?: [a-z-]+){0,3} (?P<x>in"
         " (?:(?:over|more than|almost|nearly|about|at least) )?{n} {unit}s?)", unknown),
    Rule("in a week's time", Hint.UNIT, "in {n} {unit}s?['’]s? time", _from_now),
    Rule("three days from now", Hint.UNIT, "{n} {unit}s? from (?:now|today)", _from_now),
    Rule("within three days", Hint.UNIT, "within (?:the next )?{n} {unit}s?", _within),
    Rule("the past three days", Hint.UNIT, f"{_PAST} {{n}} {{unit}}s?", _past),
    Rule("the past week", Hint.UNIT, "(?:the )?past {unit}", _past),
    Rule("over the last week", Hint.UNIT, "(?:in|over|during|within|throughout) the last {unit}",
         _past),
    Rule("the next three days", Hint.UNIT, f"{_NEXT} {{n}} {{unit}}s?", _coming),
    Rule("over the next year", Hint.UNIT,
         "(?:in|over|during|within|throughout|for) the (?:next|coming) {unit}", _coming),
    Rule("the past 24 hours", Hint.UNIT, f"{_PAST} {{n}} hours", _past_hours),
    Rule("the next 24 hours", Hint.UNIT, f"{_NEXT} {{n}} hours", _coming_hours),
    Rule("year-end", Hint.UNIT, "year-end|the year['’]s end", _year_end),
    Rule("recent weeks", Hint.UNIT,
         f"(?:in |over |during )?(?:{_PAST} (?:{{vague}}|couple of)|recent|{_PAST}) {{unit}}s",
         unknown),
    Rule("the coming weeks", Hint.UNIT,
         f"(?:in |over |during |within )?{_NEXT} (?:(?:{{vague}}|couple of) )?{{unit}}s", unknown,
         future=True),
    Rule("these days", Hint.UNIT, "these days", unknown),
    # Counted from something that another sentence told.
    Rule("two days later", Hint.UNIT,
         f"(?:{_ABOUT}(?:{{n}}|{{vague}}|the|that|a couple of) )?{{unit}}s? (?:{_ANCHORED})",
         unknown),
    Rule("the year-earlier period", Hint.UNIT, "(?:the )?{unit}-(?:earlier|ago)(?: {unit2})?",
         unknown),
    Rule("the previous day", Hint.UNIT,
         "(?:the )?(?:previous|following|preceding|next|same|very same|that same) "
         "(?:{unit}|night|morning|evening|afternoon)", unknown),
    Rule("the previous three days", Hint.UNIT,
         "(?:the )?(?:previous|following|preceding) {n} {unit}s?", unknown),
    Rule("that day", Hint.UNIT, "that (?:{unit}|night|morning|evening|afternoon)", unknown),
)
# fmt: on
