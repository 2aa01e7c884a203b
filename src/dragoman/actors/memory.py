"""Who was named so far in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.records import MentionKind

# Reasons of places that somebody goes to: these are in play like actors.
_VISITED = ("place: 'visit", "place: 'trip", "place: object of 'visit")


class Memory:
    """The mentions of a document up to the present word."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._named: list[Phrase] = []
        self.around: frozenset[str] = frozenset()  # the states that the present sentence names

    def add(self, phrase: Phrase) -> None:
        """Remembers a mention; mentions come in text order."""
        self._named.append(phrase)

    def backwards(self) -> Iterator[Phrase]:
        """The mentions, the last one first."""
        return reversed(self._named)

    def states(self, *, with_places: bool) -> Iterator[str]:
        """Countries named before, the last one first, repetitions included."""
        for phrase in self.in_play(with_places=with_places):
            if phrase.country is not None:
                yield phrase.country

    def in_play(self, *, with_places: bool) -> Iterator[Phrase]:
        """Mentions before, the last one first; places only where somebody goes there."""
        for phrase in self.backwards():
            if phrase.is_plain_place or not phrase.is_known:
                continue
            is_place = phrase.kind is MentionKind.PLACE
            if not is_place or with_places or phrase.reason.startswith(_VISITED):
                yield phrase

    def point(self, phrase: Phrase, found: Sequence[Phrase], score: float) -> None:
        """Makes ``phrase`` name all of ``found``."""
        first, *others = found
        names = " and ".join(f.name for f in found)
        start = self._scene.words.starts[first.first]
        reason = f"points at {names}, named at character {start}"
        phrase.copy_actor(first)
        phrase.is_open, phrase.score, phrase.reason = False, score, reason
        for other in others:
            twin = Phrase(phrase.first, phrase.last, phrase.role, phrase.kind)
            twin.copy_actor(other)
            twin.score, twin.reason = score, reason
            phrase.also += (twin,)
