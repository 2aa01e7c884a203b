"""Where a score becomes an answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Chances and confidence that an answer needs at least, and biases towards finding spans.

    Chosen on the data for development (``training.calibrate``) and kept with the weights.
    """

    trigger_bias: float = 0.0
    event: float = 0.5  # least chance of a trigger that the rules do not find
    least: float = 0.0  # least confidence of an event that the rules do not find
    actor_bias: float = 0.0
    side: float = 0.5
    home: float = 0.5
    place: float = 0.5  # set by hand: no measure counts places
    holder: float = 0.5
    cue: float = 0.5
