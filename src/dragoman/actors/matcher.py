"""Finds every name of the catalogue in a text.

A tree of words holds all spellings; one walk over the words of a sentence finds the longest
name at each place. What a name means is left to the resolver.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.actors.forms import Case
from dragoman.actors.index import CatalogueIndex
from dragoman.actors.words import Words

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "du", "la", "al", "el"})
# Below this many letters a word in capitals is an acronym, not a name in a line of capitals.
_CAPITALS_FROM = 4
_RUN = re.compile(
    r"[\u0900-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+"
)
_HANGUL = re.compile(r"[\u1100-\u11ff\uac00-\ud7af]")
_ADJECTIVE_ROLES = frozenset("gat")

# What a node of the tree keeps for one name: form, case, references.
Leaf = list[tuple[str, int, list[str]]]

_PROPER, _LOOSE, _ANY, _RAW = (int(c) for c in (Case.PROPER, Case.LOOSE, Case.ANY, Case.RAW))


class Found(NamedTuple):
    """A name at words ``first`` to ``last`` (excluded), and all that it may refer to."""

    first: int
    last: int
    refs: list[str]


class FoundRun(NamedTuple):
    """A name inside a run of letters without spaces: character offsets."""

    start: int
    end: int
    refs: list[str]


class Matcher:
    """Looks names up in the tree of an index."""

    def __init__(self, index: CatalogueIndex) -> None:
        self._index = index
        self._branch = index.branch
        self._nodes = index.nodes
        self._lower_starts = index.lower_starts
        self._first_words = index.first_words
        self._capitals = index.lexicon.words_in_capitals
        self._things = index.lexicon.things
        self._adjectival = index.lexicon.adjectival
        self._native_lengths: dict[str, list[int]] = {}

    def find(self, words: Words, first: int, last: int) -> list[Found]:
        """The names among words ``first`` to ``last``: longest first, none overlapping.

        Hyphens and apostrophes bound a name like blank space does. A name never reaches over
        a comma or full stop, save in abbreviations and in long names that hold a comma.
        """
        lower, cased, gaps = words.lower, words.cased, words.gaps
        lower_starts, first_words = self._lower_starts, self._first_words
        found: list[Found] = []
        index = first
        while index < last:
            word = lower[index]
            if word not in (lower_starts if word == cased[index] else first_words):
                index += 1
                continue
            node = self._nodes.get(word) or self._branch(word)
            ends: list[tuple[int, Leaf]] = []
            stop = index + 1
            while node:
                leaf = node.get("")
                if leaf is not None:
                    ends.append((stop, leaf))
                if stop >= last:
                    break
                node = node.get(lower[stop])
                if node is None:
                    break
                # blank space is by far the most frequent gap
                if gaps[stop] != " " and not self._goes_on(words, index, stop):
                    break
                stop += 1
            index = self._take_longest(words, index, last, ends, found) if ends else index + 1
        return found

    @staticmethod
    def _goes_on(words: Words, first: int, index: int) -> bool:
        """Whether the signs before word ``index`` may stand inside a name begun at ``first``."""
        return words.joined(index) or (index - first >= 3 and words.gaps[index] == ", ")

    def _take_longest(
        self,
        words: Words,
        first: int,
        last: int,
        ends: list[tuple[int, Leaf]],
        found: list[Found],
    ) -> int:
        """Appends the longest name whose capitals agree; returns where to look on."""
        for stop, leaf in reversed(ends):
            refs = self._agreeing(words, first, stop, leaf)
            if refs and not self._is_adjective(words, stop, last, refs):
                # a name that only keeps ours from being found in it, unless an actor bears it too
                actors = [ref for ref in refs if ref[0] != "x"] if len(refs) > 1 else refs
                if actors and actors[0][0] != "x":
                    found.append(Found(first, stop, actors))
                return stop
        return first + 1

    def _is_adjective(self, words: Words, stop: int, last: int, refs: list[str]) -> bool:
        """Whether a title only describes the thing after it ("military exercises")."""
        return (
            refs[0][0] in _ADJECTIVE_ROLES
            and words.lower[stop - 1] in self._adjectival
            and stop < last
            and words.lower[stop] in self._things
            and words.gaps[stop] == " "
        )

    def _agreeing(self, words: Words, first: int, stop: int, leaf: Leaf) -> list[str]:
        cased = words.cased
        spelt = cased[first] if stop == first + 1 else " ".join(cased[first:stop])
        agreeing: list[str] = []
        for form, case, refs in leaf:
            if (
                case == _ANY
                or (spelt == form and case != _RAW and self._is_meant(words, first, stop, spelt))
                or (case == _RAW and words.text[words.starts[first] : words.ends[stop - 1]] == form)
                or (case < _ANY and spelt != form and self._otherwise(spelt, form, case == _LOOSE))
            ):
                agreeing = agreeing + refs if agreeing else refs
        return agreeing

    def _is_meant(self, words: Words, first: int, stop: int, spelt: str) -> bool:
        """Whether capitals mean an acronym: not so where the words around have them too."""
        if stop > first + 1 or not spelt.isupper() or words.lower[first] not in self._capitals:
            return True
        around = words.cased[max(first - 3, 0) : first] + words.cased[stop : stop + 3]
        return not any(len(w) > 3 and w.isupper() for w in around)

    def _otherwise(self, spelt: str, form: str, loose: bool) -> bool:
        """Whether other capitals than the form's still spell it."""
        if spelt.isupper():
            letters = sum(map(len, spelt.split()))
            return (
                letters >= _CAPITALS_FROM
                and not form.islower()
                and spelt.lower() not in self._capitals
                and spelt.lower() == form.lower()
            )
        mine, theirs = spelt.split(" "), form.split(" ")
        if len(mine) == 1 == len(theirs):
            return (
                form.isupper()
                and len(form) >= _CAPITALS_FROM
                and spelt == form.capitalize()
                and spelt.lower() not in self._capitals
            )
        if loose:
            return mine[0] == theirs[0]
        return all(m == t or t.islower() or m in _SMALL for m, t in zip(mine, theirs, strict=True))

    def find_runs(self, text: str, start: int, end: int) -> Iterator[FoundRun]:
        """Names in Chinese, Japanese, Korean and other scripts that set no spaces.

        Korean names begin with a word, as particles follow but never precede them.
        """
        if text.isascii():
            return
        if not self._native_lengths:
            self._native_lengths = _lengths(self._index.native)
        for run in _RUN.finditer(text, start, end):
            index = run.start()
            while index < run.end():
                hit = self._native_at(text, index, run.end())
                inside_word = index > run.start() and _HANGUL.match(text, index)
                if hit is None or inside_word:
                    index += 1
                    continue
                yield hit
                index = hit.end

    def _native_at(self, text: str, index: int, end: int) -> FoundRun | None:
        for length in self._native_lengths.get(text[index], ()):
            refs = self._index.native.get(text[index : index + length])
            if refs is not None and index + length <= end:
                return FoundRun(index, index + length, refs)
        return None


def _lengths(native: dict[str, list[str]]) -> dict[str, list[int]]:
    """For each first letter the lengths of the names that start with it, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in native:
        lengths.setdefault(name[0], set()).add(len(name))
    return {letter: sorted(found, reverse=True) for letter, found in lengths.items()}
