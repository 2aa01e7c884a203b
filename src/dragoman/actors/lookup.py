"""The names of the compiled catalogue, looked up exactly or by how near they are spelt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from dragoman.actors.forms import Role
from dragoman.actors.index import CatalogueIndex
from dragoman.actors.trie import LEAF, Node
from dragoman.actors.words import Words

# Roles whose spellings name somebody; titles and pronouns name nobody by themselves.
NAMING = frozenset("ndcbgaorpf")
# Likeness (0 to 100) below which a spelling is another name. Chosen by hand: "Naryshkin" and
# "Narishkin" are 89 alike, "Sergei Ivanov" and "Sergei Lavrov" 77.
NEAR = 82.0


@dataclass(frozen=True, slots=True)
class NameHit:
    """A spelling of the catalogue, whom it may name ("n:RUS"), and how like it is (0 to 1)."""

    spelling: str
    refs: tuple[str, ...]
    likeness: float


class Lookup:
    """The names of an index, by exact and by near spelling."""

    def __init__(self, index: CatalogueIndex) -> None:
        self._index = index

    def exact(self, name: str) -> Iterator[NameHit]:
        """The spellings that are ``name`` but for capitals, accents and signs."""
        words = Words(name).lower
        if words[:1] == ["the"] and len(words) > 1:
            words = words[1:]
        if not words:
            return
        node = self._index.branch(words[0])
        for word in words[1:]:
            node = node.get(word) if node else None
        for spelling, _, refs in (node or {}).get(LEAF, ()):
            named = tuple(ref for ref in refs if ref[0] in NAMING)
            if named:
                yield NameHit(spelling, named, 1.0)
        native = self._index.native.get(name.strip())
        if native:
            yield NameHit(name.strip(), tuple(native), 1.0)

    def near(self, name: str, *, limit: int) -> Iterator[NameHit]:
        """The spellings nearest to ``name``, best first; none that is too far."""
        query = " ".join(Words(name).lower)
        if len(query) < 4:  # of three letters, any two names are near
            return
        found = process.extract(
            query, self._spellings.keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=limit
        )
        for key, score, _ in found:
            spelling, refs = self._spellings[key]
            yield NameHit(spelling, tuple(refs), score / 100)

    @cached_property
    def _spellings(self) -> dict[str, tuple[str, list[str]]]:
        """Every spelling in small letters, as it is written, and whom it may name."""
        found: dict[str, tuple[str, list[str]]] = {}
        for word in self._index.first_words:
            for key, spelling, refs in _leaves(word, self._index.branch(word) or {}):
                named = [ref for ref in refs if ref[0] in NAMING]
                if named:
                    found.setdefault(key, (spelling, []))[1].extend(named)
        return found


def _leaves(key: str, node: Node) -> Iterator[tuple[str, str, list[str]]]:
    for word, value in node.items():
        if word == LEAF:
            for spelling, _, refs in value:
                yield key, spelling, refs
        else:
            yield from _leaves(f"{key} {word}", value)


def role_of(ref: str) -> Role:
    """The role of a reference ("n:RUS")."""
    return Role(ref[0])
