"""From the network's scores of words to spans, labels and links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.events.model.parts import LAYERS, LINK, MODES, PARTS, ROLES
from dragoman.records import EventType, Mode

Scores = npt.NDArray[np.float32]  # words x WIDTH
Range = tuple[int, int]  # words: first, one past the last

_OUTSIDE, _BEGINS, _INSIDE = range(3)
_NEVER = float("-inf")
# Where a text counts as the web's: chosen on the development parts of both factuality sets.
_CLEARLY_WEB, _WEB_SLOPE = 10.0, 0.3
# Of these, two never stand side by side: what seems so is one, broken.
_UNDIVIDED = frozenset({"voice"})
_SUREST = 100.0  # beyond this a link is certain, and its odds would overflow


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words that form a span of a layer, and how likely (0 to 1) they are one."""

    at: Range
    probability: float


class Decoder:
    """Reads one sentence's scores."""

    def __init__(self, scores: Scores) -> None:
        self.parts: Mapping[str, Scores] = dict(
            zip(
                (name for name, _ in PARTS),
                np.split(scores, np.cumsum([width for _, width in PARTS])[:-1], axis=1),
                strict=True,
            )
        )
        self.count = len(scores)
        self._tags = _log_softmax(self.parts["tags"].reshape(self.count, len(LAYERS), 3))

    def spans(self, layer: str, *, bias: float = 0.0) -> list[Tagged]:
        """The spans of a layer in text order; a positive ``bias`` finds more of them.

        The best sequence of tags in which no span goes on that has not begun (Viterbi):
        broken segments cannot occur.
        """
        chances = self._tags[:, LAYERS.index(layer)]
        if (chances[:, _OUTSIDE] - bias >= chances.max(axis=1)).all():
            return []  # the best sequence is outside throughout
        inside = self.inside(layer)
        ranges = _segments(chances, bias)
        if layer in _UNDIVIDED:
            ranges = _joined(ranges)
        return [Tagged(r, float(inside[r[0] : r[1]].max())) for r in ranges]

    def types(self, at: Range) -> npt.NDArray[np.float64]:
        """The chances of the types at a trigger, in the order of ``TYPES``."""
        return _softmax(self._mean("types", at))

    def mode(self, at: Range, type_: EventType) -> tuple[Mode | None, float]:
        """The likeliest mode that goes with the type, or none told, and its chance."""
        scores = self._mean("modes", at)
        fitting = [0, *(n + 1 for n, (t, _) in enumerate(MODES) if t is type_)]
        chances = _softmax(scores[fitting])
        best = int(chances.argmax())
        return (MODES[fitting[best] - 1][1] if best else None), float(chances[best])

    def statuses(self, at: Range) -> npt.NDArray[np.float64]:
        """The chances of the statuses at a trigger, in the order of ``STATUSES``."""
        return _softmax(self._mean("statuses", at))

    def sectors(self, at: Range) -> npt.NDArray[np.float64]:
        """The chances of the sectors of an actor."""
        return _softmax(self._mean("sectors", at))

    def factuality(self, word: int) -> float:
        """How far the author takes a word's act for a fact, -3 to +3.

        Readers of web text and of news judge on different scales; a text is read as news unless
        it clearly is of the web.
        """
        crowd, news = self.parts["facts"][word]
        odds = _WEB_SLOPE * (float(self.parts["web"][word, 0]) - _CLEARLY_WEB)
        web = 1 / (1 + np.exp(-np.clip(odds, -_SUREST, _SUREST)))
        return float(np.clip(web * crowd + (1 - web) * news, -3, 3))

    def links(self, triggers: Sequence[Range], spans: Sequence[Range]) -> npt.NDArray[np.float64]:
        """The chance of every role for every trigger and span: triggers x spans x ROLES."""
        if not triggers or not spans:
            return np.zeros((len(triggers), len(spans), len(ROLES)))
        shape = (-1, len(ROLES), LINK)
        left = np.stack([self._mean("from_trigger", at) for at in triggers]).reshape(shape)
        right = np.stack([self._mean("to_span", at) for at in spans]).reshape(shape)
        scores = np.einsum("trd,srd->tsr", left, right) / LINK**0.5
        return np.asarray(1 / (1 + np.exp(-np.clip(scores, -_SUREST, _SUREST))))

    def inside(self, layer: str) -> npt.NDArray[np.float64]:
        """The chance of every word to lie in a span of the layer."""
        return np.asarray(1 - np.exp(self._tags[:, LAYERS.index(layer), _OUTSIDE]))

    def _mean(self, part: str, at: Range) -> npt.NDArray[np.float64]:
        rows = self.parts[part][at[0] : at[1]]
        if len(rows) == 1:  # most spans; a mean costs ten times as much
            return np.asarray(rows[0], dtype=np.float64)
        return np.asarray(rows.mean(axis=0, dtype=np.float64))


def rounded(chance: float) -> float:
    """A chance as evidence tells it."""
    return round(float(chance), 3)


def likeliest(chances: npt.NDArray[np.float64], least: float) -> int | None:
    """Where the highest chance stands; ``None`` if it is below ``least``."""
    if not len(chances) or chances.max() < least:
        return None
    return int(chances.argmax())


def _segments(chances: npt.NDArray[np.float64], bias: float) -> list[Range]:
    """The spans of the best sequence of tags; plain numbers, as sentences are short."""
    rows: list[list[float]] = chances.tolist()
    best = [rows[0][_OUTSIDE] - bias, rows[0][_BEGINS], _NEVER]
    back: list[
        tuple[int, int]
    ] = []  # what stood before "outside" and "begins", and before "inside"
    for outside, begins, inside in rows[1:]:
        free = _highest(best)
        goes_on = _BEGINS if best[_BEGINS] >= best[_INSIDE] else _INSIDE
        back.append((free, goes_on))
        best = [best[free] + outside - bias, best[free] + begins, best[goes_on] + inside]
    tag = _highest(best)
    tags = [tag]
    for free, goes_on in reversed(back):
        tag = goes_on if tag == _INSIDE else free
        tags.append(tag)
    tags.reverse()
    ranges: list[Range] = []
    for at, tag in enumerate(tags):
        if tag == _BEGINS:
            ranges.append((at, at + 1))
        elif tag == _INSIDE:
            ranges[-1] = (ranges[-1][0], at + 1)
    return ranges


def _joined(ranges: Sequence[Range]) -> list[Range]:
    """Ranges in text order, those that touch made one."""
    whole: list[Range] = []
    for first, last in ranges:
        if whole and whole[-1][1] == first:
            whole[-1] = (whole[-1][0], last)
        else:
            whole.append((first, last))
    return whole


def _highest(values: list[float]) -> int:
    outside, begins, inside = values
    if outside >= begins and outside >= inside:
        return _OUTSIDE
    return _BEGINS if begins >= inside else _INSIDE


def _log_softmax(scores: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    shifted = scores.astype(np.float64) - scores.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)))


def _softmax(scores: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    return np.exp(_log_softmax(scores))
