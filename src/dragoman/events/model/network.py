"""The shipped network: loading it, and the scores of a sentence.

The weights are int8 ONNX with scales fixed at export, and only sentences of the same number of
pieces are run together, unpadded: what stands beside a sentence, and how many, cannot
change its scores. Seven bits of each weight are used, so that products of two bytes do not
overflow on processors without the newer instructions.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from dragoman.errors import DataError
from dragoman.events.model.decode import Scores
from dragoman.events.model.parts import WIDTH
from dragoman.events.model.words import Words, load_tokenizer, read_words

SHIPPED = Path(__file__).parents[1] / "data" / "model"
WEIGHTS, TOKENIZER, CARD = "network.onnx", "tokenizer.json", "card.json"
_TOGETHER = 8  # sentences in one run: the weights are fetched once for all; more gain nothing
_MOST_AHEAD = 20_000  # words, whose scores take about 4 kB each


class Network(Protocol):
    """Cuts a text into words and scores them."""

    @property
    def digest(self) -> str:
        """Changes with the weights."""

    def read(self, text: str) -> tuple[Words, Scores]:
        """The words of a text and their scores (words x ``parts.WIDTH``)."""

    def read_ahead(self, texts: Iterable[str]) -> None:
        """Read texts together that will be asked for next, which is quicker."""


@dataclass(frozen=True, slots=True)
class OnnxNetwork:
    """A network in a folder with weights, tokenizer and card."""

    session: Any
    tokenizer: Any
    digest: str
    _ready: dict[str, tuple[Words, Scores]] = field(default_factory=dict)

    def read(self, text: str) -> tuple[Words, Scores]:
        """See :class:`Network`."""
        if ready := self._ready.pop(text, None):
            return ready
        words = read_words(self.tokenizer, text)
        return words, self._run([words])[0]

    def read_ahead(self, texts: Iterable[str]) -> None:
        """See :class:`Network`. What was read ahead before and not asked for is forgotten."""
        self._ready.clear()
        alike: defaultdict[int, dict[str, Words]] = defaultdict(dict)
        count = 0
        for text in texts:
            if count > _MOST_AHEAD:
                break  # the rest is read when it is asked for
            words = read_words(self.tokenizer, text)
            count += len(words.first)
            alike[len(words.pieces)][text] = words
        for group in alike.values():
            items = list(group.items())
            for start in range(0, len(items), _TOGETHER):
                part = items[start : start + _TOGETHER]
                scores = self._run([words for _, words in part])
                for (text, words), found in zip(part, scores, strict=True):
                    self._ready[text] = words, found

    def _run(self, cut: list[Words]) -> list[Scores]:
        """The scores of texts of one length."""
        most = max(len(words.first) for words in cut)
        if not most:
            return [np.zeros((0, WIDTH), dtype=np.float32) for _ in cut]
        ids = np.asarray([words.pieces for words in cut], dtype=np.int64)
        # words that only others have are cut off again; no other word is scored by them
        padded = [[*words.first, *[0] * (most - len(words.first))] for words in cut]
        first = np.asarray(padded, dtype=np.int64)
        (scores,) = self.session.run(None, {"ids": ids, "first": first})
        return [found[: len(words.first)] for words, found in zip(cut, scores, strict=True)]


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
