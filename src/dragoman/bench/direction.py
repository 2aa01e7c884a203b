"""``bench direction``: which of two given actors does it to the other.

Every gold event with one source and one target is asked for twice, the sides as the gold has
them and turned round. The answer is right when the first goes that way and the second against
it: a coder that says the same whatever it is asked gets nothing. No relation found is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.bench.gold import GoldEvent, GoldSentence
from dragoman.bench.report import percent
from dragoman.events.coder import Probe
from dragoman.records import Document, Span

_EVEN = 0.5  # of a relation that goes neither way


@dataclass(frozen=True, slots=True)
class DirectionScore:
    """What one sentence adds: its events with two known sides, and how many were told right."""

    n: int
    right: int


def score_direction(gold: GoldSentence, coder: Probe) -> DirectionScore:
    """The events of a gold sentence that have a direction, and how many ``coder`` told right."""
    pairs = [(e.sources[0].span, e.targets[0].span) for e in gold.events if _has_direction(e)]
    right = sum(_is_right(gold.document, *pair, coder) for pair in pairs)
    return DirectionScore(len(pairs), right)


def measure_direction(scores: Sequence[DirectionScore]) -> Mapping[str, tuple[float, int]]:
    """The figure of a sample of sentences."""
    n = sum(s.n for s in scores)
    return {"direction_accuracy": (percent(sum(s.right for s in scores), n), n)}


def _has_direction(event: GoldEvent) -> bool:
    """Whether one actor does it to one other."""
    if len(event.sources) != 1 or len(event.targets) != 1:
        return False
    return event.sources[0].span != event.targets[0].span


def _is_right(document: Document, source: Span, target: Span, coder: Probe) -> bool:
    straight = coder.relate(document, source, target)
    turned = coder.relate(document, target, source)
    if straight is None or turned is None:
        return False
    return straight.direction > _EVEN > turned.direction
