"""Chooses thresholds and calibrates confidence on data for development, into the card.

``python -m training.calibrate FOLDER``. Data are ``corpus/dev``, the whole articles of
``corpus/documents``, which have the sentences without events that real news is full of, and the
sixty sentences of ``tests/gold``.
Thresholds are tried one after the other by the sum of triple F1 and trigger F1; then a logistic
regression goes from the coder's own chances to whether an event is right in type, words and the
codes of both sides; the least confidence is chosen like a threshold, and all are tried once more;
last, those of voices, by attribution F1 and accuracy (what is on nobody's word counts too).
Reliability is measured on the test split.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from dragoman.actors.places import shipped_places
from dragoman.actors.resolver import default_resolver
from dragoman.bench.events import measure_events, normal_code, score_events
from dragoman.bench.gold import GoldSentence, parse_gold
from dragoman.bench.pairing import pair_by_overlap
from dragoman.corpus import MarkedSentence
from dragoman.corpus.files import read_split
from dragoman.events.model.coder import ModelCoder
from dragoman.events.model.confidence import features_of
from dragoman.events.model.network import CARD, SHIPPED, Network, load_network
from dragoman.events.model.thresholds import Thresholds
from dragoman.events.rules import RulesCoder
from dragoman.records import Event

_TRIED: Mapping[str, Sequence[float]] = {
    "event": (0.5, 0.6, 0.7, 0.8, 0.9, 0.95),
    "trigger_bias": (-1.0, 0.0, 1.0, 2.0, 3.0),
    "side": (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6),
    "actor_bias": (-1.0, 0.0, 1.0, 2.0),
    "home": (0.2, 0.3, 0.4, 0.5, 0.6, 0.7),
}
# Of the events that are left.
_TRIED_LAST: Mapping[str, Sequence[float]] = {
    "holder": (0.4, 0.5, 0.6, 0.7, 0.8),
    "cue": (0.2, 0.3, 0.4, 0.5, 0.6, 0.7),
}
_LEAST = (0.0, 0.05, 0.1, 0.125, 0.15, 0.175, 0.2, 0.225, 0.25, 0.275, 0.3)
_FIRST = Path("tests/gold")
_FALSE = 2.0  # what a false event in 100 event-free sentences takes from the sum
_BINS = 5


class _Remembered:
    """A network that scores each sentence once."""

    def __init__(self, network: Network) -> None:
        self.digest = network.digest
        self.read = cache(network.read)

    def read_ahead(self, texts: Iterable[str]) -> None:
        """Nothing: each sentence is read once."""


def gold_of(split: Path) -> list[GoldSentence]:
    """The gold sentences of a split of the corpus."""
    return [parse_gold(s.gold) for s in read_split(split) if isinstance(s, MarkedSentence)]


def choose(
    start: Thresholds,
    tried: Mapping[str, Sequence[float]],
    coder_of: Callable[[Thresholds], ModelCoder],
    gold: Sequence[GoldSentence],
    metrics: Sequence[str],
) -> Thresholds:
    """``start`` with the values that score best, tried one after the other; of equals the first."""
    best = start
    for name, values in tried.items():
        best = max(
            [replace(best, **{name: value}) for value in values],
            key=lambda thresholds: _worth(coder_of(thresholds), gold, metrics),
        )
    return best


def _worth(coder: ModelCoder, gold: Sequence[GoldSentence], metrics: Sequence[str]) -> float:
    found = measure_events([score_events(g, coder) for g in gold])
    value = sum(found[name][0] for name in metrics)
    return value - _FALSE * found["false_events_per_100"][0]


def judged(
    coder: ModelCoder, gold: Sequence[GoldSentence]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Each coded event's features, and whether it is right in type, words and both codes."""
    features, right = [], []
    for sentence in gold:
        events = coder.code(sentence.document).events
        pairs = {id(e): g for e, g in pair_by_overlap(events, sentence.events, _overlap)}
        for event in events:
            told = pairs.get(id(event))
            features.append(features_of(event))
            right.append(
                told is not None
                and _codes(event.sources) == _codes(told.sources)
                and _codes(event.targets) == _codes(told.targets)
            )
    return np.array(features), np.array(right)


def _overlap(event: Event, told: Any) -> int:
    return event.trigger.overlap(told.trigger) if event.type in told.types else 0


def _codes(side: Sequence[Any]) -> list[str]:
    return sorted(str(normal_code(actor.code)) for actor in side)


def regression(
    features: npt.NDArray[np.float64], right: npt.NDArray[np.bool_]
) -> tuple[float, ...]:
    """The weights of the calibration, the constant first."""
    logits = np.clip(features[:, :3], 0.001, 0.999)
    terms = np.column_stack([np.log(logits / (1 - logits)), features[:, 3:]])
    fitted = LogisticRegression(C=1.0).fit(terms, right)
    return tuple(round(float(w), 4) for w in (fitted.intercept_[0], *fitted.coef_[0]))


def reliability(
    confidences: Sequence[float], right: npt.NDArray[np.bool_]
) -> list[dict[str, float]]:
    """Events in bins of equal size by confidence: their mean confidence, and the share right."""
    order = np.argsort(confidences)
    return [
        {
            "n": len(part),
            "confidence": round(float(np.mean([confidences[i] for i in part])), 3),
            "right": round(float(right[part].mean()), 3),
        }
        for part in np.array_split(order, _BINS)
    ]


def main() -> None:
    """Write thresholds, calibration and reliability into the card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=SHIPPED)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    options = parser.parse_args()
    network, places = _Remembered(load_network(options.folder)), shipped_places()
    resolver = default_resolver()
    rules = RulesCoder(resolver)
    splits = {
        str(path): gold_of(path)
        for path in (*(options.corpus / name for name in ("dev", "documents", "test")), _FIRST)
    }
    test = splits[str(options.corpus / "test")]
    dev = [g for gold in splits.values() if gold is not test for g in gold]

    def coder_of(thresholds: Thresholds, weights: Sequence[float] = ()) -> ModelCoder:
        return ModelCoder(resolver, places, network, thresholds, weights, rules)

    events = ("triple_f1", "trigger_type_f1")
    thresholds = choose(Thresholds(), _TRIED, coder_of, dev, events)
    weights = regression(*judged(coder_of(thresholds), dev))

    def surer(thresholds: Thresholds) -> ModelCoder:
        return coder_of(thresholds, weights)

    thresholds = choose(thresholds, {"least": _LEAST}, surer, dev, events)
    # once more, now that weak events are left out
    thresholds = choose(thresholds, {**_TRIED, "least": _LEAST}, surer, dev, events)
    voices = ("attribution_f1", "attribution_accuracy")
    thresholds = choose(thresholds, _TRIED_LAST, surer, dev, voices)
    calibrated = coder_of(thresholds, weights)
    _, right = judged(calibrated, test)
    found = [e.confidence for g in test for e in calibrated.code(g.document).events]
    path = options.folder / CARD
    card = json.loads(path.read_text("utf-8"))
    card |= {
        "thresholds": asdict(thresholds),
        "calibration": list(weights),
        "reliability": reliability(found, right),
        "scores": {
            name: {
                metric: round(value, 1)
                for metric, (value, _) in measure_events(
                    [score_events(g, calibrated) for g in gold]
                ).items()
            }
            for name, gold in splits.items()
        },
    }
    path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({k: card[k] for k in ("thresholds", "calibration", "reliability", "scores")}))  # noqa: T201


if __name__ == "__main__":
    main()
