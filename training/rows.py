"""Rows for relation classifiers: a sentence with its two actors marked, and a type."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.corpus.markup import MarkedSentence

# PLV follows an older PLOVER in which CONCEDE and RETREAT are one type.
OLDER_TYPE = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_TAG = re.compile(r"<(/?)([st])>")


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence, where its source and target stand (or ``None``), and the type."""

    text: str
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    label: str


def corpus_rows(sentences: Sequence[MarkedSentence]) -> list[Row]:
    """A row for every event of the corpus, with its first source and first target."""
    rows = []
    for sentence in sentences:
        gold = sentence.gold
        for event in gold["events"]:
            sides = [
                (gold["actors"][side[0]]["start"], gold["actors"][side[0]]["end"]) if side else None
                for side in (event["source"], event["target"])
            ]
            label = OLDER_TYPE.get(event["type"], event["type"])
            rows.append(Row(gold["text"], sides[0], sides[1], label))
    return rows


def plv_rows(path: Path) -> list[Row]:
    """The rows of a PLV file (tab-separated, ``marked_sentence`` and ``gold_root``)."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return [
            unmark(row["marked_sentence"], row["gold_root"])
            for row in csv.DictReader(file, delimiter="\t")
        ]


def unmark(marked: str, label: str) -> Row:
    """The row of a sentence with ``<s>…</s>`` and ``<t>…</t>`` around its actors.

    >>> unmark("<s>Peru</s> met <t>Chile</t>.", "CONSULT").target
    (9, 14)
    """
    plain, length, at = [], 0, 0
    opened: dict[str, int] = {}
    found: dict[str, tuple[int, int]] = {}
    for tag in _TAG.finditer(marked):
        piece = marked[at : tag.start()]
        plain.append(piece)
        length += len(piece)
        at = tag.end()
        closing, side = tag.groups()
        if closing:
            found[side] = (opened.get(side, length), length)
        else:
            opened[side] = length
    plain.append(marked[at:])
    return Row("".join(plain), found.get("s"), found.get("t"), label)


def words_with_sides(row: Row) -> Iterator[str]:
    """The words of a row, and again those between the actors and after the source.

    Words are marked by where they stand, so that a bag of them keeps something of the roles.
    """
    text = row.text.lower()
    yield from re.findall(r"\w+", text)
    if row.source and row.target:
        first, second = sorted((row.source, row.target))
        order = "st" if row.source < row.target else "ts"
        for word in re.findall(r"\w+", text[first[1] : second[0]]):
            yield f"{order}_{word}"
            yield f"between_{word}"
