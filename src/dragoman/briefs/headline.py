"""The judgement in one sentence: plain counts and the main acts, and no more than the rows say."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.briefs.model import Act, Article, Clause, Headline, Row
from dragoman.briefs.naming import side
from dragoman.briefs.phrases import Phrase, phrase, statement
from dragoman.briefs.statuses import STATUSES
from dragoman.records import Status

# How many acts of one status the sentence names; with six statuses it stays one breath long.
_ACTS_PER_STATUS = 3


def headline(rows: Sequence[Row], articles: Sequence[Article]) -> Headline:
    """What ``rows`` say, the acts told most often first."""
    records = sum(len(row.cited) for row in rows)
    opening = (
        f"{_count(len(articles), 'article')}, {_count(records, 'event')}"
        if rows
        else f"{_count(len(articles), 'article')} and no event found"
    )
    clauses = (_clause(status, [r for r in rows if r.status is status]) for status in STATUSES)
    return Headline(opening, tuple(clause for clause in clauses if clause))


def _clause(status: Status, rows: Sequence[Row]) -> Clause | None:
    if not rows:
        return None
    between_sides: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Row]] = {}
    for row in sorted(rows, key=_weight):
        sides = tuple(side(row.sources)), tuple(side(row.targets))
        between_sides.setdefault(sides, []).append(row)
    groups = [(sides, group) for sides, group in between_sides.items() if any(sides)]
    acts = tuple(
        Act(
            statement(_phrases(group), sources=sides[0], targets=sides[1]),
            tuple(sorted(row.number for row in group)),
        )
        for sides, group in groups[:_ACTS_PER_STATUS]
    )
    told = sum(len(act.rows) for act in acts)
    return Clause(status, STATUSES[status].label, acts, len(rows) - told)


def _weight(row: Row) -> tuple[int, int, int]:
    """Both sides known before one, told often before told once, then as the brief has them."""
    known = sum(any(p.is_known for p in parties) for parties in (row.sources, row.targets))
    return -known, -len(row.cited), row.number


def _phrases(rows: Sequence[Row]) -> list[Phrase]:
    events = (cited.event for row in rows for cited in row.cited)
    return list(dict.fromkeys(phrase(e.type, e.mode, e.contexts) for e in events))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
