"""From readings to a brief. Nothing here touches disk, clock or network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.briefs.actors import actor_lines
from dragoman.briefs.days import between
from dragoman.briefs.gaps import not_found, open_points
from dragoman.briefs.headline import headline
from dragoman.briefs.listings import listings
from dragoman.briefs.model import Article, Brief, Row, Weak
from dragoman.briefs.naming import plain_names
from dragoman.briefs.quotes import Fault
from dragoman.briefs.rows import rows_of
from dragoman.briefs.sound import citable
from dragoman.briefs.statuses import STATUSES
from dragoman.briefs.timeline import timeline
from dragoman.briefs.verification import verify
from dragoman.errors import DragomanError
from dragoman.records import Problem, Reading
from dragoman.sanctions.screening import Screening


class CitationError(DragomanError, RuntimeError):
    """A brief whose citations or numbers do not hold; ``faults`` says which."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(
            f"{len(faults)} citation(s) or number(s) of the brief do not hold, so it is not "
            f"written; the first: {faults[0]}"
        )
        self.faults = tuple(faults)


def build_brief(
    readings: Sequence[Reading],
    problems: Sequence[Problem] = (),
    screenings: Sequence[Screening] = (),
    *,
    least: float = 0.0,
) -> Brief:
    """The brief of ``readings``, with ``problems`` listed as passed over.

    ``screenings`` say what sanctions lists hold on the articles; without any the brief is
    silent about lists. Events with less confidence than ``least`` are left out and counted.

    The order of the readings does not matter: articles stand by date, outlet and title, and
    one that is given twice stands once. An event that cannot be cited (a span outside the
    text, say) is left out and recorded among the faults that the brief lists. Raises
    ``CitationError`` should any citation of the finished brief not hold.
    """
    everything, faults = _numbered(readings)
    read = [(article, reading.surer(least)) for article, reading in everything]
    weak = sum(len(r.events) for _, r in everything) - sum(len(r.events) for _, r in read)
    names = plain_names(reading for _, reading in read)
    found = (row for article, reading in read for row in rows_of(reading.events, article, names))
    rows = _in_order(found)
    articles = tuple(article for article, _ in read)
    brief = Brief(
        title=_title(articles),
        articles=articles,
        headline=headline(rows, articles),
        rows=tuple(rows),
        timeline=timeline(rows),
        actors=actor_lines(read, rows, names),
        open=open_points(rows),
        missing=not_found(rows, articles, problems, faults, weak=Weak(weak, least)),
        listings=listings(read, rows, screenings),
    )
    wrong = verify(brief)
    if wrong:
        raise CitationError(wrong)
    return brief


def _numbered(
    readings: Sequence[Reading],
) -> tuple[list[tuple[Article, Reading]], list[Fault]]:
    """What of the readings can be cited, in order, each with its article; and the faults.

    A document that was read twice stands once, as the last coder by name read it.
    """
    by_coder = sorted(readings, key=lambda reading: reading.coder)
    by_id = {reading.document.id: reading for reading in by_coder}
    ordered = sorted(by_id.items(), key=lambda item: (*_place(item[1]), item[0]))
    numbered: list[tuple[Article, Reading]] = []
    faults: list[Fault] = []
    for number, (id_, reading) in enumerate(ordered, start=1):
        sound, wrong = citable(reading, id_=id_)
        faults += (replace(fault, where=f"document {number}, {fault.where}") for fault in wrong)
        article = Article(number, id_, sound.document, sound.sentences, sound.coder)
        numbered.append((article, sound))
    return numbered, faults


def _place(reading: Reading) -> tuple[str, str, str]:
    document = reading.document
    return document.date.isoformat(), document.outlet, document.title


def _in_order(rows: Iterable[Row]) -> list[Row]:
    """By status, then as the articles have them; numbered from 1."""
    place = {status: position for position, status in enumerate(STATUSES)}
    ordered = sorted(rows, key=lambda row: place[row.status])
    return [replace(row, number=number) for number, row in enumerate(ordered, start=1)]


def _title(articles: Sequence[Article]) -> str:
    if not articles:
        return "No article"
    if len(articles) == 1:
        first = articles[0].document
        return first.title or f"Article of {between(first.date, first.date)}"
    dates = [article.document.date for article in articles]
    return f"{len(articles)} articles, {between(min(dates), max(dates))}"
