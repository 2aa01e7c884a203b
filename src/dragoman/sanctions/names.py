"""Names as sets of parts, and how far two of them agree.

The order of the parts does not count ("KIM, Jong Un" is "Jong Un Kim"); what counts is how
much of each name the other one has, rare parts more than common ones. This is a soft form
of comparing weighted word sets (Cohen, Ravikumar and Fienberg 2003, "soft TF-IDF"), with a
penalty where both names have parts that the other lacks: "Kim Jong Un" and "Kim Jong Il"
contradict each other, "Naryshkin" and "Sergei Naryshkin" do not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from dragoman.sanctions.spelling import joined_likeness, likeness
from dragoman.sanctions.translit import latin

_APOSTROPHES = re.compile(r"['‘’ʻʼ`´ʹʺ″\"“”«»„]")
_NOT_WORD = re.compile(r"[\W_]+")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
# Parts that say next to nothing: particles and courtesies. They neither make nor break a match.
_EMPTY = frozenset(
    """mr mrs ms dr prof sir lord the of and for de la du van von der den di da dos del y e et
    und wa""".split()
)
_PATRONYMIC = re.compile(
    r"(?:\w{3,}(?:ovich|evich|ovych|evych|ovna|evna|ivna|ovitch|evitch)"
    r"|ilyich|ilich|illich|kuzmich|lukich|fomich|nikitich|ilyinichna)$"
)
# What parts weigh. A patronymic is left out by most texts and so says little by its absence.
_LEAST_WEIGHT = 0.25
_EMPTY_WEIGHT = 0.02
_PATRONYMIC_WEIGHT = 0.15
# How much a part that only one side has takes away, against a part that both have. Parts
# missing on both sides contradict each other. Parts missing on one side are mostly left out:
# of persons' names more often than of others, where "Bank of A" is not "Bank of A and B".
_CONTRADICTION = 2.5
SURPLUS, SURPLUS_OF_PERSONS = 0.5, 0.3
_MOST_PARTS = 24
_LONGEST_JOIN = 3

Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class NamePair:
    """Parts of two names that were taken for the same."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class NameAgreement:
    """How far two names agree.

    ``similarity`` runs from 0 to 1, where 1 means the same parts. ``telling`` (0 to 1) grows
    with how many rare parts they share. ``ours`` and ``theirs`` are the parts left over.
    """

    similarity: float
    telling: float
    pairs: tuple[NamePair, ...]
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


@lru_cache(maxsize=200_000)
def name_parts(text: str) -> tuple[str, ...]:
    """The parts of a name in small Latin letters.

    >>> name_parts("NARYSHKIN, Sergey"), name_parts("al-Qa'ida"), name_parts("O.O.O. «Ромашка»")
    (('naryshkin', 'sergey'), ('al', 'qaida'), ('ooo', 'romashka'))
    """
    plain = _DOTTED.sub(lambda match: match[0].replace(".", ""), _APOSTROPHES.sub("", text))
    return tuple(_NOT_WORD.sub(" ", latin(plain)).split())


def compare_names(
    ours: Sequence[str], theirs: Sequence[str], rarity: Rarity, *, surplus: float = SURPLUS
) -> NameAgreement:
    """How far two names, given by their parts, agree; the order of the parts does not count.

    ``rarity`` gives for a part how much it tells, from 0 (everybody has it) to 1; ``surplus``
    how much parts that only one name has take away.
    """
    left, right = sorted(ours)[:_MOST_PARTS], sorted(theirs)[:_MOST_PARTS]
    pairs = _pair(left, right)
    pairs += _join(left, right, pairs, flip=False)
    pairs += _join(right, left, [_flipped(p) for p in pairs], flip=True)
    weight = _Weights(rarity)
    rest_left = weight.rest(left, [(pair.ours, pair.likeness) for pair in pairs])
    rest_right = weight.rest(right, [(pair.theirs, pair.likeness) for pair in pairs])
    common = sum(
        pair.likeness * (weight.of(pair.ours) + weight.of(pair.theirs)) / 2 for pair in pairs
    )
    against = _CONTRADICTION * min(rest_left, rest_right) + surplus * abs(rest_left - rest_right)
    bits = sum(pair.likeness * _told(pair, rarity) for pair in pairs)
    return NameAgreement(
        similarity=common / (common + against) if common else 0.0,
        telling=1 - 2.0 ** (-1.5 * bits),
        pairs=tuple(pairs),
        ours=_left_over(left, [pair.ours for pair in pairs]),
        theirs=_left_over(right, [pair.theirs for pair in pairs]),
    )


def _told(pair: NamePair, rarity: Rarity) -> float:
    """How much a shared part tells: as much as the commoner of its two spellings."""
    sides = [sum(rarity(p) for p in side if not _is_empty(p)) for side in (pair.ours, pair.theirs)]
    return min(sides)


@dataclass(frozen=True, slots=True)
class _Weights:
    rarity: Rarity

    def of(self, parts: Sequence[str]) -> float:
        """What the parts weigh together."""
        return sum(self._one(part) for part in parts)

    def rest(self, parts: Sequence[str], matched: Sequence[tuple[tuple[str, ...], float]]) -> float:
        """What is left over: parts without a match, and what matched ones lack to being alike."""
        half = sum(self.of(side) * (1 - likeness) for side, likeness in matched)
        return half + self.of(_left_over(parts, [side for side, _ in matched]))

    def _one(self, part: str) -> float:
        if _is_empty(part):
            return _EMPTY_WEIGHT
        if _PATRONYMIC.match(part):
            return _PATRONYMIC_WEIGHT
        full = _LEAST_WEIGHT + (1 - _LEAST_WEIGHT) * self.rarity(part)
        return full / 3 if len(part) == 1 else full


def _is_empty(part: str) -> bool:
    return part in _EMPTY


def _pair(left: Sequence[str], right: Sequence[str]) -> list[NamePair]:
    """Each part with the one it is most like, the best pairs first."""
    scored = sorted(
        (-value, a, b, i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if (value := likeness(a, b))
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs: list[NamePair] = []
    for value, a, b, i, j in scored:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append(NamePair((a,), (b,), -value))
    return pairs


def _join(
    whole: Sequence[str], split: Sequence[str], pairs: Sequence[NamePair], *, flip: bool
) -> list[NamePair]:
    """Parts that the other side writes as several: "Jongun" and "Jong Un", in any order."""
    free = list(_left_over(split, [pair.theirs for pair in pairs]))
    found: list[NamePair] = []
    for part in _left_over(whole, [pair.ours for pair in pairs]):
        for group in _groups(free, len(part)):
            if value := joined_likeness(part, "".join(group)):
                pair = NamePair((part,), group, value)
                found.append(_flipped(pair) if flip else pair)
                for used in group:
                    free.remove(used)
                break
    return found


def _groups(parts: Sequence[str], length: int) -> list[tuple[str, ...]]:
    """Two or three parts in every order whose letters together are about as many."""
    if len(parts) > 6:
        parts = parts[:6]
    return [
        group
        for size in range(2, min(_LONGEST_JOIN, len(parts)) + 1)
        for group in permutations(parts, size)
        if abs(sum(map(len, group)) - length) <= 2
    ]


def _flipped(pair: NamePair) -> NamePair:
    return NamePair(pair.theirs, pair.ours, pair.likeness)


def _left_over(parts: Sequence[str], used: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    rest = list(parts)
    for side in used:
        for part in side:
            rest.remove(part)
    return tuple(rest)
