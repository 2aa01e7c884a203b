"""The shipped network: loading it, and the scores of a sentence.

The weights are int8 ONNX with scales chosen at run time from each sentence, so sentences are run
one by one: what stands beside a sentence, and how many, cannot change its scores.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from dragoman.errors import DataError
from dragoman.events.model.decode import Scores
from dragoman.events.model.parts import WIDTH
from dragoman.events.model.words import Words, load_tokenizer, read_words

SHIPPED = Path(__file__).parents[1] / "data" / "model"
WEIGHTS, TOKENIZER, CARD = "network.onnx", "tokenizer.json", "card.json"


class Network(Protocol):
    """Cuts a text into words and scores them."""

    @property
    def digest(self) -> str:
        """Changes with the weights."""

    def read(self, text: str) -> tuple[Words, Scores]:
        """The words of a text and their scores (words x ``parts.WIDTH``)."""


@dataclass(frozen=True, slots=True)
class OnnxNetwork:
    """A network in a folder with weights, tokenizer and card."""

    session: Any
    tokenizer: Any
    digest: str

    def read(self, text: str) -> tuple[Words, Scores]:
        """See :class:`Network`."""
        words = read_words(self.tokenizer, text)
        if not words.spans:
            return words, np.zeros((0, WIDTH), dtype=np.float32)
        ids = np.asarray([words.pieces], dtype=np.int64)
        first = np.asarray([words.first], dtype=np.int64)
        (scores,) = self.session.run(None, {"ids": ids, "first": first})
        return words, scores[0]


def is_installed(folder: Path = SHIPPED) -> bool:
    """Whether the folder holds weights."""
    return (folder / WEIGHTS).is_file()


def read_card(folder: Path = SHIPPED) -> Mapping[str, Any]:
    """The model card: what the weights are, from what data, how good, which thresholds.

    Raises ``DataError`` when there is none or it is no JSON.
    """
    path = folder / CARD
    if not path.is_file():
        raise DataError(f"{path} is missing; install Dragoman again or use --coder rules")
    try:
        card: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise DataError(
            f"{path}: {error}; the file is damaged: install Dragoman again or use --coder rules"
        ) from error
    return card


def load_network(folder: Path = SHIPPED) -> OnnxNetwork:
    """The network of a folder, its checksums verified.

    Raises ``DataError`` when a file is missing or is not the one that the card names.
    """
    import onnxruntime

    card = read_card(folder)
    for name in (WEIGHTS, TOKENIZER):
        path, expected = folder / name, card["sha256"][name]
        if not path.is_file():
            raise DataError(f"{path} is missing; install Dragoman again or use --coder rules")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != expected:
            raise DataError(
                f"{path}: checksum {found[:12]}… found, {expected[:12]}… expected; the file is "
                "damaged or another one: install Dragoman again or use --coder rules"
            )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(folder / WEIGHTS), options, providers=["CPUExecutionProvider"]
    )
    tokenizer = load_tokenizer(folder / TOKENIZER)
    both = "".join(card["sha256"][name] for name in (WEIGHTS, TOKENIZER))
    return OnnxNetwork(session, tokenizer, hashlib.sha256(both.encode()).hexdigest()[:10])
