"""Measures a trained network before it is exported: ``python -m training.evaluate FOLDER``."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from dragoman.actors.places import shipped_places
from dragoman.actors.resolver import default_resolver
from dragoman.bench.events import measure_events, score_events
from dragoman.bench.gold import parse_gold
from dragoman.corpus import MarkedSentence
from dragoman.corpus.files import read_split
from dragoman.events.model.coder import ModelCoder
from dragoman.events.model.relate import relate
from dragoman.events.model.thresholds import Thresholds
from dragoman.events.model.words import Words, read_words
from dragoman.events.ontology import fold_2018
from dragoman.events.rules import RulesCoder
from dragoman.records import Span
from training.baselines import scores as label_scores
from training.examples import factuality_examples, tokenizer
from training.joint import new_network
from training.network import JointNetwork
from training.rows import plv_rows


class TorchNetwork:
    """The network as training left it, for the coder."""

    digest = "unshipped"

    def __init__(self, network: torch.nn.Module) -> None:
        self._network = network.eval()

    def read(self, text: str) -> tuple[Words, Any]:
        """See :class:`dragoman.events.model.network.Network`."""
        words = read_words(tokenizer(), text)
        with torch.inference_mode():
            ids = torch.tensor([words.pieces])
            scores = self._network(ids, torch.ones_like(ids), torch.tensor([words.first]))
        return words, scores[0].numpy()

    def read_ahead(self, texts: Iterable[str]) -> None:
        """Nothing: sentences are read one by one."""


def averaged(runs: Sequence[Path]) -> JointNetwork:
    """A network with the mean of the weights of some runs."""
    states = [torch.load(run / "network.pt") for run in runs]
    network = new_network()
    network.load_state_dict(
        {
            key: torch.stack([s[key].float() for s in states]).mean(0).to(first.dtype)
            for key, first in states[0].items()
        }
    )
    return network.eval()


def events(network: Any, split: Path, thresholds: Thresholds) -> Mapping[str, float]:
    """``bench events`` on a split of the corpus."""
    resolver = default_resolver()
    rules = RulesCoder(resolver)
    coder = ModelCoder(resolver, shipped_places(), network, thresholds, rules=rules)
    sentences = [s for s in read_split(split) if isinstance(s, MarkedSentence)]
    found = measure_events([score_events(parse_gold(s.gold), coder) for s in sentences])
    return {name: round(value, 1) for name, (value, _) in found.items()}


def relation(network: Any, path: Path, errors: Path | None = None) -> Mapping[str, Any]:
    """Root accuracy on PLV rows, each type and status folded to the scheme of the rows."""
    rows = plv_rows(path)
    found, lines = [], []
    forward = 0
    for row in rows:
        sides = [Span(*s) if s else None for s in (row.source, row.target)]
        got = relate(network, row.text, *sides)
        assert got is not None
        sums: Counter[str] = Counter()
        for reading, chance in got.chances.items():
            sums[fold_2018(*reading)] += chance
        found.append(max(sums, key=lambda k: sums[k]))
        forward += got.direction >= 0.5
        if found[-1] != row.label:
            names = [s.of(row.text) if s else "-" for s in sides]
            lines.append(f"{row.label} read as {found[-1]} {got.best} {names}: {row.text}")
    if errors:
        errors.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    gold = [row.label for row in rows]
    return {**label_scores(gold, found), "forward": round(100 * forward / len(rows), 1)}


def factuality(network: Any, path: Path) -> Mapping[str, float]:
    """MAE and r against the crowd's factuality."""
    from dragoman.events.model.decode import Decoder

    gold, found = [], []
    for e in factuality_examples(path):
        with torch.inference_mode():
            ids = torch.tensor([e.words.pieces])
            scores = network._network(ids, torch.ones_like(ids), torch.tensor([e.words.first]))
        decoder = Decoder(scores[0].numpy())
        for word, value in e.facts:
            gold.append(value)
            found.append(decoder.factuality(word))
    a, g = np.array(found), np.array(gold)
    return {
        "n": len(g),
        "mae": round(float(np.abs(a - g).mean()), 3),
        "r": round(float(np.corrcoef(a, g)[0, 1]), 3),
    }


def main() -> None:
    """Print what the network scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--dev", type=Path, default=Path("corpus/dev"))
    parser.add_argument("--errors", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(1)
    network = TorchNetwork(averaged(options.folders))
    report = {
        "events": events(network, options.dev, Thresholds()),
        "relation": relation(network, options.data / "relation/PLV_train.tsv.gz", options.errors),
        "uds": factuality(network, options.data / "factuality/UDS_IH2_dev.jsonl.gz"),
        "uw": factuality(network, options.data / "factuality/UW_dev.jsonl.gz"),
    }
    print(json.dumps(report, indent=1))  # noqa: T201


if __name__ == "__main__":
    main()
