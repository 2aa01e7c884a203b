"""A fine-tuned pair classifier: the encoder reads a sentence with its two actors marked.

It shows what the corpus teaches about types when the encoder may learn (the joint coder is
another matter): ``python -m training.pairs --plv FILE`` trains on ``corpus/train`` and
measures on the rows of FILE. The recipe (markers as new tokens; sentence, marker and mean
states joined; label smoothing; warm-up and linear decay) is a common one for relation
classification with markers (Baldini Soares et al. 2019).
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from dragoman.bench.relation import QUAD
from dragoman.corpus import MarkedSentence
from dragoman.corpus.files import read_split
from training.baselines import scores
from training.encoder import weights_folder
from training.rows import Row, corpus_rows, plv_rows

_MARKERS = ("[S]", "[/S]", "[T]", "[/T]")
_SEEDS = {"[S]": "actor", "[/S]": "actor", "[T]": "target", "[/T]": "target"}
_LENGTH = 96
LABELS = tuple(sorted(QUAD))


def marked(row: Row) -> str:
    """The sentence with markers around source and target; an open side has none."""
    cuts = []
    for span, (left, right) in ((row.source, _MARKERS[:2]), (row.target, _MARKERS[2:])):
        if span is not None:
            cuts += [(span[0], 1, f" {left} "), (span[1], 0, f" {right} ")]
    text = row.text
    for at, _, sign in sorted(cuts, reverse=True):
        text = text[:at] + sign + text[at:]
    return text


class PairClassifier(nn.Module):
    """The encoder with a linear head over sentence, source, target and mean state."""

    def __init__(self, encoder: Any, marker_ids: Sequence[int]) -> None:
        super().__init__()
        self.encoder = encoder
        self.source_id, self.target_id = marker_ids[0], marker_ids[2]
        width = 4 * encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.types = nn.Linear(width, len(LABELS))
        self.quads = nn.Linear(width, 4)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of the types (n x 15) and of the quad classes (n x 4)."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        first = states[:, 0]
        parts = [first]
        for marker in (self.source_id, self.target_id):
            there = (ids == marker).float()
            found = (states * there.unsqueeze(-1)).sum(1)
            parts.append(torch.where(there.any(1, keepdim=True), found, first))
        weights = mask.unsqueeze(-1).float()
        parts.append((states * weights).sum(1) / weights.sum(1))
        joined = self.dropout(torch.cat(parts, dim=-1))
        return self.types(joined), self.quads(joined)


def train(
    rows: Sequence[Row], *, epochs: int, seed: int, batch: int = 16
) -> tuple[PairClassifier, Any]:
    """A classifier trained on ``rows``, and its tokenizer."""
    from transformers import AutoModel, AutoTokenizer, get_linear_schedule_with_warmup

    torch.manual_seed(seed)
    rng = random.Random(seed)
    tokenizer = AutoTokenizer.from_pretrained(str(weights_folder()))
    encoder = AutoModel.from_pretrained(str(weights_folder()))
    tokenizer.add_special_tokens({"additional_special_tokens": list(_MARKERS)})
    encoder.resize_token_embeddings(len(tokenizer))
    ids = tokenizer.convert_tokens_to_ids(list(_MARKERS))
    table = encoder.get_input_embeddings().weight
    with torch.no_grad():
        for marker, number in zip(_MARKERS, ids, strict=True):
            table[number] = table[tokenizer.convert_tokens_to_ids(_SEEDS[marker])]
    model = PairClassifier(encoder, ids)
    heads = [*model.types.parameters(), *model.quads.parameters()]
    optimiser = torch.optim.AdamW(
        [{"params": encoder.parameters(), "lr": 2e-4}, {"params": heads, "lr": 1e-3}],
        weight_decay=0.01,
    )
    steps = epochs * (len(rows) // batch + 1)
    schedule = get_linear_schedule_with_warmup(optimiser, steps // 10, steps)
    loss_of = nn.CrossEntropyLoss(label_smoothing=0.05)
    model.train()
    for _ in range(epochs):
        for part in _batches(rows, batch, rng):
            encoded = _encode(tokenizer, part)
            types, quads = model(**encoded)
            loss = loss_of(types, torch.tensor([LABELS.index(r.label) for r in part]))
            loss = loss + 0.3 * loss_of(quads, torch.tensor([QUAD[r.label] - 1 for r in part]))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    return model, tokenizer


def predict(model: PairClassifier, tokenizer: Any, rows: Sequence[Row]) -> list[str]:
    """The type of each row."""
    model.eval()
    found: list[str] = []
    with torch.inference_mode():
        for start in range(0, len(rows), 32):
            types, _ = model(**_encode(tokenizer, rows[start : start + 32]))
            found += [LABELS[i] for i in types.argmax(-1).tolist()]
    return found


def _encode(tokenizer: Any, rows: Sequence[Row]) -> dict[str, Tensor]:
    encoded = tokenizer(
        [marked(r) for r in rows],
        padding=True,
        truncation=True,
        max_length=_LENGTH,
        return_tensors="pt",
    )
    return {"ids": encoded["input_ids"], "mask": encoded["attention_mask"]}


def _batches(rows: Sequence[Row], size: int, rng: random.Random) -> Iterator[list[Row]]:
    """Rows in random order, those of like length together, so that little is padding."""
    order = sorted(rows, key=lambda r: len(r.text) + rng.uniform(0, 40))
    parts = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(parts)
    yield from parts


def main() -> None:
    """Train on the corpus alone, measure on the given rows, print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("corpus/train"))
    parser.add_argument("--plv", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--errors", type=Path, help="write the wrong rows here")
    options = parser.parse_args()
    sentences = [s for s in read_split(options.corpus) if isinstance(s, MarkedSentence)]
    rows, test = corpus_rows(sentences), plv_rows(options.plv)
    gold = [row.label for row in test]
    started = time.process_time()
    model, tokenizer = train(rows, epochs=options.epochs, seed=options.seed)
    seconds = time.process_time() - started
    found = predict(model, tokenizer, test)
    report = {
        "test": options.plv.name,
        "n": len(test),
        "sentences": len(sentences),
        "rows": len(rows),
        "cpu_seconds": round(seconds),
        **scores(gold, found),
    }
    print(json.dumps(report))  # noqa: T201
    if options.errors:
        wrong = [(r, f) for r, f in zip(test, found, strict=True) if r.label != f]
        lines = [f"{r.label} read as {f}: {marked(r)}" for r, f in wrong]
        options.errors.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
