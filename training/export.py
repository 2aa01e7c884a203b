"""Ships a trained network: ``python -m training.export RUN... --to FOLDER``.

The weights of the runs are averaged, written as ONNX, and turned to int8 (weights by channel,
activations by scales chosen at run time). The tokenizer is copied, and a card is written with
what made the weights; thresholds and calibration are chosen on the development split by
``training.calibrate`` afterwards.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor, nn

from dragoman.events.model.coder import Thresholds
from dragoman.events.model.network import CARD, SHIPPED, TOKENIZER, WEIGHTS
from training.encoder import weights_folder
from training.evaluate import averaged
from training.network import JointNetwork


class _WholeSentence(nn.Module):
    """The network for one sentence at a time: nothing is padded, so no mask is needed."""

    def __init__(self, network: JointNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, first: Tensor) -> Tensor:
        return self.network(ids, torch.ones_like(ids), first)  # type: ignore[no-any-return]


def write_onnx(network: JointNetwork, path: Path) -> None:
    """The network as int8 ONNX: inputs ``ids`` (1 x pieces), ``first`` (1 x words)."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    ids = torch.tensor([[101, 7592, 2088, 2003, 102]])
    first = torch.tensor([[1, 2, 3]])
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            _WholeSentence(network).eval(),
            (ids, first),
            str(full),
            input_names=["ids", "first"],
            output_names=["scores"],
            dynamic_axes={"ids": {1: "pieces"}, "first": {1: "words"}, "scores": {1: "words"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(str(full), str(path), weight_type=QuantType.QInt8, per_channel=True)


def export(runs: Sequence[Path], folder: Path) -> None:
    """Weights, tokenizer and card of the runs' mean in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    write_onnx(averaged(runs), folder / WEIGHTS)
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
    options = parser.parse_args()
    export(options.runs, options.to)


if __name__ == "__main__":
    main()
