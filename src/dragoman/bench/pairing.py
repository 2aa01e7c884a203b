"""Pairing what was found with what is there, by overlap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from dragoman.records import Span

Found = TypeVar("Found")
Gold = TypeVar("Gold")


def pair_by_overlap(
    found: Sequence[Found],
    gold: Sequence[Gold],
    overlap: Callable[[Found, Gold], int],
) -> list[tuple[Found, Gold]]:
    """One-to-one pairs, those that overlap most first; no overlap, no pair."""
    ranked = sorted(
        ((overlap(f, g), -i, -j) for i, f in enumerate(found) for j, g in enumerate(gold)),
        reverse=True,
    )
    pairs: list[tuple[Found, Gold]] = []
    used_found: set[int] = set()
    used_gold: set[int] = set()
    for size, i, j in ranked:
        if size <= 0:
            break
        if -i in used_found or -j in used_gold:
            continue
        used_found.add(-i)
        used_gold.add(-j)
        pairs.append((found[-i], gold[-j]))
    return pairs


def overlaps_by_half(a: Span, b: Span) -> bool:
    """Whether the spans share at least half of the longer one.

    >>> overlaps_by_half(Span(0, 10), Span(5, 12)), overlaps_by_half(Span(0, 10), Span(6, 10))
    (True, False)
    """
    return 2 * a.overlap(b) >= max(a.length, b.length, 1)
