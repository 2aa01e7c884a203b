"""Descriptions that point back: "the two countries", "the ministry", "the country"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.records import MentionKind, Sector

# Scores by how the antecedent was found; set by hand, not calibrated.
_PAIR_IN_SENTENCE = 0.8
_PAIR = 0.65
_LEADERS = 0.65
_ONLY_STATE = 0.75
_NEAREST_STATE = 0.55
_SAME_TITLE = 0.7
_COUNTRY_OF_TEXT = 0.5
_NO_COUNTRY = 0.3
# A text is about a state that has this share of its mentions of states. Chosen on the project's
# own corpus, where it added right countries five times as often as wrong ones.
_SUBJECT_OF_TEXT = 0.6
_KOREAS = ("KOR", "PRK")
# Tags that a kind of agency answers to ("the ministry", "the service").
_TAG_OF_KIND = {
    "foreign-ministry": "ministry",
    "defence-ministry": "ministry",
    "interior-ministry": "ministry",
    "finance-ministry": "ministry",
    "other-ministry": "ministry",
    "intelligence": "service",
    "security": "service",
    "armed-forces": "military",
    "military-branch": "military",
    "general-staff": "military",
    "executive-office": "government",
}
_ANSWERS = {
    "agency": {"service", "news-agency", "space-agency", "nuclear-agency", "organisation"},
    "opposition": {"opposition", "opposition-leader"},
}
_VAGUE_BODIES = frozenset({"service", "agency", "ministry"})
_SIDES = frozenset({"sides", "parties", "armies", "militaries"})
_VISITED = ("place: 'visit", "place: 'trip", "place: object of 'visit")


class Antecedents:
    """Who was named so far, and what later words mean by it."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._named: list[Phrase] = []
        self.around: frozenset[str] = frozenset()  # the states named in the sentence

    def add(self, phrase: Phrase) -> None:
        """Remembers a mention; mentions come in text order."""
        self._named.append(phrase)

    def resolve(
        self, phrase: Phrase, sentence: tuple[int, int], here: Sequence[Phrase]
    ) -> Phrase | None:
        """``phrase`` with the actor that its words point at; ``None`` when it is no mention."""
        by_kind: dict[str, Callable[[Phrase, tuple[int, int], Sequence[Phrase]], Phrase | None]]
        by_kind = {
            "pair": self._pair,
            "countries": self._pair,
            "leaders": self._leaders,
            "koreas": self._koreas,
            "country": self._country,
            "west": self._west,
            "western": lambda *_: None,
            "neighbour": self._neighbour,
            "title": self._title,
            "alone": self._alone,
        }
        resolve = by_kind.get(phrase.special)
        return resolve(phrase, sentence, here) if resolve else None

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

    def unowned(self, phrase: Phrase) -> Phrase | None:
        """An office or body whose owner stays unclear."""
        phrase.is_open = False
        phrase.country = phrase.org = None
        phrase.score = _NO_COUNTRY
        phrase.reason = "whose it is, the text does not tell clearly"
        is_crowd = phrase.title is not None and phrase.title.kind == "people"
        return None if is_crowd or phrase.sector is Sector.UNK else phrase

    def refine(self, phrase: Phrase) -> None:
        """Of "the Russian service" after the SVR was named: makes it the SVR."""
        title = phrase.title
        if title is None or phrase.country is None or phrase.is_open or phrase.person:
            return
        is_vague = title.tag in _VAGUE_BODIES and phrase.org is None
        if not is_vague and not (title.kind == "office" and phrase.kind is MentionKind.OFFICE):
            return
        for named in reversed(self._named):
            if named.country == phrase.country and self._answers(phrase, named):
                phrase.copy_actor(named)
                start = self._scene.words.starts[named.first]
                phrase.reason += f"; {named.name}, named at character {start}"
                return
        if phrase.sector is Sector.UNK:
            phrase.sector = Sector.GOV

    # -- states

    def _states(self, *, with_places: bool) -> Iterator[str]:
        """Countries named before, the last one first, repetitions included."""
        for phrase in self._in_play(with_places=with_places):
            if phrase.country is not None:
                yield phrase.country

    def _in_play(self, *, with_places: bool) -> Iterator[Phrase]:
        """Mentions before, the last one first; places only where somebody goes there."""
        for phrase in reversed(self._named):
            if phrase.is_plain_place or not phrase.is_known:
                continue
            is_place = phrase.kind is MentionKind.PLACE
            if not is_place or with_places or phrase.reason.startswith(_VISITED):
                yield phrase

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
        for mention in self._in_play(with_places=False):
            key = self._side(mention, sides)
            if key and key not in found and len(found) < 2:
                found[key] = mention if key == mention.org else self._state_phrase(key, mention)
        if len(found) < 2:
            return self._nobody(phrase, "fewer than two states are named before")
        if phrase.special == "countries" and len(named) != 2:
            return None
        score = _PAIR_IN_SENTENCE if len(named) == 2 else _PAIR
        self.point(phrase, list(found.values())[::-1], score)
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
        for named in reversed(self._named):
            if named.person and named.is_known:
                people.setdefault(named.person, named)
        found = list(people.values())[:2][::-1]
        if len(found) == 2:
            self.point(phrase, found, _LEADERS)
            return phrase
        return self._pair(phrase, sentence, here)

    def _koreas(
        self, phrase: Phrase, sentence: tuple[int, int], here: Sequence[Phrase]
    ) -> Phrase | None:
        self.point(phrase, [self._state_phrase(c, phrase) for c in _KOREAS], _ONLY_STATE)
        phrase.reason = "the two Koreas"
        for twin in phrase.also:
            twin.reason = phrase.reason
        return phrase

    def _country(
        self, phrase: Phrase, sentence: tuple[int, int], here: Sequence[Phrase]
    ) -> Phrase | None:
        countries = list(self._states(with_places=True))
        if not countries:
            return None
        inside = {p.country for p in here if p.country}
        score = _ONLY_STATE if len(inside or set(countries)) == 1 else _NEAREST_STATE
        source = next(p for p in reversed(self._named) if p.country == countries[0])
        self.point(phrase, [self._state_phrase(countries[0], source)], score)
        return phrase

    def _neighbour(
        self, phrase: Phrase, sentence: tuple[int, int], here: Sequence[Phrase]
    ) -> Phrase | None:
        """The other one where just two states are in play and one of them is the subject."""
        countries = set(self._states(with_places=True))
        subjects = {p.country for p in here if p.country}
        others = countries - subjects
        if len(countries) != 2 or len(subjects) != 1 or len(others) != 1:
            return None
        country = others.pop()
        source = next(p for p in self._named if p.country == country)
        self.point(phrase, [self._state_phrase(country, source)], _NEAREST_STATE)
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
        phrase.is_open, phrase.score, phrase.reason = False, _NO_COUNTRY, reason
        return phrase
