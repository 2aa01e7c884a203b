"""``bench factuality``: how far a sentence takes the acts of its words for facts, -3 to +3.

The mean absolute error stands beside that of a reader who takes everything for a fact (+3),
which is hard to beat on newswire, where most acts are; the correlation tells the two apart.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.bench.lines import read_json_lines
from dragoman.bench.probing import UNDATED
from dragoman.events.coder import Probe
from dragoman.records import Document, Span

_MOST = 3.0


@dataclass(frozen=True, slots=True)
class FactualitySentence:
    """A sentence with words of it and the value of each, -3 (not) to +3 (so)."""

    text: str
    words: tuple[Span, ...]
    labels: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class FactualityScore:
    """What one sentence adds to the sums: gold values ``x`` and found values ``y``."""

    n: int
    error: float
    constant_error: float
    x: float
    y: float
    xx: float
    yy: float
    xy: float


def read_factuality(path: Path) -> list[FactualitySentence]:
    """The sentences of a file of JSON lines (``.gz`` and ``.xz`` are unpacked).

    Raises ``DataError`` naming the line and what is wrong with it.
    """
    return read_json_lines(path, parse_factuality, what="a sentence with targets")


def parse_factuality(row: Mapping[str, Any]) -> FactualitySentence:
    """One object. Raises ``KeyError``, ``IndexError`` or ``ValueError`` for a wrong one."""
    text = row["text"]
    words = _words(text)
    targets = row["targets"]
    labels = tuple(float(t["label"]) for t in targets)
    for label in labels:
        if not abs(label) <= _MOST:
            raise ValueError(f"label {label} found; -3 to +3 expected")
    return FactualitySentence(text, tuple(_span(words, *t["span1"]) for t in targets), labels)


def score_factuality(sentence: FactualitySentence, coder: Probe) -> FactualityScore:
    """Ask the coder for the words of ``sentence`` and sum up."""
    found = coder.factuality(Document(text=sentence.text, date=UNDATED), sentence.words)
    pairs = list(zip(sentence.labels, found, strict=True))
    return FactualityScore(
        n=len(pairs),
        error=sum(abs(x - y) for x, y in pairs),
        constant_error=sum(_MOST - x for x, _ in pairs),
        x=sum(x for x, _ in pairs),
        y=sum(y for _, y in pairs),
        xx=sum(x * x for x, _ in pairs),
        yy=sum(y * y for _, y in pairs),
        xy=sum(x * y for x, y in pairs),
    )


def measure_factuality(scores: Sequence[FactualityScore]) -> Mapping[str, tuple[float, int]]:
    """The figures of a sample of sentences: errors in points of the scale, and Pearson's r."""
    n = sum(s.n for s in scores)
    return {
        "mae": (sum(s.error for s in scores) / n if n else math.nan, n),
        "pearson_r": (_pearson(scores, n), n),
        "constant_mae": (sum(s.constant_error for s in scores) / n if n else math.nan, n),
    }


def _pearson(scores: Sequence[FactualityScore], n: int) -> float:
    """NaN where either side has one value only."""
    x, y = sum(s.x for s in scores), sum(s.y for s in scores)
    x_spread = n * sum(s.xx for s in scores) - x * x
    y_spread = n * sum(s.yy for s in scores) - y * y
    # rounding may leave a little above or below zero
    if min(x_spread, y_spread) <= 1e-9 * n * n:
        return math.nan
    return (n * sum(s.xy for s in scores) - x * y) / math.sqrt(x_spread * y_spread)


def _words(text: str) -> list[Span]:
    """Where the blank-separated words of ``text`` stand.

    The words are counted by single blanks, not by all white space: some hold a no-break space.
    """
    spans, start = [], 0
    for word in text.split(" "):
        spans.append(Span(start, start + len(word)))
        start += len(word) + 1
    return spans


def _span(words: Sequence[Span], first: int, last: int) -> Span:
    """The span of the words ``first`` to ``last``, which is excluded."""
    if not 0 <= first < last <= len(words):
        raise IndexError(f"span1 [{first}, {last}] found; the text has {len(words)} words")
    return words[first].join(words[last - 1])
