"""``bench relation``: the type of what one marked actor does to another in a sentence.

The gold is that of the PLOVER of 2018: fifteen types, CONCEDE and RETREAT being one, YIELD,
and status being told by types of its own. What the coder finds is folded to it. Files whose
gold is coarser (four classes, or cooperation and conflict) are measured on that alone.
No relation found counts as wrong.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.bench.lines import ROW_ERRORS, bad_row, read_packed
from dragoman.bench.probing import UNDATED
from dragoman.bench.report import f1, percent
from dragoman.errors import DataError
from dragoman.events.coder import Probe, Relation
from dragoman.events.ontology import fold_2018
from dragoman.records import Document, Span

_YIELD = "YIELD"
# The quad class of each type of 2018; 1 and 2 are cooperation, 3 and 4 conflict.
QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("COOPERATE", "AID", _YIELD), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
# What stands, marked, for a side that a sentence leaves open.
_PLACEHOLDERS = frozenset({"an actor", "a recipient"})
_TAG = re.compile(r"<(/?)([st])>")

# Root, quad class and binary class (0 cooperation, 1 conflict); None where none is given.
Classes = tuple[str | None, int | None, int | None]
LEVELS = ("root", "quad", "binary")


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A sentence with its two sides, of which either may be open, and the gold classes."""

    text: str
    source: Span | None
    target: Span | None
    gold: Classes


def read_relations(path: Path) -> list[RelationRow]:
    """The rows of a tab-separated file with a header (``.gz`` and ``.xz`` are unpacked).

    Raises ``DataError`` naming the line and what is wrong with it.
    """
    reader = csv.DictReader(io.StringIO(read_packed(path), newline=""), delimiter="\t")
    try:
        rows = [parse_relation(row) for row in reader]
    except (*ROW_ERRORS, csv.Error) as error:
        raise bad_row(path, reader.line_num, error, what="a marked sentence") from error
    if not rows:
        raise DataError(f"{path}: no row found; tab-separated rows with a header expected")
    return rows


def parse_relation(row: Mapping[str, str | None]) -> RelationRow:
    """One row. Raises ``KeyError`` or ``ValueError`` for what the format forbids."""
    text, sides = _unmarked(row["marked_sentence"] or "")
    if not sides:
        raise ValueError("neither <s>…</s> nor <t>…</t> found; one of them at least expected")
    return RelationRow(text, sides.get("s"), sides.get("t"), _gold(row))


def score_relation(row: RelationRow, coder: Probe) -> tuple[Classes, Classes]:
    """The gold and the found classes of ``row``."""
    document = Document(text=row.text, date=UNDATED)
    return row.gold, _found(coder.relate(document, row.source, row.target))


def measure_relation(
    scores: Sequence[tuple[Classes, Classes]],
) -> Mapping[str, tuple[float, int]]:
    """The figures of a sample of rows, for the levels that the gold gives."""
    figures = {}
    for level, name in enumerate(LEVELS):
        pairs = [(g[level], f[level]) for g, f in scores if g[level] is not None]
        if pairs:
            right = sum(gold == found for gold, found in pairs)
            figures[f"{name}_accuracy"] = (percent(right, len(pairs)), len(pairs))
            figures[f"{name}_macro_f1"] = (_macro_f1(pairs), len(pairs))
    return figures


def _unmarked(marked: str) -> tuple[str, dict[str, Span]]:
    """The text without tags and the first span of each side, in whatever order they stand."""
    pieces: list[str] = []
    begun: dict[str, int] = {}
    sides: dict[str, Span] = {}
    length = last = 0
    for tag in _TAG.finditer(marked):
        pieces.append(marked[last : tag.start()])
        length += tag.start() - last
        last = tag.end()
        closing, side = tag.groups()
        if bool(closing) != (side in begun):
            raise ValueError(f"{tag.group()} found at {tag.start()} out of order")
        if not closing:
            begun[side] = length
            continue
        start = begun.pop(side)
        words = "".join(pieces)[start:]
        if words.strip().lower() in _PLACEHOLDERS:
            pieces, length = ["".join(pieces)[:start]], start
        elif words.strip() and side not in sides:
            blank = len(words) - len(words.lstrip())
            sides[side] = Span(start + blank, start + len(words.rstrip()))
    if begun:
        raise ValueError(f"<{next(iter(begun))}> found without its closing tag")
    return "".join([*pieces, marked[last:]]), sides


def _gold(row: Mapping[str, str | None]) -> Classes:
    """The classes that the row gives; coarser ones follow from finer ones where not given."""
    root = row.get("gold_root") or None
    if root in {"CONCEDE", "RETREAT"}:
        root = _YIELD
    if root is not None and root not in QUAD:
        raise ValueError(f"gold_root {root!r} found; one of {', '.join(QUAD)} expected")
    quad = _number(row, ("gold_quad", "gold_penta"), range(1, 5))
    quad = QUAD[root] if root and quad is None else quad
    binary = _number(row, ("gold_binary",), range(2))
    binary = int(quad > 2) if quad and binary is None else binary
    if binary is None:
        raise ValueError("no gold found; gold_root, gold_quad, gold_penta or gold_binary expected")
    return root, quad, binary


def _number(row: Mapping[str, str | None], columns: Sequence[str], allowed: range) -> int | None:
    for column in columns:
        if value := row.get(column):
            if not value.isdecimal() or int(value) not in allowed:
                raise ValueError(
                    f"{column} {value!r} found; {allowed[0]} to {allowed[-1]} expected"
                )
            return int(value)
    return None


def _found(relation: Relation | None) -> Classes:
    if relation is None:
        return None, None, None
    weights: Counter[str] = Counter()
    for reading, chance in relation.chances.items():
        weights[fold_2018(*reading)] += chance  # type: ignore[assignment]
    root = max(weights, key=lambda type_: weights[type_])
    return root, QUAD[root], int(QUAD[root] > 2)


def _macro_f1(pairs: Sequence[tuple[str | int | None, str | int | None]]) -> float:
    """The mean of the F1 of the classes that the gold holds, in percent."""
    gold, found = Counter(g for g, _ in pairs), Counter(f for _, f in pairs)
    hits = Counter(g for g, f in pairs if g == f)
    scores = [f1(hits[c], found[c], gold[c]) for c in gold]
    return sum(scores) / len(scores) if scores else math.nan
