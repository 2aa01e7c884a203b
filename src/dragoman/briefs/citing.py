"""Citing words of an article, and finding the citations in what a brief is made of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

from dragoman.briefs.model import Article
from dragoman.briefs.quotes import Citation
from dragoman.records import Span

_T = TypeVar("_T")


def cite(article: Article, span: Span) -> Citation:
    """The words of ``article`` under ``span``, and the sentence in which they begin.

    Raises ``IndexError`` when the span reaches past the end of the text.
    """
    return Citation(
        document=article.number,
        document_id=article.id,
        sentence=sentence_at(article, span.start),
        span=span,
        words=span.of(article.document.text),
    )


def sentence_at(article: Article, offset: int) -> int | None:
    """The number of the sentence that holds the character at ``offset``."""
    after = bisect_right(article.sentences, offset, key=lambda s: s.span.start)
    if not after:
        return None
    before = article.sentences[after - 1]
    return before.index if offset < before.span.end else None


def instances(value: object, kind: type[_T]) -> Iterator[_T]:
    """Every ``kind`` inside nested dataclasses and tuples."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from instances(item, kind)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from instances(getattr(value, field.name), kind)
