"""From a sentence to its times, and from a phrase to its days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from dragoman.language.dates import feasts, months, named, relative, traps, weekdays, written
from dragoman.language.dates.expression import TimeExpression
from dragoman.language.dates.modifiers import (
    Piece,
    join_ranges,
    resolve_piece,
    settle_pairs,
    take_bound,
    take_part,
)
from dragoman.language.dates.periods import Moment
from dragoman.language.dates.rule import DECADES, MONTHS, SEASONS, WEEKDAYS, Rule
from dragoman.language.dates.tense import find_cues, looks_ahead
from dragoman.records import Span, When

Found = tuple[int, int, Rule, re.Match[str]]

# Where two rules match the same words, the first of them decides.
RULES: tuple[Rule, ...] = (
    *traps.RULES,
    *feasts.RULES,
    *written.RULES,
    *months.RULES,
    *weekdays.RULES,
    *relative.RULES,
    *named.RULES,
)


def _names(names: Iterable[str], extra: str) -> str:
    """Names and their first three letters, with a capital or all in capitals."""
    forms = [f"{n[:3]}(?:{n[3:]})?" if len(n) > 3 else n for n in names]
    return "|".join((*(f.capitalize() for f in forms), *(f.upper() for f in forms), extra))


# Most sentences hold no time: one search for the words without which no rule matches spares
# them the rest.
_HINT = re.compile(
    r"\b(?:(?P<feast>New Year|Valentine|May Day|Bastille|Halloween|Thanksgiving|Christmas|Boxing"
    r"|Fourth of|Ash W|Palm S|Good F|Easter)"
    rf"|(?P<month>(?:{_names(MONTHS, 'Sept')})\b)"
    rf"|(?P<weekday>(?:{_names(WEEKDAYS, 'Tues|Thurs?')})\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)"
    r"|(?P<number>[0-9]{4}(?![0-9])|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2}|9/11|[0-9]0['’]?s\b"
    rf"|FY(?=[0-9]{{4}})|(?i:nineteen|twenty|fiscal|year two|{'|'.join(DECADES)})\b)"
    r"|(?P<dayword>(?i:today|tonight|tomorrow|yesterday|overnight|night|midday|morning|noon"
    r"|afternoon|evening|midnight)\b)"
    rf"|(?P<unit>(?i:{'|'.join(SEASONS)}|(?:day|week|fortnight|month|quarter|year|decade|hour|half"
    r"|weekend|minute)s?|centur(?:y|ies)|Q[1-4]|H[12])\b))"
    r"|(?P<short>['’][0-9]{2})"
)


@lru_cache(maxsize=64)  # two coders read the same sentence one after the other
def find_dates(text: str, span: Span, dateline: dt.date) -> tuple[TimeExpression, ...]:
    """The times that one sentence tells, in order and without overlap.

    ``span`` is the sentence within ``text``; the offsets that come back are into ``text``.
    Weekdays and months are looked for back from the dateline, or ahead of it where the verb of
    their clause is one of the future.

    >>> text = "Putin will visit on Friday, Tass reported two days later."
    >>> for found in find_dates(text, Span(0, len(text)), dt.date(2024, 3, 27)):
    ...     print(found.span.of(text), found.when, found.future)
    Friday 2024-03-29 True
    two days later None False
    """
    found = _pieces(text[span.start : span.end], dateline, ahead=None)
    return tuple(_expression(piece, span.start) for piece in found)


def resolve(phrase: str, dateline: dt.date, *, past: bool = True) -> When | None:
    """The days that one phrase stands for, seen from ``dateline``.

    ``past`` says which way to look where the phrase does not tell ("Friday", "in May").
    ``None`` where the phrase holds no time, or one that the dateline alone cannot settle. The
    longest time counts where there are several; spans are into ``phrase``.

    >>> print(resolve("the end of March", dt.date(2024, 4, 2)))
    2024-03-26/2024-03-31
    >>> print(resolve("Friday", dt.date(2024, 3, 27), past=False))
    2024-03-29
    """
    found = _pieces(phrase.strip(), dateline, ahead=not past)
    if not found:
        return None
    indent = len(phrase) - len(phrase.lstrip())
    return _expression(max(found, key=lambda p: p.end - p.start), indent).when


def _pieces(sentence: str, dateline: dt.date, *, ahead: bool | None) -> list[Piece]:
    """The times of a sentence; ``ahead`` overrules its verbs."""
    hints = {"number" if m.lastgroup == "short" else m.lastgroup for m in _HINT.finditer(sentence)}
    if not hints:
        return []
    matches = _longest(_matches(sentence, hints))
    cues = find_cues(sentence) if ahead is None else ()
    pieces: list[Piece] = []
    for start, end, rule, match in matches:
        # Who asks about a phrase says where to look; what is not ahead is still untold.
        look = looks_ahead(sentence, cues, start, end) if ahead is None else ahead or None
        now = Moment(dateline, ahead=look is True, told=look is not None)
        piece = Piece(start, end, rule, match, now, None)
        floor = pieces[-1].end if pieces else 0
        pieces.append(take_part(replace(piece, days=resolve_piece(piece, now)), sentence, floor))
    free = [piece for piece in pieces if piece.part or not piece.rule.bound]
    joined = settle_pairs(join_ranges(free, sentence), sentence)
    floors = [0, *(piece.end for piece in joined)]
    return [take_bound(p, sentence, floor) for p, floor in zip(joined, floors, strict=False)]


def _matches(sentence: str, hints: Container[str | None]) -> Iterator[Found]:
    for rule in RULES:
        if rule.hint.value in hints:
            for match in rule.matches(sentence):
                group: int | str = "x" if "x" in match.re.groupindex else 0
                yield match.start(group), match.end(group), rule, match


def _longest(matches: Iterable[Found]) -> list[Found]:
    """The longest matches that do not overlap, in text order, without the traps."""
    kept: list[Found] = []
    for found in sorted(matches, key=lambda f: f[0] - f[1]):
        if all(found[1] <= other[0] or other[1] <= found[0] for other in kept):
            kept.append(found)
    return sorted((f for f in kept if f[2].build is not None), key=lambda f: f[0])


def _expression(piece: Piece, shift: int) -> TimeExpression:
    span = Span(piece.start + shift, piece.end + shift)
    days = piece.days
    when = When(days.start, days.end, days.precision, span) if days else None
    return TimeExpression(span, when, piece.future)
