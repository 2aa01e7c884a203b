"""What makes two spellings of one part of a name the same: folds, skeletons, known variants."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

# Applied in this order; each brings together spellings that different romanisations give
# one sound. From the tables of the romanisations in use (BGN/PCGN, ISO 9, French and German
# press usage, ALA-LC for Arabic), not fitted to any list.
_SOUNDS = (
    ("tsch", "sh"), ("shch", "sh"), ("sch", "sh"), ("tch", "sh"), ("dzh", "j"), ("dj", "j"),
    ("zh", "j"), ("kh", "h"), ("gh", "h"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"),
    ("q", "k"), ("x", "ks"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
)  # fmt: skip
_FOLDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"c(?![hei])", "k"),
        (r"(.)\1", r"\1"),
        (r"(?<=[^aeiou])y(?=[^aeiou])|(?<=[aeou])y(?=[^aeiou])", "i"),
        (r"(?<=[oe])f$", "v"),
        (r"(?<=.)(?:ei|ey|ej|ai|ay|iy|ii|ij|yi|ie|y)$", "i"),
        (r"(?<=[aeiou])h$", ""),
    )
)
# The soft sign and the glides of Slavic names; short names (Yong, Hyon) would lose too much.
_GLIDE = re.compile(r"(?<=.)[yi](?=[aeou])|^y(?=[aeou])")
_GLIDE_FROM = 6
_VOWELS = re.compile(r"(?<=.)[aeiouy]+")

# How alike two parts are that are not the same word, by what makes them alike. Chosen so
# that the order is: known variant, same fold, same consonants, one or two letters off.
_VARIANT, _FOLD, _JOINED, _SKELETON, _INITIAL = 0.97, 0.95, 0.95, 0.8, 0.6
_SHORTEST_SKELETON = 3
_SHORTEST_EDIT = 4
_LEAST_EDIT = 0.75


@dataclass(frozen=True, slots=True)
class Spelling:
    """One part of a name in small Latin letters, with what it is compared by."""

    text: str
    fold: str
    skeleton: str
    variants: frozenset[int]


@lru_cache(maxsize=200_000)
def spell(text: str) -> Spelling:
    """The spelling of a part, which must be in small Latin letters or digits."""
    fold = fold_spelling(text)
    return Spelling(text, fold, _VOWELS.sub("", fold), _variants().get(text, frozenset()))


def fold_spelling(text: str) -> str:
    """A key that spellings of one sound share.

    >>> fold_spelling("sergey") == fold_spelling("sergei"), fold_spelling("yevgeniy")
    (True, 'evgeni')
    """
    folded = _GLIDE.sub("", _GLIDE.sub("", text)) if len(text) >= _GLIDE_FROM else text
    for written, sound in _SOUNDS:
        folded = folded.replace(written, sound)
    for pattern, to in _FOLDS:
        folded = pattern.sub(to, folded)
    return folded or text


@lru_cache(maxsize=500_000)
def likeness(a: str, b: str) -> float:
    """How alike two parts of names are, from 0 to 1; the same both ways round.

    >>> likeness("sergei", "sergey"), likeness("kim", "kim"), likeness("un", "il")
    (0.97, 1.0, 0.0)
    """
    if a == b:
        return 1.0
    one, other = spell(a), spell(b)
    if one.variants & other.variants:
        return _VARIANT
    if one.fold == other.fold:
        return _FOLD
    if len(a) == 1 or len(b) == 1:
        return _INITIAL if a[0] == b[0] else 0.0
    same_skeleton = one.skeleton == other.skeleton and len(one.skeleton) >= _SHORTEST_SKELETON
    return max(_SKELETON if same_skeleton else 0.0, _edit_likeness(one.fold, other.fold))


def joined_likeness(whole: str, parts: str) -> float:
    """How alike one part is to several written together ("jongun", "jong" + "un")."""
    if whole == parts:
        return _JOINED
    return _JOINED * _FOLD if fold_spelling(whole) == fold_spelling(parts) else 0.0


def _edit_likeness(a: str, b: str) -> float:
    """One letter off in six counts 0.6, two in eight 0.45, more or shorter nothing."""
    if min(len(a), len(b)) < _SHORTEST_EDIT or a.isdigit() or b.isdigit():
        return 0.0
    same = OSA.normalized_similarity(a, b, score_cutoff=_LEAST_EDIT)
    return 0.9 * (2 * same - 1) if same else 0.0


@cache
def _variants() -> Mapping[str, frozenset[int]]:
    path = files("dragoman.sanctions") / "data" / "variants.csv"
    found: dict[str, set[int]] = {}
    for number, row in enumerate(csv.DictReader(path.read_text("utf-8").splitlines())):
        for text in row["spellings"].split():
            found.setdefault(text, set()).add(number)
    return {text: frozenset(numbers) for text, numbers in found.items()}


@cache
def variant_groups() -> Mapping[int, tuple[str, ...]]:
    """The spellings of each group of the table, by its number."""
    found: dict[int, list[str]] = {}
    for text, numbers in _variants().items():
        for number in numbers:
            found.setdefault(number, []).append(text)
    return {number: tuple(texts) for number, texts in found.items()}
