"""What the rows leave open, and what was not found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.briefs.model import Article, NotFound, OpenPoints, Row, Unresolved, Weak
from dragoman.briefs.quotes import Fault
from dragoman.briefs.statuses import STATUSES
from dragoman.records import Problem


def open_points(rows: Sequence[Row]) -> OpenPoints:
    """Sides that are open, words in events that nothing identifies, times that are not told."""
    return OpenPoints(
        sources=tuple(row.number for row in rows if not row.sources),
        targets=tuple(row.number for row in rows if not row.targets),
        untimed=tuple(row.number for row in rows if not row.when),
        unresolved=tuple(_unresolved(rows)),
    )


def _unresolved(rows: Sequence[Row]) -> Iterator[Unresolved]:
    for row in rows:
        for slot, parties in (("source", row.sources), ("target", row.targets)):
            for party in parties:
                if not party.is_known:
                    yield Unresolved(row.number, slot, party.words)


def not_found(
    rows: Sequence[Row],
    articles: Sequence[Article],
    problems: Iterable[Problem],
    faults: Iterable[Fault],
    weak: Weak,
) -> NotFound:
    """Statuses and sentences without an event, outlets, and what was passed over."""
    with_event = {(row.document, cited.event.sentence) for row in rows for cited in row.cited}
    told = {row.status for row in rows} | {s.status for row in rows for s in row.also}
    sentences = sum(len(article.sentences) for article in articles)
    outlets = (article.document.outlet for article in articles)
    return NotFound(
        statuses=tuple(status for status in STATUSES if status not in told),
        sentences=sentences,
        sentences_without=sentences - len(with_event),
        documents_without=tuple(
            a.number for a in articles if not any(a.number == number for number, _ in with_event)
        ),
        outlets=tuple(dict.fromkeys(outlet for outlet in outlets if outlet)),
        without_outlet=tuple(a.number for a in articles if not a.document.outlet),
        weak=weak,
        problems=tuple(dict.fromkeys(problems)),
        faults=tuple(faults),
    )
