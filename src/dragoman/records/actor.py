"""Who acts: actors, and the words that name them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.records.codes import Sector
from dragoman.records.spans import Span


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, organisation, agency, group or person, as far as the text tells.

    ``country`` is an ISO 3166 alpha-3 code (or one of the catalogue's own for former and
    disputed states), ``org`` an organisation's, agency's or group's id. What is not known
    is ``None``: an open slot is an answer.
    """

    name: str
    country: str | None = None
    org: str | None = None
    sector: Sector = Sector.UNK
    person: str | None = None
    office: str | None = None

    @property
    def code(self) -> str | None:
        """What measures and tables count by: the organisation, else the country, else none.

        An agency of a state counts as its country.

        >>> Actor("SVR", country="RUS", org="RUS-SVR", sector=Sector.SPY).code
        'RUS'
        >>> Actor("NATO", org="NATO", sector=Sector.IGO).code
        'NATO'
        """
        if self.org and not (self.country and self.org.startswith(f"{self.country}-")):
            return self.org
        return self.country


class MentionKind(StrEnum):
    """By what kind of words an actor is named."""

    NAME = "name"  # a proper name or acronym
    DEMONYM = "demonym"  # "Russian", "the Russians"
    METONYM = "metonym"  # "the Kremlin", "Moscow said"
    OFFICE = "office"  # "the Russian foreign minister"
    PERSON = "person"  # a person's name, with or without title
    DESCRIPTION = "description"  # "the two countries", "the ministry", "experts"
    PRONOUN = "pronoun"
    PLACE = "place"  # a place that is no actor here ("in Moscow")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a document that name an actor, and what they were resolved to.

    ``score`` (0 to 1) and ``reason`` say how sure the resolution is and why. ``actor`` is
    ``None`` where the words name somebody whom nothing identifies.
    """

    span: Span
    kind: MentionKind
    actor: Actor | None
    score: float
    reason: str

    @property
    def code(self) -> str | None:
        """The actor's code, or ``None``."""
        return self.actor.code if self.actor else None


@dataclass(frozen=True, slots=True)
class Place:
    """Words that name a town or region, and the countries that have one of that name."""

    span: Span
    countries: tuple[str, ...]
