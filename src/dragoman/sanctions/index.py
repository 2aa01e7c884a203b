"""An index of the names on the lists: which entries a name could possibly be."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise, permutations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dragoman.sanctions.entry import ListName
from dragoman.sanctions.held import HeldEntry, HeldList
from dragoman.sanctions.names import Rarity, name_parts
from dragoman.sanctions.rarity import rarity_of
from dragoman.sanctions.spelling import likeness, spell

# So many names, those that share most with the one asked for, are compared in full.
_MOST_CANDIDATES = 200
# Names that share less of what tells in the one asked for could not score above 0.2.
_LEAST_SHARED = 0.3
# A part that more names have is looked up only when no rarer one is there.
_LONGEST_POSTING = 2_000
_LEAST_EDIT = 0.75
_SHORTEST_EDIT = 4
_LONGEST_JOIN = 20  # letters


@dataclass(frozen=True, slots=True)
class IndexedName:
    """A name of an entry of a list, with its parts."""

    list: HeldList
    held: HeldEntry
    name: ListName
    parts: tuple[str, ...]


class NameIndex:
    """All names of some lists, found by their parts in any spelling and order."""

    def __init__(self, lists: Iterable[HeldList]) -> None:
        self._names = [name for held in lists for name in _names(held)]
        counts: Counter[str] = Counter()
        entries: set[tuple[str, str]] = set()
        parts_of: dict[tuple[str, str], set[str]] = defaultdict(set)
        for name in self._names:
            parts_of[name.list.name, name.held.entry.id].update(name.parts)
        for key, parts in parts_of.items():
            entries.add(key)
            counts.update(parts)
        self.rarity: Rarity = rarity_of(counts, len(entries))
        self._postings = _postings(self._names)
        self._by_key = _keys(self._postings)
        self._joined = _joined(self._names)
        self._folds = _folds(self._postings)
        self._alike: dict[str, dict[str, float]] = {}

    def __len__(self) -> int:
        return len(self._names)

    def candidates(self, parts: Sequence[str]) -> list[IndexedName]:
        """The names that share most with ``parts``; whatever order these come in."""
        mass: dict[int, float] = defaultdict(float)
        found = [(part, self._parts_like(part)) for part in sorted(set(parts))]
        short = [
            (part, alike)
            for part, alike in found
            if sum(len(self._postings[p]) for p in alike) <= _LONGEST_POSTING
        ]
        for part, alike in short or found:
            best: dict[int, float] = {}
            for other, value in alike.items():
                for number in self._postings[other]:
                    best[number] = max(value, best.get(number, 0.0))
            for number, value in best.items():
                mass[number] += value * self.rarity(part)
        for number in self._joins(parts):
            mass[number] += 1.0
        least = _LEAST_SHARED * sum(self.rarity(part) for part, _ in found)
        shared = {number: value for number, value in mass.items() if value >= least}
        chosen = nlargest(_MOST_CANDIDATES, shared.items(), key=lambda item: (item[1], -item[0]))
        return [self._names[number] for number, _ in chosen]

    def _parts_like(self, part: str) -> Mapping[str, float]:
        """The parts of names on the lists that ``part`` may be a spelling of."""
        found = self._alike.get(part)
        if found is None:
            spelled = spell(part)
            others = {part} if part in self._postings else set()
            for key in _keys_of(part):
                others.update(self._by_key.get(key, ()))
            others.update(self._near(spelled.fold))
            found = {o: value for o in others if (value := likeness(part, o))}
            self._alike[part] = found
        return found

    def _near(self, fold: str) -> Iterator[str]:
        """Parts whose fold is a letter or two off."""
        if len(fold) < _SHORTEST_EDIT:
            return
        slack = max(1, len(fold) // 4)
        for length in range(len(fold) - slack, len(fold) + slack + 1):
            folds = self._folds.get(length, {})
            for match, _, _ in process.extract_iter(
                fold, folds.keys(), scorer=OSA.normalized_similarity, score_cutoff=_LEAST_EDIT
            ):
                yield from folds[match]

    def _joins(self, parts: Sequence[str]) -> set[int]:
        """Names that write apart what ``parts`` writes together, and the other way round."""
        found: set[int] = set()
        for part in parts:
            found.update(self._joined.get(part, ()))
        if 1 < len(parts) <= 4:
            for one, other in permutations(parts, 2):
                found.update(self._postings.get(one + other, ()))
        return found


def _names(held_list: HeldList) -> Iterator[IndexedName]:
    for held in held_list.entries:
        for name in held.entry.names:
            if parts := name_parts(name.text):
                yield IndexedName(held_list, held, name, parts)


def _postings(names: Sequence[IndexedName]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for part in set(name.parts):
            found[part].append(number)
    return dict(found)


def _keys(parts: Iterable[str]) -> dict[str, list[str]]:
    """By fold, consonants and variant, the parts that have them."""
    found: dict[str, list[str]] = defaultdict(list)
    for part in parts:
        for key in _keys_of(part):
            found[key].append(part)
    return dict(found)


def _keys_of(part: str) -> Iterator[str]:
    spelled = spell(part)
    yield f"f{spelled.fold}"
    if len(spelled.skeleton) >= 3:
        yield f"s{spelled.skeleton}"
    for number in spelled.variants:
        yield f"v{number}"


def _folds(parts: Iterable[str]) -> dict[int, dict[str, list[str]]]:
    """By length, the folds of that length and the parts that have them."""
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for part in parts:
        fold = spell(part).fold
        found[len(fold)][fold].append(part)
    return {length: dict(folds) for length, folds in found.items()}


def _joined(names: Sequence[IndexedName]) -> dict[str, list[int]]:
    """Two neighbouring parts, and all of a short name, written together."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        texts = {a + b for a, b in pairwise(name.parts)}
        if 2 < len(name.parts) <= 4:
            texts.add("".join(name.parts))
        for text in texts:
            if len(text) <= _LONGEST_JOIN:
                found[text].append(number)
    return dict(found)
