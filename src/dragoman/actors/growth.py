"""How a mention grows to the right: modifiers, titles, bodies, and at last a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.actors.catalogue import Agency
from dragoman.actors.identify import choose_agency
from dragoman.actors.names import name_run
from dragoman.actors.parts import Parts
from dragoman.actors.people import People
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene

PLACE_ROLES = frozenset("ndcb")
_BODY_ROLES = frozenset("ga")
_PERSON_TITLES = frozenset({"office", "person", "honorific"})
MAX_MODIFIERS = 5
_UNITED_NATIONS = "UN"
_AT_THE_UN = frozenset({"envoy", "ambassador", "embassy", "un-ambassador"})
_SHARED_TAGS = frozenset({"organisation", "group"})
_DETERMINERS = frozenset("the a an its their his her this weapons arms oil gas grain".split())


@dataclass(slots=True)
class Growth:
    """How far a mention has grown: the next word, the next unit, and what was taken in."""

    end: int
    unit: int
    parts: Parts = field(default_factory=Parts)


class Grower:
    """Lets mentions of one sentence take in the units behind them."""

    def __init__(
        self, scene: Scene, people: People, units: Sequence[Phrase], sentence: tuple[int, int]
    ) -> None:
        self._scene = scene
        self._words = scene.words
        self._people = people
        self._units = units
        self._sentence = sentence

    def grow(self, growth: Growth) -> None:
        """Takes in modifiers, titles, bodies of the same country, and at last a person."""
        while growth.unit < len(self._units):
            start = self._over_modifiers(growth)
            unit = self._units[growth.unit]
            if unit.org == _UNITED_NATIONS and self._un_title_follows(growth, start):
                growth.end, growth.unit = unit.last, growth.unit + 1
                continue
            if unit.first != start or not self.close(growth.end, start):
                break
            if unit.role == "t":
                if not self._may_own(growth.parts.left, unit) or self._is_verb(growth, unit):
                    break
                self.take_title(growth, unit, start)
            elif unit.role in _BODY_ROLES or unit.role == "r":
                if not self._take_body(growth, unit, start):
                    break
            else:
                break
        self.take_person(growth)

    def _over_modifiers(self, growth: Growth) -> int:
        """The first word after the modifiers that stand after the growth."""
        words, index = self._words, growth.end
        limit = min(index + MAX_MODIFIERS, self._sentence[1])
        next_unit = self._units[growth.unit].first
        allowed = self._scene.lexicon.modifiers
        if self._may_take_participles(growth):
            allowed |= self._scene.lexicon.participles
        while index < limit and index < next_unit and words.lower[index] in allowed:
            if not (words.spaced(index) or words.gaps[index] in {"-", "’ ", "' "}):
                break
            index += 1
        return index

    @staticmethod
    def _may_take_participles(growth: Growth) -> bool:
        """Only "Iran's detained activists", for "Iran detained activists" is a clause."""
        left = growth.parts.left
        return left is not None and not growth.parts.titles and left.is_possessive

    def close(self, end: int, start: int) -> bool:
        """Whether the word at ``start`` belongs to the same run of words as ``end``."""
        words = self._words
        if start >= self._sentence[1]:
            return False
        gap = words.gaps[start]
        if words.spaced(start) or gap in {"’ ", "' "}:
            return True
        if gap == ". ":  # "Lt. Gen."
            return len(words.lower[start - 1]) <= 4 and words.cased[start - 1][0].isupper()
        return gap == "-" and start > end

    def take_title(self, growth: Growth, unit: Phrase, start: int) -> None:
        """Takes in the title ``unit``, which begins at word ``start``."""
        parts = growth.parts
        assert unit.title is not None
        parts.modifiers += self._words.lower[growth.end : start]
        parts.titles.append((unit.title, self._words.slice(unit.first, unit.last)))
        growth.end, growth.unit = unit.last, growth.unit + 1

    def take_more_titles(self, growth: Growth) -> None:
        """Takes in the titles that follow without a break ("army chief General")."""
        while growth.unit < len(self._units):
            unit = self._units[growth.unit]
            if (
                unit.role != "t"
                or unit.first != growth.end
                or not self.close(unit.first, unit.first)
            ):
                return
            self.take_title(growth, unit, unit.first)

    @staticmethod
    def _may_own(left: Phrase | None, unit: Phrase) -> bool:
        """Not "the Russia-North Korea alliance": it is neither's own."""
        tag = unit.title.tag if unit.title else ""
        return left is None or left.role not in PLACE_ROLES or tag not in _SHARED_TAGS

    def _is_verb(self, growth: Growth, unit: Phrase) -> bool:
        """Of "Israel forces Hamas to withdraw": whether "forces" is what Israel does."""
        left, words, end = growth.parts.left, self._words, unit.last
        if left is None or left.role not in "nc" or left.is_possessive:
            return False
        if words.lower[unit.first] not in self._scene.lexicon.verb_like or end >= self._sentence[1]:
            return False
        following = self._units[growth.unit + 1 : growth.unit + 2]
        named = bool(following) and following[0].first == end
        return words.spaced(end) and (named or words.lower[end] in _DETERMINERS)

    def _un_title_follows(self, growth: Growth, start: int) -> bool:
        """Of "Russia's UN envoy": whether the envoy is the country's."""
        left, units = growth.parts.left, self._units
        if left is None or left.role not in PLACE_ROLES or units[growth.unit].first != start:
            return False
        if growth.unit + 1 >= len(units):
            return False
        title = units[growth.unit + 1].title
        return title is not None and title.tag in _AT_THE_UN and self.close(growth.end, start)

    def _take_body(self, growth: Growth, unit: Phrase, start: int) -> bool:
        """A body of the country at the left: "South Korea's Joint Chiefs of Staff"."""
        left = growth.parts.left
        if left is None or left.role not in PLACE_ROLES or growth.parts.body:
            return False
        agency = self._agency_of(unit, left.country)
        if agency is None and (unit.role != "r" or unit.country != left.country):
            return False
        growth.parts.modifiers += self._words.lower[growth.end : start]
        growth.parts.body, growth.parts.agency = unit, agency
        growth.end, growth.unit = unit.last, growth.unit + 1
        return True

    def _agency_of(self, unit: Phrase, country: str | None) -> Agency | None:
        if unit.role not in _BODY_ROLES or country is None:
            return None
        agencies = [self._scene.index.agency(i) for i in unit.refs]
        return choose_agency(self._scene, agencies, country)

    def take_person(self, growth: Growth) -> None:
        """Takes in the name of a person behind a title of one person."""
        parts, start = growth.parts, growth.end
        singular = parts.head is not None and parts.head.kind in _PERSON_TITLES
        owned = parts.left is not None and parts.left.is_possessive and not parts.titles
        if not (singular or owned) or not self.close(start, start):
            return
        unit = self._units[growth.unit] if growth.unit < len(self._units) else None
        if unit is not None and unit.first == start and unit.role == "p":
            parts.people = unit.candidates
            parts.spoken = self._words.slice(unit.first, unit.last)
            growth.end, growth.unit = unit.last, growth.unit + 1
            return
        self._take_other_name(growth, unit, singular=singular)

    def _take_other_name(self, growth: Growth, unit: Phrase | None, *, singular: bool) -> None:
        """A family name of the catalogue or of the text, else a name that nobody knows."""
        parts, start = growth.parts, growth.end
        stop = name_run(self._scene, start, self._sentence, self._units, growth.unit)
        family = unit is not None and unit.first == start and unit.role == "f"
        if family and unit is not None and (stop <= unit.last or not singular):
            country = parts.left.country if parts.left else None
            known = self._people.by_family_name(unit, country, parts.head, growth.end)
            if known is None and parts.left is None and singular:
                known = self._people.famous(unit)
            if known is not None:
                parts.known = known
                growth.end, growth.unit = unit.last, growth.unit + 1
                return
        if stop == start or not singular:
            return
        parts.new_name = self._words.slice(start, stop)
        growth.end = stop
        while growth.unit < len(self._units) and self._units[growth.unit].first < stop:
            growth.unit += 1
