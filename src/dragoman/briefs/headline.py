"""The judgement in one sentence: plain counts and the main acts, and no more than the rows say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.briefs.model import Act, Article, Clause, Headline, Row
from dragoman.briefs.naming import side
from dragoman.briefs.phrases import Phrase, phrase, statement
from dragoman.briefs.statuses import STATUSES
from dragoman.records import Status

# How many acts of one status the sentence names; with six statuses it stays one breath long.
_ACTS_PER_STATUS = 3
# How many things that the same sides did one statement joins.
_PHRASES_PER_ACT = 2

_Sides = tuple[tuple[str, ...], tuple[str, ...]]
# Sides, what they did, and the rows that say so.
_Found = tuple[_Sides, tuple[Phrase, ...], list[Row]]


def headline(rows: Sequence[Row], articles: Sequence[Article]) -> Headline:
    """What ``rows`` say, the acts told most often first."""
    records = sum(len(row.cited) for row in rows)
    opening = (
        f"{_count(records, 'event')} in {_count(len(articles), 'article')}"
        if rows
        else f"{_count(len(articles), 'article')} and no event found"
    )
    clauses = (_clause(status, [r for r in rows if r.status is status]) for status in STATUSES)
    return Headline(opening, tuple(clause for clause in clauses if clause))


def _clause(status: Status, rows: Sequence[Row]) -> Clause | None:
    if not rows:
        return None
    alike: dict[tuple[_Sides, tuple[Phrase, ...]], list[Row]] = {}
    for row in rows:
        alike.setdefault((_sides(row), _phrases(row)), []).append(row)
    ranked = sorted(((s, p, group) for (s, p), group in alike.items() if any(s)), key=_main_first)
    acts = tuple(_act(sides, acts) for sides, acts in _joined(ranked))
    acts = acts[:_ACTS_PER_STATUS]
    told = sum(len(act.rows) for act in acts)
    return Clause(status, STATUSES[status].label, acts, len(rows) - told)


def _sides(row: Row) -> _Sides:
    return tuple(side(row.sources)), tuple(side(row.targets))


def _phrases(row: Row) -> tuple[Phrase, ...]:
    events = (cited.event for cited in row.cited)
    return tuple(dict.fromkeys(phrase(e.type, e.mode, e.contexts) for e in events))


def _main_first(found: _Found) -> tuple[int, int, int, int]:
    """Both sides named before one, by many articles before few, often told before once."""
    sides, _, rows = found
    articles = len({row.document for row in rows})
    return -sum(map(bool, sides)), -articles, -sum(len(r.cited) for r in rows), rows[0].number


def _joined(ranked: Iterable[_Found]) -> list[tuple[_Sides, list[_Found]]]:
    """What the same sides did in the same articles stands together, where its best place is."""
    together: dict[tuple[_Sides, frozenset[int]], list[_Found]] = {}
    for found in ranked:
        sides, phrases, rows = found
        joined = together.setdefault((sides, frozenset(r.document for r in rows)), [])
        if not joined or sum(len(p) for _, p, _ in joined) + len(phrases) <= _PHRASES_PER_ACT:
            joined.append(found)
    return [(sides, acts) for (sides, _), acts in together.items()]


def _act(sides: _Sides, found: Sequence[_Found]) -> Act:
    phrases = tuple(dict.fromkeys(p for _, phrases, _ in found for p in phrases))
    rows = [row for _, _, rows in found for row in rows]
    return Act(
        statement(phrases, sources=sides[0], targets=sides[1]),
        tuple(sorted(row.number for row in rows)),
        len({row.document for row in rows}),
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
