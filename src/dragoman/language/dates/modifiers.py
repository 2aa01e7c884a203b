"""What stands before a date and changes it: early, the end of, since, until, from … to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.language.dates.periods import Days, Moment, months, stretch, years
from dragoman.language.dates.rule import Rule
from dragoman.records import Precision

_DAY = dt.timedelta(days=1)

_PART = re.compile(
    r"(?<!\w)(?:the\s|very\s)?(?:"
    r"(?P<plain>earlier|early|mid|later|late|so\sfar)(?:\s(?:in|on|part\sof))?(?:\sthe)?"
    r"|(?P<whole>beginning|start|middle|end|close|turn|rest|remainder|first\shalf|second\shalf"
    r"|latter\shalf|first\sdays|last\sdays|final\sdays)(?:\sof(?:\sthe)?(?=\s)|(?=-))"
    r")[\s-]$",
    re.IGNORECASE,
)
_BOUND = re.compile(r"(?<!\w)(?P<bound>since|until|till)(?:\sabout|\saround|\sat\sleast)?\s$", re.I)
_JOINT = re.compile(r"\s?[-‐‑–—]\s?|\s(?:to|and|through|until|till|up\sto|through\sto)\s", re.I)
_OPENING = re.compile(r"(?<!\w)(?P<opening>from|between)\s(?:the\s)?$", re.I)
_AND = re.compile(r"\s(?:and|or)\s(?:on\s)?")
# "Friday and Sunday" are two days of one week, "Friday and Thursday" are named backwards.
_NEXT_DAYS = 2
# As far back as the words before a date are looked at: longer than any modifier.
_REACH = 32

# What share of the units lies at which end, as (from, to) in sixths.
_SIXTHS = {
    "early": (0, 2), "mid": (2, 4), "middle": (2, 4), "late": (4, 6),
    "beginning": (0, 1), "start": (0, 1), "turn": (0, 1), "first days": (0, 1),
    "end": (5, 6), "close": (5, 6), "last days": (5, 6), "final days": (5, 6),
    "first half": (0, 3), "second half": (3, 6), "latter half": (3, 6),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that a rule matched, and what they mean as far as the sentence has been read."""

    start: int
    end: int
    rule: Rule
    match: re.Match[str]
    now: Moment
    days: Days | None
    part: str | None = None

    @property
    def future(self) -> bool:
        """Whether the time lies wholly after the dateline."""
        return self.rule.future if self.days is None else self.days.start > self.now.day


def resolve_piece(piece: Piece, now: Moment) -> Days | None:
    """The days of a piece as seen from ``now``; ``None`` where the calendar has no such day."""
    if piece.rule.build is None:
        return None
    try:
        days = piece.rule.build(piece.match, now)
        return narrow(days, piece.part, piece.now.day) if days and piece.part else days
    except (ValueError, OverflowError):  # 31 February, or before the year 1
        return None


def take_part(piece: Piece, sentence: str, floor: int) -> Piece:
    """The piece with the "early", "mid-" or "end of" before it (from ``floor`` on) taken in."""
    match = _PART.search(sentence, max(floor, piece.start - _REACH), piece.start)
    if match is None:
        return piece
    part = " ".join((match["plain"] or match["whole"]).lower().split())
    taken = replace(piece, start=match.start(), part=part)
    return replace(taken, days=resolve_piece(taken, taken.now))


def take_bound(piece: Piece, sentence: str, floor: int) -> Piece:
    """The piece with the "since" or "until" before it: from then to the dateline, or on to then.

    When a past "until" began is not told, so it has no days.
    """
    match = _BOUND.search(sentence, max(floor, piece.start - _REACH), piece.start)
    if match is None:
        return piece
    days, today = piece.days, piece.now.day
    bounded = None
    if days and match["bound"].lower() == "since":
        bounded = stretch(days.start, today) if days.start <= today else None
    elif days:
        bounded = stretch(today, days.end) if days.end >= today else None
    return replace(piece, start=match.start(), days=bounded)


def join_ranges(pieces: Sequence[Piece], sentence: str) -> list[Piece]:
    """The pieces, with "from Monday to Wednesday" and its like made one."""
    joined: list[Piece] = []
    for piece in pieces:
        floor = joined[-2].end if len(joined) > 1 else 0
        both = _join(joined[-1], piece, sentence, floor) if joined else None
        if both is not None:
            joined[-1] = both
        else:
            joined.append(piece)
    return joined


