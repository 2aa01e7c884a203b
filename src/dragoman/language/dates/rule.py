"""What a rule of the date finder is, and the words that its patterns are written with.

A pattern is a regular expression in which a blank stands for white space, ``{-}`` for white
space or a hyphen, and ``{month}``, ``{day}``, ``{year}``, ``{weekday}``, ``{n}`` … for the words
of that kind, kept as a group of that name (``{month2}`` for the second). Where a pattern needs
words around the date to know it by, the date itself is the group ``x``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from dragoman.language.dates.periods import Days, Moment

MONTHS = (
    "january february march april may june july august september october november december"
).split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = {
    word: 10 * i
    for i, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
NUMBERS = {"a": 1, "an": 1, **{word: i for i, word in enumerate(_ONES, 1)}, **TENS}
DECADES = {
    word: 10 * i
    for i, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), 2
    )
}
# Numbers that tell no number: what counts with them cannot be resolved.
VAGUE = ("several", "a few", "few", "some", "many", "a number of", "recent")

# After a number that counts things and is no year.
COUNTED = (
    r"(?! (?:more |other |additional |new |armed |local |young |active )?"
    r"(?:people|persons?|troops|soldiers|fighters|militants|civilians|rebels|police|officers|men"
    r"|women|children|refugees|migrants|prisoners|residents|protesters|demonstrators|workers"
    r"|passengers|members|delegates|others|dead|deaths|casualties|cases|victims|votes|seats"
    r"|homes|houses|buildings|villages|tents|tanks|vehicles|aircraft|missiles|rockets|shells"
    r"|bombs|warheads|barrels|tons|tonnes|miles|km|kilomet\w+|met(?:er|re)s?|feet|hectares"
    r"|acres|dollars|euros|pounds|rubles|roubles|rupees|yuan|yen|million|billion|percent"
    r"|per cent|hours|days|weeks|months|years|times|companies|jobs|pages|square|cubic|mw|kg)\b)"
)

Build = Callable[[re.Match[str], Moment], Days | None]


class Hint(StrEnum):
    """The kind of word without which a rule cannot match."""

    MONTH = "month"
    WEEKDAY = "weekday"
    DAYWORD = "dayword"  # today, overnight, morning
    UNIT = "unit"  # week, quarter, summer
    NUMBER = "number"  # a year or a date in figures
    FEAST = "feast"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a time.

    ``build`` gives the days that a match stands for, or ``None`` where the words are a time
    that cannot be known. A rule without ``build`` is a trap: what only looks like a time.
    ``floating`` times leave the year or week open, so that the other end of a range can settle
    it. ``bound`` ones are a time only in company ("the end of the month"). ``future`` is said
    of times that cannot be resolved and yet lie ahead ("in the coming weeks").
    """

    name: str
    hint: Hint
    pattern: str
    build: Build | None
    floating: bool = False
    bound: bool = False
    future: bool = False

    def matches(self, sentence: str) -> Iterator[re.Match[str]]:
        """Where the rule matches in ``sentence``, from left to right."""
        return compiled(self.pattern).finditer(sentence)


def unknown(_match: re.Match[str], _now: Moment) -> None:
    """What is a time and cannot be resolved from the dateline."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression that a pattern of the tables stands for, made at first use."""
    written = re.sub(r"\{([a-z]+)(\d?)\}", _piece, pattern)
    written = written.replace("{-}", r"(?:\s{1,9}|[-‐‑–])").replace(" ", r"(?:\s{1,9})")
    # A date starts no later than a word does, and not inside an amount or a numeric code.
    return re.compile(rf"(?<![\w$£€#])(?<![0-9][.,:/])(?:{written})(?!\w)", re.IGNORECASE)


def _piece(match: re.Match[str]) -> str:
    name, number = match.groups()
    if name not in _PIECES:
        raise KeyError(f"the pattern names {name!r}; expected one of {', '.join(_PIECES)}")
    return f"(?P<{name}{number}>{_PIECES[name]})"


