"""``bench attribution``: who says so, by which words, and what, in whole articles.

Token F1 is over the set of words of an article that stand in any span of the kind; span F1
over the distinct spans of the kind, which must agree in both ends. Whether source, cue and
content that belong together were found together is not measured.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.bench.lines import read_json_lines
from dragoman.bench.probing import UNDATED
from dragoman.bench.report import f1
from dragoman.events.coder import Probe
from dragoman.language import tokenize
from dragoman.records import Document, Span

KINDS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Article:
    """An article with the distinct gold spans of each kind, in the order of ``KINDS``."""

    document: Document
    spans: tuple[frozenset[Span], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Of tokens or spans of a kind: how many were hit, found, and are there."""

    hits: int
    found: int
    gold: int


# By kind: the counts of tokens and of spans.
ArticleScore = tuple[tuple[Counts, Counts], ...]


def read_articles(path: Path) -> list[Article]:
    """The articles of a file of JSON lines (``.gz`` and ``.xz`` are unpacked).

    Raises ``DataError`` naming the line and what is wrong with it.
    """
    return read_json_lines(path, parse_article, what="an article with attributions")


def parse_article(row: Mapping[str, Any]) -> Article:
    """One object. Raises ``KeyError``, ``IndexError`` or ``ValueError`` for a wrong one."""
    text = row["text"]
    date = dt.date.fromisoformat(row["date"]) if row.get("date") else UNDATED
    spans = []
    for kind in KINDS:
        given = (Span(*ends) for a in row["attributions"] for ends in a.get(kind) or ())
        spans.append(_distinct(text, given))
    document = Document(text=text, date=date, location=str(row.get("id", "")))
    return Article(document, tuple(spans))


def score_article(article: Article, coder: Probe) -> ArticleScore:
    """Ask the coder for the voices of ``article`` and compare."""
    text = article.document.text
    tokens = [t.span for t in tokenize(text)]
    voices = coder.voices(article.document)
    scores = []
    for kind, gold in zip(KINDS, article.spans, strict=True):
        found = _distinct(text, (s for v in voices for s in getattr(v, kind)))
        inside = _inside(tokens, found), _inside(tokens, gold)
        scores.append((_counts(*inside), _counts(found, gold)))
    return tuple(scores)


def measure_attribution(scores: Sequence[ArticleScore]) -> Mapping[str, tuple[float, int]]:
    """The figures of a sample of articles; n counts the gold's tokens or spans."""
    figures = {}
    for number, kind in enumerate(KINDS):
        for part, unit in enumerate(("token", "span")):
            counts = [s[number][part] for s in scores]
            gold = sum(c.gold for c in counts)
            value = f1(sum(c.hits for c in counts), sum(c.found for c in counts), gold)
            figures[f"{kind}_{unit}_f1"] = (value, gold)
    return figures


def _counts(found: frozenset[Any], gold: frozenset[Any]) -> Counts:
    return Counts(len(found & gold), len(found), len(gold))


def _distinct(text: str, spans: Iterable[Span]) -> frozenset[Span]:
    """The spans without white space at their ends, each once; empty ones are left out."""
    kept = set()
    for span in spans:
        words = span.of(text)
        start = span.start + len(words) - len(words.lstrip())
        if words.strip():
            kept.add(Span(start, start + len(words.strip())))
    return frozenset(kept)


def _inside(tokens: Sequence[Span], spans: Iterable[Span]) -> frozenset[int]:
    """The numbers of the tokens that share a character with any of ``spans``."""
    inside: set[int] = set()
    for span in spans:
        first = bisect_right(tokens, span.start, key=lambda t: t.end)
        inside.update(range(first, bisect_left(tokens, span.end, key=lambda t: t.start)))
    return frozenset(inside)
