"""Whose people are meant where no name says so: by the place of the scene.

"Gunmen near Goma" are Congo's, and so are "police" in a sentence that names no state
and no place but that town. Pronouns and transnational bodies stay open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.events.sentences import PlaceFinder
from dragoman.records import Mention, MentionKind, Place, Sector, Span

# A description with this score or less was given the only state that the text names: on the
# development split, two thirds of those are wrong.
_GUESS = 0.5
# People and bodies of one country, if of any; set by hand, not calibrated.
_DOMESTIC = frozenset(Sector) - {Sector.IGO, Sector.NGO, Sector.IMG, Sector.ISM, Sector.MNC}
_BESIDE = 0.6
_ONLY = 0.4
_PRONOUNS = frozenset(
    "he she it they we i you him her them us who whom which that this these those both others one "
    "someone anyone nobody".split()
)


Home = tuple[str, float, str]  # a country, how sure (0 to 1), and why


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Words that tell a country; several where places of one name lie in several."""

    span: Span
    countries: tuple[str, ...]
    by_name: bool  # the words name an actor, and not a place alone


@dataclass(slots=True)
class Whereabouts:
    """The places and countries of one sentence."""

    text: str
    sentence: Span
    mentions: Sequence[Mention]
    gazetteer: PlaceFinder
    _places: list[Place] | None = field(default=None)

    @property
    def anchors(self) -> list[Anchor]:
        """Names and places of the sentence that tell a country, in text order."""
        anchors = [
            Anchor(m.span, (m.actor.country,), by_name=True)
            for m in self.mentions
            if m.actor and m.actor.country and not is_guess(m)
        ]
        return sorted(
            [*anchors, *(Anchor(p.span, p.countries, by_name=False) for p in self.places)]
        )

    def only_country(self, anchor: Anchor) -> str | None:
        """The country that an anchor tells; of several the one that the sentence names."""
        named = self._named()
        fitting = [c for c in anchor.countries if c in named] or anchor.countries
        return fitting[0] if len(fitting) == 1 else None

    def country_of(self, span: Span, sector: Sector) -> Home | None:
        """The country of unnamed people, how sure (0 to 1), and why; ``None`` stays open."""
        words = span.of(self.text).lower().split()
        if sector not in _DOMESTIC or not set(words) - _PRONOUNS:
            return None
        for place in self.places:
            inside = self.only_country(_anchor(place)) if place.span.overlap(span) else None
            if inside:
                return inside, _BESIDE, f"{place.span.of(self.text)} lies in {inside}"
        told = {p.countries for p in self.places}
        if not self._named() and len(told) == 1 and len(country := next(iter(told))) == 1:
            return country[0], _ONLY, f"the only place of the sentence lies in {country[0]}"
        return None

    @property
    def places(self) -> list[Place]:
        """The places of the sentence that the catalogue did not read as actors."""
        if self._places is None:
            found = self.gazetteer.find(self.text, self.sentence)
            taken = [m.span for m in self.mentions]
            self._places = [p for p in found if not any(p.span.overlap(t) for t in taken)]
        return self._places

    def _named(self) -> set[str]:
        told = [m.actor for m in self.mentions if m.actor and not is_guess(m)]
        return {actor.country for actor in told if actor.country}


def _anchor(place: Place) -> Anchor:
    return Anchor(place.span, place.countries, by_name=False)


def is_guess(mention: Mention) -> bool:
    """Whether nothing but other words of the text stands behind the actor of a description."""
    described = mention.kind in {MentionKind.DESCRIPTION, MentionKind.OFFICE}
    return described and (mention.code is None or mention.score <= _GUESS)
