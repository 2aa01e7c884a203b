"""How far an event is to be trusted: the network's own chances, and whether the rules agree."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from dragoman.records import Event, EvidenceKind, Mention

Features = tuple[float, float, float, float, float]


def with_second_opinion(event: Event, others: Sequence[Event]) -> Event:
    """The event as the rules see it too, where they found it; as it was where they did not.

    An act that both find by the same words is seldom a false one, and where the rules fill a
    side by one of their patterns they are right more often than the network (on the development
    split 19 of 31 sides that differ, in whole articles 58 of 61). A side that they leave open,
    and the status, stay the network's.
    """
    same = [o for o in others if o.type is event.type and o.trigger.overlap(event.trigger)]
    if not same:
        return event
    best = max(same, key=lambda o: (bool(o.source_codes) + bool(o.target_codes), o.confidence))
    sources, targets = (
        _side(ours, theirs)
        for ours, theirs in ((event.sources, best.sources), (event.targets, best.targets))
    )
    kept = [
        e
        for e in event.why
        if not (e.slot == "source" and sources is not event.sources)
        and not (e.slot == "target" and targets is not event.targets)
    ]
    theirs = [
        e
        for e in best.why
        if e.slot == "type"
        or (e.slot == "source" and sources is not event.sources)
        or (e.slot == "target" and targets is not event.targets)
    ]
    return replace(event, sources=sources, targets=targets, why=(*kept, *theirs))


def _side(ours: tuple[Mention, ...], theirs: tuple[Mention, ...]) -> tuple[Mention, ...]:
    codes = [sorted({m.code for m in side if m.code}) for side in (ours, theirs)]
    return theirs if codes[1] and codes[0] != codes[1] else ours


def is_agreed(event: Event) -> bool:
    """Whether the rules found the act by the same words."""
    return any(e.slot == "type" and e.kind is not EvidenceKind.MODEL for e in event.why)


def features_of(event: Event) -> Features:
    """The chances of trigger, type and weakest side, how many sides have a code, agreement."""
    model = [e for e in event.why if e.kind is EvidenceKind.MODEL]
    chances = {e.slot: e.score or 0.0 for e in model}
    sides = [e.score or 0.0 for e in model if e.slot in {"source", "target"}]
    coded = sum(any(m.code for m in side) for side in (event.sources, event.targets))
    return (
        chances.get("trigger", 0.0),
        chances.get("type", 0.0),
        min(sides, default=1.0),
        float(coded),
        float(is_agreed(event)),
    )


def confidence(features: Features, weights: Sequence[float]) -> float:
    """How likely (0 to 1) an event is right in its words, its type and the codes of its sides.

    ``weights`` are those of a logistic regression over the logits of the chances and the other
    features, the constant first (``training.calibrate``); without any, the chances are
    multiplied, which is not calibrated.
    """
    chances, others = features[:3], features[3:]
    if not weights:
        return math.prod(chances)
    terms = (1.0, *(_logit(chance) for chance in chances), *others)
    return 1 / (1 + math.exp(-sum(w * t for w, t in zip(weights, terms, strict=True))))


def _logit(chance: float) -> float:
    kept = min(max(chance, 0.001), 0.999)
    return math.log(kept / (1 - kept))
