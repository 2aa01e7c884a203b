"""Maximal mentions: "Russian Foreign Intelligence Service Director Sergei Naryshkin" is one.

A mention starts from a country, body or title and grows to the right over modifiers, titles
and a person's name. Who the grown mention is, is settled in ``settle``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.actors.catalogue import Agency
from dragoman.actors.identify import choose_agency
from dragoman.actors.names import name_run
from dragoman.actors.people import People
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.actors.settle import Parts, settle
from dragoman.records import MentionKind, Sector

_LEFT_ROLES = frozenset("ndcbgaor")
_PLACE_ROLES = frozenset("ndcb")
_BODY_ROLES = frozenset("ga")
_PERSON_ROLES = frozenset("pf")
_OWNERS = frozenset({"it", "he", "she", "they", "western", "country"})
_POSSESSIVE_PRONOUNS = frozenset({"its", "his", "her", "their"})
_PERSON_TITLES = frozenset({"office", "person", "honorific"})
_MAX_MODIFIERS = 5
_UNITED_NATIONS = "UN"
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_TIES = frozenset({"of", "for", "in", "from"})
_DETERMINERS = frozenset("the a an its their his her this weapons arms oil gas grain".split())
_FORCES = frozenset({Sector.MIL, Sector.COP, Sector.SPY, Sector.REB})
_SHARED_TAGS = frozenset({"organisation", "group"})
_AT_THE_UN = frozenset({"envoy", "ambassador", "embassy", "un-ambassador"})


@dataclass(slots=True)
class _Growth:
    """How far a mention has grown: the next word, the next unit, and what was taken in."""

    end: int
    unit: int
    parts: Parts = field(default_factory=Parts)


class Composer:
    """Joins the units of one sentence into mentions."""

    def __init__(
        self, scene: Scene, people: People, units: Sequence[Phrase], sentence: tuple[int, int]
    ) -> None:
        self._scene = scene
        self._words = scene.words
        self._people = people
        self._units = units
        self._sentence = sentence

    def compose(self) -> list[Phrase]:
        """The mentions in text order; none overlap."""
        composed: list[Phrase] = []
        index = 0
        while index < len(self._units):
            unit = self._units[index]
            if self._is_left(unit):
                phrase, index = self._from_left(index)
            elif unit.role == "t":
                phrase, index = self._from_title(index)
            elif unit.role in _PERSON_ROLES and self._governs(index):
                phrase, index = self._from_person(index)
            else:
                phrase, index = unit, index + 1
            if phrase is not None:
                composed.append(phrase)
        self._share_sectors(composed)
        return composed

    def _share_sectors(self, phrases: Sequence[Phrase]) -> None:
        """ "Ethiopian, Mozambican and South African troops" are three armies."""
        for left, right in reversed(list(pairwise(phrases))):
            if left.role != "d" or left.kind is not MentionKind.DEMONYM or right.role != "d":
                continue
            between = self._words.lower[left.last : right.first]
            commas = self._words.gaps[left.last].strip() == "," and not between
            is_force = right.sector in _FORCES
            if is_force and (between == ["and"] or commas or between == ["or"]):
                left.sector = right.sector
                left.reason += ", beside other forces"

    def _is_left(self, unit: Phrase) -> bool:
        if unit.role in _LEFT_ROLES:
            return True
        if unit.special not in _OWNERS:
            return False
        if unit.special in {"western", "country"}:
            return True
        return self._words.lower[unit.first] in _POSSESSIVE_PRONOUNS

    # -- from the left: a country, a body, "its"

    def _from_left(self, index: int) -> tuple[Phrase | None, int]:
        left = self._units[index]
        end = left.last
        if end < self._sentence[1] and self._words.possessive(end):
            left.is_possessive = True
            end += 1
        elif self._plural_possessive(end):
            left.is_possessive = True
        if not self._may_grow(left, end, index + 1):
            return left, index + 1
        growth = _Growth(end, index + 1)
        growth.parts.left = left
        self._grow(growth)
        if not growth.parts.found():
            return left, index + 1
        phrase = Phrase(self._with_leading(left.first), growth.end, left.role)
        phrase = settle(self._scene, self._people, phrase, growth.parts)
        return phrase, growth.unit

    def _may_grow(self, left: Phrase, end: int, index: int) -> bool:
        """Whether anything that could be joined is near."""
        if index >= len(self._units):
            return False
        return self._units[index].first <= end + _MAX_MODIFIERS

    def _plural_possessive(self, index: int) -> bool:
        gap = self._words.gaps[index]
        return gap[:1] in {"'", "’"} and len(gap) > 1 and self._words.lower[index - 1].endswith("s")

    def _grow(self, growth: _Growth) -> None:
        """Takes in modifiers, titles, bodies of the same country, and at last a person."""
        while growth.unit < len(self._units):
            start = self._over_modifiers(growth)
            unit = self._units[growth.unit]
            if unit.org == _UNITED_NATIONS and self._un_title_follows(growth, start):
                growth.end, growth.unit = unit.last, growth.unit + 1
                continue
            if unit.first != start or not self._close(growth.end, start):
                break
            if unit.role == "t":
                if not self._may_own(growth.parts.left, unit) or self._is_verb(growth, unit):
                    break
                self._take_title(growth, unit, start)
            elif unit.role in _BODY_ROLES or unit.role == "r":
                if not self._take_body(growth, unit, start):
                    break
            else:
                break
        self._take_person(growth)

    @staticmethod
    def _may_own(left: Phrase | None, unit: Phrase) -> bool:
        """Not "the Russia-North Korea alliance": it is neither's own."""
        tag = unit.title.tag if unit.title else ""
        return left is None or left.role not in _PLACE_ROLES or tag not in _SHARED_TAGS

    def _is_verb(self, growth: _Growth, unit: Phrase) -> bool:
        """Of "Israel forces Hamas to withdraw": whether "forces" is what Israel does."""
        left, words, end = growth.parts.left, self._words, unit.last
        if left is None or left.role not in "nc" or left.is_possessive:
            return False
        if words.lower[unit.first] not in self._scene.lexicon.verb_like or end >= self._sentence[1]:
            return False
        following = self._units[growth.unit + 1 : growth.unit + 2]
        named = bool(following) and following[0].first == end
        return words.spaced(end) and (named or words.lower[end] in _DETERMINERS)

    def _un_title_follows(self, growth: _Growth, start: int) -> bool:
        """Of "Russia's UN envoy": whether the envoy is the country's."""
        left, units = growth.parts.left, self._units
        if left is None or left.role not in _PLACE_ROLES or units[growth.unit].first != start:
            return False
        if growth.unit + 1 >= len(units):
            return False
        title = units[growth.unit + 1].title
        return title is not None and title.tag in _AT_THE_UN and self._close(growth.end, start)

    def _over_modifiers(self, growth: _Growth) -> int:
        """The first word after the modifiers that stand after the growth."""
        words, index = self._words, growth.end
        limit = min(index + _MAX_MODIFIERS, self._sentence[1])
        next_unit = self._units[growth.unit].first
        allowed = self._modifiers
        if self._may_take_participles(growth):
            allowed |= self._scene.lexicon.participles
        while index < limit and index < next_unit and words.lower[index] in allowed:
            if not (words.spaced(index) or words.gaps[index] in {"-", "’ ", "' "}):
                break
            index += 1
        return index

    @staticmethod
    def _may_take_participles(growth: _Growth) -> bool:
        """Only "Iran's detained activists", for "Iran detained activists" is a clause."""
        left = growth.parts.left
        return left is not None and not growth.parts.titles and left.is_possessive

    @property
    def _modifiers(self) -> frozenset[str]:
        return self._scene.lexicon.modifiers

    def _close(self, end: int, start: int) -> bool:
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

    def _take_title(self, growth: _Growth, unit: Phrase, start: int) -> None:
        parts = growth.parts
        assert unit.title is not None
        parts.modifiers += self._words.lower[growth.end : start]
        parts.titles.append((unit.title, self._words.slice(unit.first, unit.last)))
        growth.end, growth.unit = unit.last, growth.unit + 1

    def _take_body(self, growth: _Growth, unit: Phrase, start: int) -> bool:
        """A body of the country at the left: "South Korea's Joint Chiefs of Staff"."""
        left = growth.parts.left
        if left is None or left.role not in _PLACE_ROLES or growth.parts.body:
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

    def _take_person(self, growth: _Growth) -> None:
        parts, start = growth.parts, growth.end
        singular = parts.head is not None and parts.head.kind in _PERSON_TITLES
        owned = parts.left is not None and parts.left.is_possessive and not parts.titles
        if not (singular or owned) or not self._close(start, start):
            return
        unit = self._units[growth.unit] if growth.unit < len(self._units) else None
        if unit is not None and unit.first == start and unit.role == "p":
            parts.people = unit.candidates
            parts.spoken = self._words.slice(unit.first, unit.last)
            growth.end, growth.unit = unit.last, growth.unit + 1
            return
        self._take_other_name(growth, unit, singular=singular)

    def _take_other_name(self, growth: _Growth, unit: Phrase | None, *, singular: bool) -> None:
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

    def _governs(self, index: int) -> bool:
        """Whether a person's government follows: "the Obama administration"."""
        if index + 1 >= len(self._units):
            return False
        unit, body = self._units[index], self._units[index + 1]
        title = body.title
        after = title is not None and title.tag == "government" and title.kind == "body"
        return after and body.first == unit.last and self._words.spaced(body.first)

    def _from_person(self, index: int) -> tuple[Phrase | None, int]:
        unit, body = self._units[index], self._units[index + 1]
        known = self._people.identify(unit)
        if (known is None or known.country is None) and unit.role == "f":
            known = self._people.famous(unit)
        if known is None or known.country is None:
            return unit, index + 1
        phrase = Phrase(unit.first, body.last, "t", MentionKind.DESCRIPTION, title=body.title)
        phrase.name = self._words.slice(unit.first, body.last)
        phrase.country, phrase.sector = known.country, Sector.GOV
        phrase.score, phrase.reason = known.score, f"government of {known.name}"
        return phrase, index + 2

    # -- from a title: "head of the SVR", "President Vladimir Putin"

    def _from_title(self, index: int) -> tuple[Phrase | None, int]:
        unit = self._units[index]
        if self._is_idle(unit, index):
            return None, index + 1
        growth = _Growth(unit.first, index)
        self._take_title(growth, unit, unit.first)
        self._more_titles(growth)
        self._take_tied(growth)
        self._take_person(growth)
        self._take_country_behind(growth)
        phrase = Phrase(self._with_leading(unit.first), growth.end, "t")
        growth.parts.article = self._article(phrase.first)
        settled = settle(self._scene, self._people, phrase, growth.parts)
        return settled, growth.unit

    def _is_idle(self, unit: Phrase, index: int) -> bool:
        """Whether a title stands for nobody and nothing beside it changes that."""
        title, words, end = unit.title, self._words, unit.last
        if title is None or title.alone or self._article(unit.first) in _DEFINITE:
            return False
        if index + 1 < len(self._units) and self._units[index + 1].first == end:
            return False
        if end >= self._sentence[1]:
            return True
        return not words.cased[end][0].isupper() and words.lower[end] not in _TIES

    def _take_country_behind(self, growth: _Growth) -> None:
        """ "President Xi Jinping of China": the country behind the name."""
        parts, words, end = growth.parts, self._words, growth.end
        if parts.left is not None or not parts.has_person or growth.unit >= len(self._units):
            return
        unit = self._units[growth.unit]
        if unit.role != "n" or unit.first != end + 1 or words.lower[end] != "of":
            return
        countries = {p.country for p in parts.people}
        if parts.known is not None:
            countries = {parts.known.country}
        if words.spaced(end) and (not countries or unit.country in countries):
            parts.left = unit
            growth.end, growth.unit = unit.last, growth.unit + 1

    def _more_titles(self, growth: _Growth) -> None:
        while growth.unit < len(self._units):
            unit = self._units[growth.unit]
            if (
                unit.role != "t"
                or unit.first != growth.end
                or not self._close(unit.first, unit.first)
            ):
                return
            self._take_title(growth, unit, unit.first)

    def _article(self, first: int) -> str:
        words = self._words
        if first <= self._sentence[0] or not words.spaced(first):
            return ""
        return words.lower[first - 1]

    def _with_leading(self, first: int) -> int:
        """Where the mention starts when "former", "senior" and the like stand before it."""
        words, leading = self._words, self._scene.lexicon.leading
        while (
            first > self._sentence[0]
            and words.lower[first - 1] in leading
            and (words.spaced(first) or words.gaps[first] == "-")
        ):
            first -= 1
        return first

    def _take_tied(self, growth: _Growth) -> None:
        """What "of", "for", "in" or "from" ties to the title."""
        words, end, stop = self._words, growth.end, self._sentence[1]
        if end + 1 >= stop or words.lower[end] not in _TIES:
            return
        if not words.spaced(end):
            return
        start = end + 1
        if words.lower[start] in {"the", "a", "an"} and start + 1 < stop:
            start += 1
        unit_index = growth.unit
        if unit_index >= len(self._units) or self._units[unit_index].first != start:
            return
        if words.gaps[self._units[unit_index].last] == "-":
            return  # "of the UN-backed government"
        tied, after = self._tied(unit_index)
        if tied is None or not self._may_tie(growth.parts, words.lower[end], tied):
            return
        if self._goes_on_as_list(after, tied.last):
            growth.parts.is_listed = True
            return
        growth.parts.left = tied
        growth.end, growth.unit = tied.last, after

    def _tied(self, index: int) -> tuple[Phrase | None, int]:
        unit = self._units[index]
        if self._is_left(unit):
            return self._from_left(index)
        if unit.role == "t" and unit.title is not None and unit.title.kind in {"body", "people"}:
            return self._from_title(index)
        return None, index

    def _may_tie(self, parts: Parts, preposition: str, tied: Phrase) -> bool:
        head = parts.head
        if head is None or head.kind == "honorific" or tied.person:
            return False
        if preposition == "in":
            tags = self._scene.lexicon.local_tags
            return head.tag in tags and tied.role in "nc" and tied.last - tied.first < 4
        if preposition == "from":
            return head.kind == "people" and tied.role in "nc"
        if preposition == "for":
            return head.tag not in {"military", "protesters", "rebels", "police"}
        return True

    def _goes_on_as_list(self, index: int, end: int) -> bool:
        """Whether another country follows as in "the leaders of South Korea, China and Japan"."""
        if index >= len(self._units) or end >= self._sentence[1]:
            return False
        unit, words = self._units[index], self._words
        between = [*words.lower[end : unit.first]]
        listed = between in ([], ["and"]) and (words.gaps[end].strip() == "," or between == ["and"])
        return listed and unit.role in "ncro" and words.gaps[unit.first].strip() in {"", ","}


def is_person_kind(phrase: Phrase) -> bool:
    """Whether ``phrase`` names one human being."""
    if phrase.kind is MentionKind.PERSON:
        return True
    return phrase.title is not None and phrase.title.kind in {"office", "person"}
