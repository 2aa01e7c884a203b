"""Ships a trained network: ``python -m training.export RUN... --to FOLDER``.

The weights of the runs are averaged, written as ONNX, and turned to int8 (weights by channel,
activations by fixed scales, which are chosen on sentences of the corpus: with scales chosen at
run time, what stands beside a sentence would change its scores). The tokenizer is copied, and a
card is written with what made the weights; thresholds and calibration are chosen on the
development split by ``training.calibrate`` afterwards.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from dragoman.corpus import MarkedSentence
from dragoman.corpus.files import read_split
from dragoman.events.model.network import CARD, SHIPPED, TOKENIZER, WEIGHTS
from dragoman.events.model.thresholds import Thresholds
from dragoman.events.model.words import read_words
from training.encoder import weights_folder
from training.evaluate import averaged
from training.examples import tokenizer
from training.network import JointNetwork

_FOR_SCALES = 1000  # sentences


class _WholeSentences(nn.Module):
    """The network for sentences of one length: nothing is padded, so no mask is needed."""

    def __init__(self, network: JointNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, first: Tensor) -> Tensor:
        return self.network(ids, torch.ones_like(ids), first)  # type: ignore[no-any-return]


class _Sentences:
    """Sentences one by one, as the quantiser asks for them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._cut = iter([read_words(tokenizer(), text) for text in texts])

    def get_next(self) -> dict[str, Any] | None:
        """The inputs of the next sentence, or ``None`` after the last."""
        words = next(self._cut, None)
        return words and {
            "ids": np.asarray([words.pieces], dtype=np.int64),
            "first": np.asarray([words.first], dtype=np.int64),
        }


def write_onnx(network: JointNetwork, path: Path, texts: Iterable[str]) -> None:
    """The network as int8 ONNX: inputs ``ids`` (n x pieces), ``first`` (n x words).

    ``texts`` are sentences by which the scales of the activations are chosen.
    """
    from onnxruntime.quantization import QuantFormat, QuantType, quantize_static
    from onnxruntime.quantization.shape_inference import quant_pre_process

    ids = torch.tensor([[101, 7592, 2088, 2003, 102]] * 2)
    first = torch.tensor([[1, 2, 3]] * 2)
    axes = {"ids": "pieces", "first": "words", "scores": "words"}
    with tempfile.TemporaryDirectory() as folder:
        full, ready = Path(folder) / "full.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(
            _WholeSentences(network).eval(),
            (ids, first),
            str(full),
            input_names=["ids", "first"],
            output_names=["scores"],
            dynamic_axes={name: {0: "sentences", 1: axis} for name, axis in axes.items()},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
        quantize_static(
            str(ready),
            str(path),
            _Sentences(texts),
            quant_format=QuantFormat.QDQ,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            per_channel=True,
            # eight bits overflow in the products of processors without VNNI
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            extra_options={
                "MatMulConstBOnly": True,
                "OpTypesToExcludeOutputQuantization": ["MatMul", "Gemm"],
                "CalibMovingAverage": True,
            },
        )


def export(runs: Sequence[Path], folder: Path, corpus: Path) -> None:
    """Weights, tokenizer and card of the runs' mean in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = [s.gold["text"] for s in read_split(corpus) if isinstance(s, MarkedSentence)]
    chosen = random.Random(0).sample(texts, min(_FOR_SCALES, len(texts)))
    write_onnx(averaged(runs), folder / WEIGHTS, chosen)
    shutil.copyfile(weights_folder() / "tokenizer.json", folder / TOKENIZER)
    card = {
        "name": "dragoman joint coder",
        "licence": "Apache-2.0",
        "sha256": {
            name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
            for name in (WEIGHTS, TOKENIZER)
        },
        "runs": [json.loads((run / "run.json").read_text("utf-8")) for run in runs],
        "thresholds": asdict(Thresholds()),
        "calibration": [],
    }
    (folder / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Export the given runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--to", type=Path, default=SHIPPED)
    parser.add_argument("--corpus", type=Path, default=Path("corpus/train"))
    options = parser.parse_args()
    export(options.runs, options.to, options.corpus)


if __name__ == "__main__":
    main()
