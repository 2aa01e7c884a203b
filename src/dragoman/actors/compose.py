"""Maximal mentions: "Russian Foreign Intelligence Service Director Sergei Naryshkin" is one.

A mention starts from a country, body or title and grows to the right over modifiers, titles
and a person's name. Who the grown mention is, is settled in ``settle``.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.coordination import goes_on_as_list, share_sectors
from dragoman.actors.growth import MAX_MODIFIERS, Grower, Growth
from dragoman.actors.parts import Parts
from dragoman.actors.people import People
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.actors.settle import settle
from dragoman.records import MentionKind, Sector

_LEFT_ROLES = frozenset("ndcbgaor")
_PERSON_ROLES = frozenset("pf")
_OWNERS = frozenset({"it", "he", "she", "they", "western", "country"})
_POSSESSIVE_PRONOUNS = frozenset({"its", "his", "her", "their"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_TIES = frozenset({"of", "for", "in", "from"})


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
        self._grower = Grower(scene, people, units, sentence)

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
        share_sectors(self._words, composed)
        return composed

    def _is_left(self, unit: Phrase) -> bool:
        if unit.role in _LEFT_ROLES:
            return True
        if unit.special not in _OWNERS:
            return False
        if unit.special in {"western", "country"}:
            return True
        return self._words.lower[unit.first] in _POSSESSIVE_PRONOUNS

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
        growth = Growth(end, index + 1)
        growth.parts.left = left
        self._grower.grow(growth)
        if not growth.parts.found():
            return left, index + 1
        phrase = Phrase(self._with_leading(left.first), growth.end, left.role)
        settled = settle(self._scene, self._people, phrase, growth.parts)
        return self._with_quantity(settled), growth.unit

    def _may_grow(self, left: Phrase, end: int, index: int) -> bool:
        """Whether anything that could be joined is near."""
        if index >= len(self._units):
            return False
        return self._units[index].first <= end + MAX_MODIFIERS

    def _plural_possessive(self, index: int) -> bool:
        gap = self._words.gaps[index]
        return gap[:1] in {"'", "’"} and len(gap) > 1 and self._words.lower[index - 1].endswith("s")

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

    def _from_title(self, index: int) -> tuple[Phrase | None, int]:
        unit = self._units[index]
        if self._is_idle(unit, index):
            return None, index + 1
        growth = Growth(unit.first, index)
        self._grower.take_title(growth, unit, unit.first)
        self._grower.take_more_titles(growth)
        self._take_tied(growth)
        self._grower.take_person(growth)
        self._take_country_behind(growth)
        phrase = Phrase(self._with_leading(unit.first), growth.end, "t")
        growth.parts.article = self._article(phrase.first)
        settled = settle(self._scene, self._people, phrase, growth.parts)
        return self._with_quantity(settled), growth.unit

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

    def _take_country_behind(self, growth: Growth) -> None:
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
            and words.cased[first - 1] != "Then"  # at the start of a sentence it tells when
            and (words.spaced(first) or words.gaps[first] == "-")
        ):
            first -= 1
        return first

    def _with_quantity(self, phrase: Phrase | None) -> Phrase | None:
        """ "Two Polish hostages": the number belongs to people."""
        if phrase is None or phrase.title is None or phrase.title.kind != "people":
            return phrase
        words, quantities = self._words, self._scene.lexicon.quantities
        while phrase.first > self._sentence[0] and words.spaced(phrase.first):
            word = words.lower[phrase.first - 1]
            if word not in quantities and not word.isdecimal():
                break
            phrase.first -= 1
        return phrase

    def _take_tied(self, growth: Growth) -> None:
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
        if goes_on_as_list(self._words, self._units[after : after + 1], tied.last):
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
