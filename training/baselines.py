"""What the corpus teaches others' labels: two plain classifiers, trained on it alone.

``python -m training.baselines --plv FILE`` trains TF-IDF with logistic regression, and a
frozen sentence encoder with logistic regression, on growing parts of ``corpus/train`` and
measures root accuracy and macro-F1 on the rows of FILE, none of which is trained on.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.pipeline import make_pipeline

from dragoman.bench.relation import QUAD
from dragoman.corpus import MarkedSentence
from dragoman.corpus.files import read_split
from training.rows import Row, corpus_rows, plv_rows, words_with_sides

_SHARES = (0.1, 0.25, 0.5, 0.75, 1.0)


def scores(gold: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """Root, quad and binary accuracy and macro-F1 in percent."""
    quads = [[QUAD[label] for label in labels] for labels in (gold, found)]
    return {
        "root_accuracy": round(100 * accuracy_score(gold, found), 1),
        "root_macro_f1": round(100 * f1_score(gold, found, average="macro", zero_division=0), 1),
        "quad_accuracy": round(100 * accuracy_score(*quads), 1),
        "binary_accuracy": round(
            100 * accuracy_score(*([q > 2 for q in side] for side in quads)), 1
        ),
    }


def tfidf(train: Sequence[Row], test: Sequence[Row]) -> list[str]:
    """Predictions of TF-IDF over words and the words between the actors."""
    model = make_pipeline(
        TfidfVectorizer(
            analyzer=lambda row: list(words_with_sides(row)), sublinear_tf=True, min_df=2
        ),
        LogisticRegression(max_iter=2000, C=10, class_weight="balanced"),
    )
    model.fit(train, [row.label for row in train])
    return list(model.predict(test))


def frozen_encoder(train: Sequence[Row], test: Sequence[Row]) -> list[str]:
    """Predictions of logistic regression on a frozen MiniLM, sentence and between-text."""
    from training.encoder import embed

    features = [
        np.hstack([embed([row.text for row in rows]), embed([between(row) for row in rows])])
        for rows in (train, test)
    ]
    model = LogisticRegression(max_iter=3000, C=10, class_weight="balanced")
    model.fit(features[0], [row.label for row in train])
    return list(model.predict(features[1]))


def between(row: Row) -> str:
    """The text from the first actor to the second, or the sentence where one is open."""
    if not (row.source and row.target):
        return row.text
    first, second = sorted((row.source, row.target))
    return row.text[first[0] : second[1]]


def main() -> None:
    """Print one JSON object with the figures of both baselines over the corpus's size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("corpus/train"))
    parser.add_argument("--plv", type=Path, required=True)
    parser.add_argument("--encoder", action="store_true", help="the frozen encoder as well")
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong rows")
    options = parser.parse_args()
    sentences = [s for s in read_split(options.corpus) if isinstance(s, MarkedSentence)]
    random.Random(0).shuffle(sentences)
    test = plv_rows(options.plv)
    gold = [row.label for row in test]
    curve: list[dict[str, Any]] = []
    found: list[str] = []
    for share in _SHARES:
        train = corpus_rows(sentences[: round(share * len(sentences))])
        found = tfidf(train, test)
        curve.append({"sentences": round(share * len(sentences)), "rows": len(train)})
        curve[-1]["tfidf"] = scores(gold, found)
    if options.encoder:
        found = frozen_encoder(corpus_rows(sentences), test)
        curve[-1]["frozen_encoder"] = scores(gold, found)
    print(json.dumps({"test": options.plv.name, "n": len(test), "curve": curve}))  # noqa: T201
    wrong = [(row, guess) for row, guess in zip(test, found, strict=True) if row.label != guess]
    for row, guess in wrong[: options.errors]:
        print(f"{row.label} read as {guess}: {row.text}")  # noqa: T201


if __name__ == "__main__":
    main()
