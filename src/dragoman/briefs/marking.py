"""A sentence cut at the edges of its marks, so that each piece has one set of roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from dragoman.briefs.quotes import Cited, MarkRole
from dragoman.records import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence; ``letters`` are those of the marks that end here."""

    span: Span
    words: str
    roles: tuple[MarkRole, ...]
    letters: str


def pieces(cited: Cited) -> tuple[Piece, ...]:
    """The sentence in pieces that, joined, are exactly its words."""
    whole, words = cited.sentence.span, cited.sentence.words
    edges = {whole.start, whole.end}
    for mark in cited.marks:
        edges |= {mark.words.span.start, mark.words.span.end}
    ordered = sorted(edges)
    found = []
    for start, end in pairwise(ordered):
        span = Span(start, end)
        covering = [m for m in cited.marks if m.words.span.contains(span)]
        ending = [m for m in covering if m.words.span.end == end]
        found.append(
            Piece(
                span,
                words[start - whole.start : end - whole.start],
                _roles(m.role for m in covering),
                " ".join(role.letter for role in _roles(m.role for m in ending)),
            )
        )
    return tuple(found)


def _roles(roles: Iterable[MarkRole]) -> tuple[MarkRole, ...]:
    """Each role once, in the order in which they are explained."""
    given = set(roles)
    return tuple(role for role in MarkRole if role in given)
