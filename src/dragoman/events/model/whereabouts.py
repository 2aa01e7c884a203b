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


@dataclass(slots=True)
class Whereabouts:
    """The places and countries of one sentence."""

    text: str
    sentence: Span
    mentions: Sequence[Mention]
    gazetteer: PlaceFinder
    _places: list[Place] | None = field(default=None)

    def country_of(self, span: Span, sector: Sector) -> tuple[str, float, str] | None:
        """The country of unnamed people, how sure (0 to 1), and why; ``None`` stays open."""
        words = span.of(self.text).lower().split()
        if sector not in _DOMESTIC or not set(words) - _PRONOUNS:
            return None
        named = self._named()
        for place in self.places:
            if place.span.overlap(span):
                fitting = [c for c in place.countries if c in named] or place.countries
                if len(fitting) == 1:
                    name = place.span.of(self.text)
                    return fitting[0], _BESIDE, f"{name} lies in {fitting[0]}"
        told = {p.countries for p in self.places}
        if not named and len(told) == 1 and len(country := next(iter(told))) == 1:
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


def is_guess(mention: Mention) -> bool:
    """Whether nothing but other words of the text stands behind the actor of a description."""
    described = mention.kind in {MentionKind.DESCRIPTION, MentionKind.OFFICE}
    return described and (mention.code is None or mention.score <= _GUESS)
