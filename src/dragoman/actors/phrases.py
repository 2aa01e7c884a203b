"""Words of a sentence that name one actor, while they are being read."""

from __future__ import annotations

from typing import Any

from dragoman.actors.catalogue import Title
from dragoman.actors.index import Person
from dragoman.actors.words import Words
from dragoman.records import Actor, Mention, MentionKind, Sector, Span


class Phrase:
    """One mention in the making: words ``first`` to ``last`` (excluded) and what is known.

    ``role`` is the letter of the name that it started from (see ``forms.Role``), ``special``
    the kind of words that need the discourse ("it", "pair", "north"). ``candidates`` are the
    people that a name may mean. A phrase with ``is_open`` set waits for the discourse.

    Half a dozen are made for each sentence, so that what is not set is left to the class.
    """

    name: str = ""
    country: str | None = None
    org: str | None = None
    sector: Sector = Sector.UNK
    person: str | None = None
    office: str | None = None
    score: float = 0.0
    reason: str = ""
    special: str = ""
    catalogue_id: str = ""  # of an organisation, where ``org`` is its parent's
    title: Title | None = None
    candidates: tuple[Person, ...] = ()
    refs: tuple[str, ...] = ()  # of a body: the agencies that its words may mean
    spoken_names: tuple[str, ...] = ()  # spellings of the person's name in the text
    family_name_first: bool = False
    owner: Phrase | None = None  # a pronoun or "the North" before a title
    is_open: bool = False
    is_possessive: bool = False
    is_plain_place: bool = False  # a dateline: a place, and nobody's actor
    also: tuple[Phrase, ...] = ()  # further actors of the same words

    def __init__(
        self,
        first: int,
        last: int,
        role: str,
        kind: MentionKind = MentionKind.NAME,
        **known: Any,
    ) -> None:
        self.first = first
        self.last = last
        self.role = role
        self.kind = kind
        if known:
            self.__dict__.update(known)

    @property
    def is_known(self) -> bool:
        """Whether a country or an organisation was found."""
        return self.country is not None or self.org is not None

    @property
    def code(self) -> str | None:
        """What tells actors apart in a text: the country, else the organisation."""
        return self.country or self.org

    @property
    def is_one_person(self) -> bool:
        """Whether the words name one human being, by name or by office."""
        if self.kind is MentionKind.PERSON:
            return True
        return self.title is not None and self.title.kind in {"office", "person"}

    def copy_actor(self, other: Phrase) -> None:
        """Takes over who ``other`` names."""
        self.name, self.country, self.org = other.name, other.country, other.org
        self.sector, self.person, self.office = other.sector, other.person, other.office

    def actor(self) -> Actor | None:
        """The actor, or ``None`` where nothing but words is known."""
        if self.is_plain_place or not self.name:
            return None
        if not (self.is_known or self.person or self.sector is not Sector.UNK):
            return None
        return Actor(self.name, self.country, self.org, self.sector, self.person, self.office)

    def mention(self, words: Words) -> Mention:
        """The finished mention."""
        span = Span(words.starts[self.first], words.ends[self.last - 1])
        return Mention(span, self.kind, self.actor(), self.score, self.reason)
