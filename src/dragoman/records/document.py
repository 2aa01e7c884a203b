"""A dated text and its sentences."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from dragoman.records.ids import content_id
from dragoman.records.spans import Span


@dataclass(frozen=True, slots=True)
class Document:
    """One dated text. Every offset of every record points into ``text``.

    ``title`` is kept apart and is not part of ``text``; a reader that wants the headline
    coded puts it first in ``text`` and sets ``headline`` to its span. ``location`` says
    where the text was read (a path, an address, a line of a corpus) and does not enter
    the id: the same article read from two places is one document.
    """

    text: str
    date: dt.date
    title: str = ""
    outlet: str = ""
    url: str = ""
    language: str = "en"
    date_source: str = ""  # "front matter", "option", "html", …: how the date was found
    headline: Span | None = None
    location: str = field(default="", compare=False)

    @property
    def id(self) -> str:
        """``doc-…`` from date, outlet, title and text."""
        return content_id("doc", [self.date.isoformat(), self.outlet, self.title, self.text])


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: its place in the order, and its span."""

    index: int
    span: Span
    is_headline: bool = False
