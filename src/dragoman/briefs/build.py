"""From readings to a brief. Nothing here touches disk, clock or network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.briefs.actors import actor_lines
from dragoman.briefs.citing import check_event, verify
from dragoman.briefs.days import between
from dragoman.briefs.gaps import not_found, open_points
from dragoman.briefs.headline import headline
from dragoman.briefs.model import Article, Brief, Row
from dragoman.briefs.naming import plain_names
from dragoman.briefs.quotes import Fault
from dragoman.briefs.rows import rows_of
from dragoman.briefs.statuses import STATUSES
from dragoman.briefs.timeline import timeline
from dragoman.errors import DragomanError
from dragoman.records import Event, Problem, Reading


class CitationError(DragomanError, RuntimeError):
    """A brief whose citations or numbers do not hold; ``faults`` says which."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(
            f"{len(faults)} citation(s) or number(s) of the brief do not hold, so it is not "
            f"written; the first: {faults[0]}"
        )
        self.faults = tuple(faults)


def build_brief(readings: Sequence[Reading], problems: Sequence[Problem] = ()) -> Brief:
    """The brief of ``readings``, with ``problems`` listed as passed over.

    The order of the readings does not matter: articles stand by date, outlet and title, and
    one that is given twice stands once. An event that cannot be cited (a span outside the
    text, say) is left out and recorded among the faults that the brief lists. Raises
    ``CitationError`` should any citation of the finished brief not hold.
    """
    read = _numbered(readings)
    names = plain_names(reading for _, reading in read)
    faults: list[Fault] = []
    rows: list[Row] = []
    sound_readings = []
    for article, reading in read:
        sound = _sound(reading, article, faults)
        sound_readings.append((article, replace(reading, events=sound)))
        rows += rows_of(sound, article, names)
    rows = _in_order(rows)
    articles = tuple(article for article, _ in read)
    brief = Brief(
        title=_title(articles),
        articles=articles,
        headline=headline(rows, articles),
        rows=tuple(rows),
        timeline=timeline(rows),
        actors=actor_lines(sound_readings, rows, names),
        open=open_points(rows),
        missing=not_found(rows, articles, problems, faults),
    )
    wrong = verify(brief)
    if wrong:
        raise CitationError(wrong)
    return brief


def _numbered(readings: Sequence[Reading]) -> list[tuple[Article, Reading]]:
    """The readings in order, each with its article; a document read twice stands once."""
    by_id = {reading.document.id: reading for reading in readings}
    ordered = sorted(by_id.items(), key=lambda item: (*_place(item[1]), item[0]))
    return [
        (Article(number, id_, reading.document, reading.sentences, reading.coder), reading)
        for number, (id_, reading) in enumerate(ordered, start=1)
    ]


def _place(reading: Reading) -> tuple[str, str, str]:
    document = reading.document
    return document.date.isoformat(), document.outlet, document.title


def _sound(reading: Reading, article: Article, faults: list[Fault]) -> tuple[Event, ...]:
    """The events that can be cited; what is wrong with the others goes to ``faults``."""
    sound = []
    for event in reading.events:
        wrong = check_event(event, article)
        faults += wrong
        if not wrong:
            sound.append(event)
    return tuple(sound)


def _in_order(rows: Sequence[Row]) -> list[Row]:
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
