"""What the catalogue knows already: countries, bodies, offices and their titles, by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.actors.catalogue import Agency, Catalogue, Group, Organisation, Term
from dragoman.actors.lexicon import Lexicon
from dragoman.actors.merge import Body, name_key
from dragoman.actors.words import title_key


class Known:
    """The catalogue that rows are added to, asked by the names that sources use."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.codes = {state.id for state in catalogue.states}
        self.titles = {
            title_key(words): title for title in catalogue.titles for words in title.words
        }
        self.bodies: dict[str, Body] = {}
        self._named: dict[str, set[str]] = defaultdict(set)  # ids of bodies by name
        self._countries: dict[str, str] = {}
        self._state_words: dict[str, set[str]] = defaultdict(set)
        self._terms: dict[tuple[str, str, str], list[Term]] = defaultdict(list)
        self._people: dict[tuple[str, str], Term] = {}
        self._offices: dict[tuple[str, str], tuple[str, ...]] = {}
        self._titled: dict[tuple[str, str], str] = {}
        self._add_states(catalogue)
        for bodies in (catalogue.organisations, catalogue.groups, catalogue.agencies):
            for entry in bodies:
                self.add_body(entry)
        for term in catalogue.terms:
            self.add_term(term)

    def _add_states(self, catalogue: Catalogue) -> None:
        # Names of the states of today first, then codes, then aliases.
        states = sorted(catalogue.states, key=lambda s: bool(s.period.end))
        for state in states:
            self._countries.setdefault(name_key(state.name), state.id)
            for name in (state.name, *state.aliases, *state.demonyms, *state.capitals):
                self._state_words[name_key(name)].add(state.id)
        for state in states:
            for name in (state.id, state.iso2, state.official_name, *state.aliases, *state.native):
                if name:
                    self._countries.setdefault(name_key(name), state.id)
        for state in states:
            for name in state.demonyms:
                self._countries.setdefault(name_key(name), state.id)

    def country(self, text: str) -> str | None:
        """The code of a country by its name, code or adjective; ``None`` for any other word."""
        return self._countries.get(name_key(text).removeprefix("the "))

    def names_state(self, text: str) -> bool:
        """Whether ``text`` is the name, adjective or capital of a state."""
        return name_key(text).removeprefix("the ") in self._state_words

    def owners(self, name: str) -> frozenset[str]:
        """The ids of the states and bodies that bear ``name``."""
        key = name_key(name)
        return frozenset(self._named.get(key, ())) | frozenset(self._state_words.get(key, ()))

    def body(
        self, names: Iterable[str], country: str | None, *, of: tuple[type[Body], ...] = ()
    ) -> Body | None:
        """The body that the first of ``names`` means which means just one, of that country.

        An organ of a state or a group needs its country to agree; an organisation of many
        states has none. ``of`` are the kinds of bodies that it may be, else any.
        """
        for name in names:
            fitting = [
                entry
                for entry_id in sorted(self._named.get(name_key(name), ()))
                if _fits(entry := self.bodies[entry_id], country)
                and (not of or isinstance(entry, of))
            ]
            if len(fitting) == 1:
                return fitting[0]
        return None

    def add_body(self, entry: Body) -> None:
        """Makes ``entry`` known; it takes the place of one with the same id."""
        self.bodies[entry.id] = entry
        for name in (entry.name, *entry.aliases, *entry.native):
            self._named[name_key(name)].add(entry.id)

    def add_term(self, term: Term, *, instead_of: Sequence[Term] = ()) -> None:
        """Makes ``term`` known, and forgets those that it takes the place of."""
        for old in instead_of:
            for key in _keys(old):
                kept = [t for t in self._terms[old.place, old.office, key] if t != old]
                self._terms[old.place, old.office, key] = kept
        for key in _keys(term):
            self._terms[term.place, term.office, key].append(term)
            self._people.setdefault((term.place, key), term)
        if not self.titles_of(term.place, term.office):
            self._offices[term.place, term.office] = term.titles
            for title in term.titles:
                self._titled.setdefault((term.place, title_key(title)), term.office)

    def terms_of(self, term: Term) -> list[Term]:
        """The terms of the person of ``term`` in the same office, by any of the names."""
        found = (
            t for key in _keys(term) for t in self._terms.get((term.place, term.office, key), ())
        )
        return list(dict.fromkeys(found))

    def person(self, place: str, names: Iterable[str]) -> Term | None:
        """A term of the person of ``place`` who bears one of ``names``."""
        found = (self._people.get((place, name_key(name))) for name in names)
        return next((term for term in found if term), None)

    def titles_of(self, place: str, office: str) -> tuple[str, ...]:
        """The titles of an office as the catalogue has them."""
        return self._offices.get((place, office), ())

    def office_of(self, place: str, title: str) -> str | None:
        """The office of ``place`` that bears exactly this title."""
        key = title_key(title)
        return self._titled.get((place, key))

    def is_taken(self, entry_id: str) -> bool:
        """Whether a state or body has this id."""
        return entry_id in self.bodies or entry_id in self.codes

    def is_family_first(self, place: str, name: str) -> bool:
        """Whether a name of that country starts with its family name."""
        first = name_key(name).partition(" ")[0]
        return place in _FAMILY_FIRST and first in self.lexicon.family_name_first


# Where English news keeps the family name in front.
_FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "HKG", "VNM", "SGP", "KHM"})


def _keys(term: Term) -> list[str]:
    return list(dict.fromkeys(name_key(name) for name in (term.person, *term.aliases)))


def _fits(entry: Body, country: str | None) -> bool:
    if isinstance(entry, Agency):
        return country is None or entry.country == country
    if isinstance(entry, Group):
        return country is None or not entry.countries or country in entry.countries
    assert isinstance(entry, Organisation)
    return True
