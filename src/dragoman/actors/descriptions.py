"""Descriptions that point back: "the two countries", "the country", "the two leaders"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.actors.memory import Memory
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.records import MentionKind, Sector

# Scores by how the antecedent was found; set by hand, not calibrated.
_PAIR_IN_SENTENCE = 0.8
_PAIR = 0.65
_LEADERS = 0.65
_ONLY_STATE = 0.75
_NEAREST_STATE = 0.55
_NOBODY = 0.3
_KOREAS = ("KOR", "PRK")
_SIDES = frozenset({"sides", "parties", "armies", "militaries"})


class Descriptions:
    """Resolves words that stand for states or leaders named before."""

    def __init__(self, scene: Scene, memory: Memory) -> None:
        self._scene = scene
        self._memory = memory

    def resolve(
        self, phrase: Phrase, sentence: tuple[int, int], here: Sequence[Phrase]
    ) -> Phrase | None:
        """``phrase`` with the actor that its words point at; ``None`` when it is no mention.

        ``here`` are the mentions of the same sentence before it.
        """
        by_kind: dict[str, Callable[[Phrase, tuple[int, int], Sequence[Phrase]], Phrase | None]]
        by_kind = {
            "pair": self._pair,
            "countries": self._pair,
            "leaders": self._leaders,
            "koreas": self._koreas,
            "country": self._country,
            "west": self._west,
            "neighbour": self._neighbour,
        }
        resolve = by_kind.get(phrase.special)
        return resolve(phrase, sentence, here) if resolve else None

    def _state_phrase(self, country: str, source: Phrase) -> Phrase:
        state = self._scene.index.state(country)
        return Phrase(
            source.first,
            source.last,
            "n",
            name=state.name,
            country=state.id,
            sector=Sector.GOV,
        )

    def _pair(
        self, phrase: Phrase, sentence: tuple[int, int], here: Sequence[Phrase]
    ) -> Phrase | None:
        words = self._scene.words.lower
        sides = words[phrase.last - 1] in _SIDES
        named = {self._side(p, sides) for p in here if p.kind is not MentionKind.PLACE} - {""}
        found: dict[str, Phrase] = {}
        for mention in self._memory.in_play(with_places=False):
            key = self._side(mention, sides)
            if key and key not in found and len(found) < 2:
                found[key] = mention if key == mention.org else self._state_phrase(key, mention)
        if len(found) < 2:
            return self._nobody(phrase, "fewer than two states are named before")
        if phrase.special == "countries" and len(named) != 2:
            return None
        score = _PAIR_IN_SENTENCE if len(named) == 2 else _PAIR
        self._memory.point(phrase, list(found.values())[::-1], score)
        return phrase

    def _side(self, mention: Phrase, sides: bool) -> str:
        """Who stands for a mention in a pair: a group for itself where "sides" are meant."""
        if sides and mention.org is not None and mention.role in "or":
            return mention.org
        return mention.country or ""

    def _leaders(
        self, phrase: Phrase, sentence: tuple[int, int], here: Sequence[Phrase]
    ) -> Phrase | None:
        people: dict[str, Phrase] = {}
        for named in self._memory.backwards():
            if named.person and named.is_known:
                people.setdefault(named.person, named)
        found = list(people.values())[:2][::-1]
        if len(found) == 2:
            self._memory.point(phrase, found, _LEADERS)
            return phrase
        return self._pair(phrase, sentence, here)

    def _koreas(
        self, phrase: Phrase, sentence: tuple[int, int], here: Sequence[Phrase]
    ) -> Phrase | None:
        self._memory.point(phrase, [self._state_phrase(c, phrase) for c in _KOREAS], _ONLY_STATE)
        phrase.reason = "the two Koreas"
        for twin in phrase.also:
            twin.reason = phrase.reason
        return phrase

    def _country(
        self, phrase: Phrase, sentence: tuple[int, int], here: Sequence[Phrase]
    ) -> Phrase | None:
        countries = list(self._memory.states(with_places=True))
        if not countries:
            return None
        inside = {p.country for p in here if p.country}
        score = _ONLY_STATE if len(inside or set(countries)) == 1 else _NEAREST_STATE
        source = next(p for p in self._memory.backwards() if p.country == countries[0])
        self._memory.point(phrase, [self._state_phrase(countries[0], source)], score)
        return phrase

    def _neighbour(
        self, phrase: Phrase, sentence: tuple[int, int], here: Sequence[Phrase]
    ) -> Phrase | None:
        """The other one where just two states are in play and one of them is the subject."""
        countries = set(self._memory.states(with_places=True))
        subjects = {p.country for p in here if p.country}
        others = countries - subjects
        if len(countries) != 2 or len(subjects) != 1 or len(others) != 1:
            return None
        country = others.pop()
        source = next(p for p in self._memory.backwards() if p.country == country)
        self._memory.point(phrase, [self._state_phrase(country, source)], _NEAREST_STATE)
        return phrase

    def _west(
        self, phrase: Phrase, sentence: tuple[int, int], here: Sequence[Phrase]
    ) -> Phrase | None:
        words, end = self._scene.words, phrase.last
        if end < sentence[1] and words.spaced(end) and words.cased[end][0].isupper():
            return None
        if end < sentence[1] and words.lower[end] == "of":
            return None
        return self._nobody(phrase, "'the West' names no one state")

    @staticmethod
    def _nobody(phrase: Phrase, reason: str) -> Phrase:
        phrase.is_open, phrase.score, phrase.reason = False, _NOBODY, reason
        return phrase
