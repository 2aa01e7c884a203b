"""Rows of a user's own: sentences with two given actors and a type, but no trigger marked.

The network is taught through what ``relate`` reads off it: the chance of a type is summed over
all words, each weighed by its chance to be a trigger and by how well the two actors fill its roles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import torch
from torch import Tensor

from dragoman.bench.relation import RelationRow, read_relations
from dragoman.events.model.parts import LINK, ROLES, STATUSES, TYPES
from dragoman.events.model.words import Words, read_words
from dragoman.events.ontology import fold_2018
from training.examples import Range, tokenizer

_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class PairExample:
    """A sentence with the words of its two sides (``None``: open) and the 2018 type."""

    words: Words
    sides: tuple[Range | None, Range | None]
    label: str


def read_extra(path: Path) -> list[PairExample]:
    """The rows of a file that ``bench relation`` reads. Raises ``DataError`` as that does."""
    return [example for row in read_relations(path) if (example := _example(row))]


def _example(row: RelationRow) -> PairExample | None:
    label = row.gold[0]
    if label is None:
        return None
    words = read_words(tokenizer(), row.text)
    sides = [words.range_of(side) if side else None for side in (row.source, row.target)]
    return PairExample(words, (sides[0], sides[1]), label)


@cache
def _folding() -> tuple[tuple[str, ...], Tensor]:
    """The labels of 2018, and which of them each type with each status is (types·statuses x n)."""
    folded = [fold_2018(t, None, s) for t in TYPES for s in STATUSES]
    labels = tuple(sorted(set(folded)))
    matrix = torch.zeros(len(folded), len(labels))
    for row, label in enumerate(folded):
        matrix[row, labels.index(label)] = 1.0
    return labels, matrix


def pair_loss(scores: Mapping[str, Tensor], batch: Sequence[PairExample]) -> Tensor:
    """The mean negative log-likelihood of the rows' types."""
    labels, folding = _folding()
    losses = []
    for number, example in enumerate(batch):
        count = len(example.words.spans)
        of = {name: part[number, :count] for name, part in scores.items()}
        weight = 1 - of["tags"][:, :3].softmax(-1)[:, 0]
        left = of["from_trigger"].view(count, len(ROLES), LINK)
        for role, side in zip(("source", "target"), example.sides, strict=True):
            if side:
                at = ROLES.index(role)
                right = of["to_span"][side[0] : side[1]].mean(0).view(len(ROLES), LINK)[at]
                weight = weight * torch.sigmoid(left[:, at] @ right / LINK**0.5)
        types, statuses = of["types"].softmax(-1), of["statuses"].softmax(-1)
        joint = (types.unsqueeze(2) * statuses.unsqueeze(1)).flatten(1) @ folding
        chances = (weight.unsqueeze(1) * joint).sum(0) / weight.sum().clamp_min(_LEAST)
        losses.append(-chances[labels.index(example.label)].clamp_min(_LEAST).log())
    return torch.stack(losses).mean()