def _capitals(words: dict[str, str]) -> str:
    """Names as a sentence or a headline writes them; ``words`` maps short forms to full ones."""
    forms = []
    for short, full in words.items():
        for cased_short, cased_full in (
            (short.title(), full.title()),
            (short.upper(), full.upper()),
        ):
            forms += [cased_full, rf"{cased_short}\.?"]
    return "(?-i:" + "|".join(forms) + ")"


_SHORT_MONTHS = {m[:3]: m for m in MONTHS} | {"sept": "september"}
_SHORT_WEEKDAYS = {w[:3]: w for w in WEEKDAYS} | {
    "tues": "tuesday",
    "thur": "thursday",
    "thurs": "thursday",
}
_FULL_MONTH = "|".join(f"{m.title()}|{m.upper()}" for m in MONTHS)
_PLAIN_MONTH = "|".join(f"{m.title()}|{m.upper()}" for m in MONTHS if m not in {"march", "may"})
_FULL_WEEKDAY = "|".join(f"{w.title()}|{w.upper()}|{w}" for w in WEEKDAYS)
_COUNT = "|".join(sorted(NUMBERS, key=len, reverse=True))
_TENS = "|".join(TENS)

_PIECES = {
    # Names are told from the verbs and the modal by their capital.
    "month": _capitals(dict(sorted(_SHORT_MONTHS.items(), key=lambda p: -len(p[0])))),
    "fullmonth": rf"(?-i:{_FULL_MONTH}|(?:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\.)",
    "plainmonth": rf"(?-i:{_PLAIN_MONTH}|(?:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\.)",
    "weekday": rf"(?-i:{_FULL_WEEKDAY})",
    "shortweekday": _capitals(dict(sorted(_SHORT_WEEKDAYS.items(), key=lambda p: -len(p[0])))),
    "day": r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9%]|[.,:/][0-9])",
    "year": r"(?:1[0-9]|20)[0-9]{2}(?![0-9%]|[.,:/][0-9])",
    "n": rf"[1-9][0-9]{{0,2}}|(?:{_TENS}){{-}}(?:{'|'.join(_ONES[:9])})|{_COUNT}".replace(
        "{-}", r"[\s-]"
    ),
    "vague": "|".join(VAGUE),
    "unit": "day|week|fortnight|month|quarter|year|decade",
    "period": "week|month|quarter|year|decade|century",
    "season": "|".join(SEASONS),
    "ordinal": "|".join(ORDINALS),
    "which": "last|this|next",
    "night": "(?:early |late )?(?:morning|afternoon|evening|night|noon|midday|midnight)",
}


def month_number(word: str) -> int:
    """1 to 12 for a month as any pattern lets it be written."""
    return next(i for i, m in enumerate(MONTHS, 1) if m.startswith(word[:3].lower()))


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a weekday as any pattern lets it be written."""
    return next(i for i, w in enumerate(WEEKDAYS) if w.startswith(word[:3].lower()))


def told_year(match: re.Match[str], now: Moment) -> int | None:
    """The year that a match gives, in figures or from the dateline; none where it gives none."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("which"):
        return now.day.year + step(groups["which"])
    return now.day.year if groups.get("same") else None


def count(word: str) -> int:
    """The number that a group ``n`` holds.

    >>> count("twenty-one"), count("a"), count("14")
    (21, 1, 14)
    """
    if word.isdigit():
        return int(word)
    return sum(NUMBERS[part] for part in re.split(r"[\s-]+", word.lower()))


def step(word: str) -> int:
    """-1, 0 or 1 for "last", "this" or "next" and the like."""
    word = " ".join(word.lower().split())
    if word in {"last", "past", "previous", "this past"}:
        return -1
    return 1 if word in {"next", "coming", "this coming", "upcoming", "following"} else 0
