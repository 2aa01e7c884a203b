"""How far an event is to be trusted: the network's own chances, and whether the rules agree."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from dragoman.records import Attribution, Event, EvidenceKind, Mention, Status

_SURE_OF_TYPE = 0.9

Features = tuple[float, float, float, float, float]


def with_second_opinion(event: Event, others: Sequence[Event]) -> Event:
    """The event as the rules see it too, where they found it; as it was where they did not.

    An act that both find by the same words is seldom a false one, and where the rules fill a
    side by one of their patterns they are right more often than the network (on the development
    split 19 of 31 sides that differ, in whole articles 58 of 61). A side that they leave open
    stays the network's, and so do type and status, save in two cases: a verb of the lexicon
    decides where the network is unsure of the type (right 15 times where the network is 7), and
    what stands under a noun such as "allegations of" is not asserted. A mode that the network
    leaves open is the lexicon's. Of a chain of voices the network tells the innermost; the rules
    add the others.
    """
    near = [o for o in others if o.trigger.overlap(event.trigger)]
    same = [o for o in near if o.type is event.type] or [
        o for o in near if _by_verb(o) and _chance_of_type(event) < _SURE_OF_TYPE
    ]
    if not same:
        return event
    best = max(same, key=lambda o: (bool(o.source_codes) + bool(o.target_codes), o.confidence))
    sources = _side(event.sources, best.sources)
    targets = _side(event.targets, best.targets)
    # whom the rules put on one side does not stay on the other
    if sources is not event.sources and targets is event.targets:
        targets = _without(targets, sources)
    elif targets is not event.targets and sources is event.sources:
        sources = _without(sources, targets)
    open_mode = best.type is not event.type or _unsure_of_mode(event)
    governed = event.status is Status.ASSERTED and _under_noun(best)
    taken = {
        "type": True,
        "mode": open_mode,
        "source": sources is best.sources,
        "target": targets is best.targets,
        "status": governed,
    }
    # the network's chance of its type stays: confidence is computed from it
    kept = [e for e in event.why if e.slot == "type" or not taken.get(e.slot)]
    return replace(
        event,
        type=best.type,
        mode=best.mode if open_mode else event.mode,
        score=best.score,
        sources=sources,
        targets=targets,
        status=best.status if governed else event.status,
        attribution=_chained(event.attribution, best.attribution)
        or (best.attribution if governed else None),
        why=(*kept, *(e for e in best.why if taken.get(e.slot))),
    )


def _chance_of_type(event: Event) -> float:
    return next((e.score or 0.0 for e in event.why if e.slot == "type"), 1.0)


def _unsure_of_mode(event: Event) -> bool:
    return event.mode is None and any(e.slot == "mode" for e in event.why)


def _by_verb(event: Event) -> bool:
    return any(e.slot == "type" and " verb " in e.name for e in event.why)


def _under_noun(event: Event) -> bool:
    """Whether the rules' status comes from a noun that governs by "of" ("allegations of")."""
    return event.status in {Status.ALLEGED, Status.SPECULATED} and any(
        e.slot == "status" and e.name.endswith(" of'") for e in event.why
    )


def _chained(ours: Attribution | None, theirs: Attribution | None) -> Attribution | None:
    """The network's holder, behind those who cite him by the rules ("a paper citing officials")."""
    if ours and theirs and ours.holder.where.overlap(theirs.holder.where):
        return Attribution((*theirs.links[:-1], *ours.links))
    return ours


def _side(ours: tuple[Mention, ...], theirs: tuple[Mention, ...]) -> tuple[Mention, ...]:
    codes = [sorted({m.code for m in side if m.code}) for side in (ours, theirs)]
    return theirs if codes[1] and codes[0] != codes[1] else ours


def is_agreed(event: Event) -> bool:
    """Whether the rules found the act by the same words."""
    return any(e.slot == "type" and e.kind is not EvidenceKind.MODEL for e in event.why)


def _without(side: tuple[Mention, ...], other: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(m for m in side if not any(m.span.overlap(o.span) for o in other))


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
