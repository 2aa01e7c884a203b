"""What one given actor does to another: roles, types and statuses of the network, read jointly."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dragoman.events.coder import Relation
from dragoman.events.model.decode import Decoder, Range
from dragoman.events.model.network import Network
from dragoman.events.model.parts import SOURCE, STATUSES, TARGET, TYPES
from dragoman.records import EventType, Mode, Span, Status

_MANY = 4.0  # so that a sentence has triggers to choose from even where none is sure
Key = tuple[EventType, Mode | None, Status]
_FAINT = 1e-9  # a trigger that the network rules out still has a direction
_ROLES = (SOURCE, TARGET)
_FLOOR = 0.02  # a role that the network rules out still leaves a trigger this much


def relate(
    network: Network, text: str, source: Span | None, target: Span | None
) -> Relation | None:
    """What ``source`` does to ``target`` in a sentence; ``None`` is a side the text leaves open.

    Every word that may be a trigger counts by its chance to be one and by how well the two
    actors fill its roles. The direction is weighed by the trigger that fits best. ``None`` for
    a text without words.
    """
    words, scores = network.read(text)
    decoder = Decoder(scores)
    inside = decoder.inside("trigger")
    triggers: list[Range] = [t.at for t in decoder.spans("trigger", bias=_MANY)]
    if not triggers and decoder.count:
        best = int(inside.argmax())
        triggers = [(best, best + 1)]
    if not triggers:
        return None
    sides = [words.range_of(span) if span else None for span in (source, target)]
    links = decoder.links(triggers, [at for at in sides if at])
    weights = [_fit(part, sides) for part in links]
    forward = backward = 0.0
    chances: dict[Key, float] = {}
    for at, (fits, turned) in zip(triggers, weights, strict=True):
        likely = max(_FAINT, float(inside[at[0] : at[1]].max()))
        forward, backward = max(forward, likely * fits), max(backward, likely * turned)
        types, statuses = decoder.types(at), decoder.statuses(at)
        for t, type_ in enumerate(TYPES):
            mode, _ = decoder.mode(at, type_)
            for s, status in enumerate(STATUSES):
                key = type_, mode, status
                weight = likely * fits * float(types[t] * statuses[s])
                chances[key] = chances.get(key, 0.0) + weight
    return Relation(chances, forward / (forward + backward))


def _fit(links: npt.NDArray[np.float64], sides: Sequence[Range | None]) -> tuple[float, float]:
    """How well the sides fill source and target of a trigger, and how well the other way round."""
    fits = turned = 1.0
    column = 0
    for role, side in enumerate(sides):
        if side:
            fits *= _FLOOR + float(links[column, _ROLES[role]])
            turned *= _FLOOR + float(links[column, _ROLES[1 - role]])
            column += 1
    return fits, turned