def settle_pairs(pieces: Sequence[Piece], sentence: str) -> list[Piece]:
    """The pieces, with the second of "Tuesday and Wednesday" on the day after the first."""
    settled: list[Piece] = []
    for piece in pieces:
        first = settled[-1] if settled else None
        if first and _follows(first, piece) and _AND.fullmatch(sentence, first.end, piece.start):
            assert first.days is not None
            now = Moment(first.days.start, ahead=True)
            settled.append(replace(piece, days=resolve_piece(piece, now)))
        else:
            settled.append(piece)
    return settled


def _follows(first: Piece, second: Piece) -> bool:
    """Whether the second of two days without a week, found before the first, comes next to it."""
    if not (first.days and second.days and first.rule.floating and second.rule is first.rule):
        return False
    both_days = first.days.precision is second.days.precision is Precision.DAY
    gap = (second.days.start - first.days.start).days
    return both_days and -7 < gap < 0 and gap % 7 <= _NEXT_DAYS


def _join(first: Piece, last: Piece, sentence: str, floor: int) -> Piece | None:
    joint = _JOINT.fullmatch(sentence, first.end, last.start)
    if joint is None or first.days is None or last.days is None:
        return None
    opening = _OPENING.search(sentence, max(floor, first.start - _REACH), first.start)
    word = opening["opening"].lower() if opening else ""
    if (joint.group().strip().lower() == "and") != (word == "between"):
        return None
    if not word and first.days.precision is not last.days.precision:
        return None
    start, end = _ends(first, last)
    if start is None or end is None or end.end < start.start:
        return None
    at = opening.start() if opening else first.start
    return replace(last, start=at, days=stretch(start.start, end.end), part=None)


def _ends(first: Piece, last: Piece) -> tuple[Days | None, Days | None]:
    """Both ends; one that leaves its year or week open is settled by the other."""
    if first.rule.floating and last.days and not (last.rule.floating and first.now.ahead):
        return resolve_piece(first, Moment(last.days.start)), last.days
    if last.rule.floating and first.days:
        return first.days, resolve_piece(last, Moment(first.days.start, ahead=True))
    return first.days, last.days


def narrow(days: Days, part: str, today: dt.date) -> Days:
    """The part of a week, month, quarter, year or longer stretch that the word tells.

    The named unit stays the precision. Early, mid and late are thirds, beginning and end
    sixths, by whole days, months or years; a day is not narrowed.
    """
    if days.precision is Precision.DAY:
        return days
    if part in {"earlier", "so far"}:
        until = today - _DAY if part == "earlier" and today > days.start else today
        return replace(days, end=until) if days.start <= until <= days.end else days
    if part in {"later", "rest", "remainder"}:
        since = today + _DAY if today < days.end else today
        return replace(days, start=since) if days.start <= since <= days.end else days
    share = _week_share(part) if days.precision is Precision.WEEK else _SIXTHS[part]
    units = _units(days)
    first = len(units) * share[0] // 6
    last = max(first + 1, len(units) * share[1] // 6)
    return Days(units[first].start, units[last - 1].end, days.precision)


def _week_share(part: str) -> tuple[int, int]:
    """As _SIXTHS, for a week: it begins Monday and Tuesday, and ends Thursday to Sunday."""
    first, last = _SIXTHS[part]
    return (first, 2) if first == 0 and last < 3 else (3, 6) if last == 6 else (first, last)


def _units(days: Days) -> list[Days]:
    """A stretch in whole years, months or days, whichever are the largest to make three."""
    start, end = days.start, days.end
    whole_months = start.day == 1 and (end + _DAY).day == 1 if end < dt.date.max else True
    count = 12 * (end.year - start.year) + end.month - start.month + 1
    if whole_months and count >= 36 and count % 12 == 0 and start.month == 1:
        return [years(y, y) for y in range(start.year, end.year + 1)]
    if whole_months and count >= 3:
        return [months(*_month_at(start, i), 1, days.precision) for i in range(count)]
    length = (end - start).days + 1
    return [Days(d, d, days.precision) for d in (start + i * _DAY for i in range(length))]


def _month_at(start: dt.date, number: int) -> tuple[int, int]:
    year, month = divmod(start.month - 1 + number, 12)
    return start.year + year, month + 1
