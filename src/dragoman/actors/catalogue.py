"""The catalogue of who is who: states, organisations, groups, agencies and office-holders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.actors.period import Period
from dragoman.records import Sector

# The file of holders whose offices belong to international organisations.
INTERNATIONAL = "INT"


@dataclass(frozen=True, slots=True)
class State:
    """A state, territory or de facto state; ``kind`` is state, former, disputed or territory."""

    id: str
    name: str
    iso2: str = ""
    official_name: str = ""
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    native: tuple[str, ...] = ()
    kind: str = "state"
    period: Period = field(default_factory=Period)
    successors: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An international organisation, one of its organs, or an NGO."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    sector: Sector = Sector.IGO
    parent: str = ""
    period: Period = field(default_factory=Period)
    seats: tuple[str, ...] = ()
    native: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """An armed group, movement or party; the first of ``countries`` is the main one."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sector: Sector = Sector.REB
    period: Period = field(default_factory=Period)
    native: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Agency:
    """An organ of one state; ``kind`` is one of the kinds of ``agencies.md``."""

    id: str
    country: str
    name: str
    sector: Sector = Sector.GOV
    kind: str = ""
    aliases: tuple[str, ...] = ()
    period: Period = field(default_factory=Period)
    successor: str = ""
    native: tuple[str, ...] = ()
    note: str = ""

    @property
    def short(self) -> str:
        """The id without the country ("SVR" of "RUS-SVR")."""
        return self.id.partition("-")[2]


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one office for one stretch of days.

    ``place`` is the country, or ``INT`` where ``office`` starts with an organisation
    ("NATO:chief"). ``where`` is the file and line that the term came from.
    """

    place: str
    office: str
    titles: tuple[str, ...]
    person: str
    aliases: tuple[str, ...] = ()
    native: tuple[str, ...] = ()
    period: Period = field(default_factory=Period)
    note: str = ""
    where: str = ""

    @property
    def family_name_first(self) -> bool:
        """Whether the person's name starts with the family name, as the note says."""
        return "family name first" in self.note

    @property
    def acting(self) -> bool:
        """Whether the person stood in for somebody else."""
        notes = (n.strip() for n in self.note.split(";"))
        return any(n.split(" ")[0] in {"acting", "interim", "caretaker"} for n in notes)


@dataclass(frozen=True, slots=True)
class Title:
    """Words that name an office, a kind of person or a kind of body ("foreign minister").

    ``kind`` is office (one holder at a time), person, body, people or honorific; ``offices``
    are the catalogue's offices that the words may mean, ``agency`` a kind of agency, and
    ``tag`` what a later "the minister" is matched by. ``alone`` words are mentions of actors
    even where no country stands beside them.
    """

    words: tuple[str, ...]
    offices: tuple[str, ...] = ()
    sector: Sector = Sector.UNK
    kind: str = "person"
    tag: str = ""
    agency: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything the data files hold, in the order of the files."""

    states: tuple[State, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    groups: tuple[Group, ...] = ()
    agencies: tuple[Agency, ...] = ()
    terms: tuple[Term, ...] = ()
    titles: tuple[Title, ...] = ()

    def ids(self) -> Iterator[str]:
        """Every id of a state, organisation, group or agency."""
        for part in (self.states, self.organisations, self.groups, self.agencies):
            for entry in part:
                yield entry.id
