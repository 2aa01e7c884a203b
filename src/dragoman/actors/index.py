"""The compiled catalogue as it is used: loaded fast, its entries made when asked for."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.actors.catalogue import (
    INTERNATIONAL,
    Agency,
    Group,
    Organisation,
    State,
    Term,
    Title,
)
from dragoman.actors.lexicon import Lexicon
from dragoman.actors.period import Period
from dragoman.errors import DataError
from dragoman.records import Sector

INDEX = "index.txt.gz"
DATA = Path(__file__).parent / "data"
Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Person:
    """An office-holder of one country (or ``INT``) with the terms that are listed."""

    number: int
    name: str
    place: str
    terms: tuple[Term, ...]

    @property
    def country(self) -> str | None:
        """The country served; ``None`` for the head of an international organisation."""
        return None if self.place == INTERNATIONAL else self.place

    @property
    def family_name_first(self) -> bool:
        """Whether the family name comes first in the person's name."""
        return any(t.family_name_first for t in self.terms)


class Held(NamedTuple):
    """One term: its first and last day as ``date.toordinal`` counts, who and what."""

    start: int
    end: int
    person: Person
    term: Term


class CatalogueIndex:
    """What the resolver knows: names and what they may mean, and every entry by its id."""

    def __init__(
        self, head: Mapping[str, Any], branches: dict[str, str], fingerprint: str = ""
    ) -> None:
        self.fingerprint = fingerprint  # changes with anything in the catalogue
        self._head = head
        self._branches = branches
        self.nodes: dict[str, Node] = {}  # the branches parsed so far
        self._made: dict[tuple[str, str], Any] = {}
        self.native: dict[str, list[str]] = head["native"]
        self.first_words = branches.keys()
        self.lower_starts = frozenset(head["lower_starts"])

    def branch(self, word: str) -> Node | None:
        """The names that start with ``word`` (small letters, no accents), as a tree."""
        node = self.nodes.get(word)
        if node is None:
            text = self._branches.get(word)
            if text is None:
                return None
            node = self.nodes[word] = json.loads(text)
        return node

    def spellings(self) -> Iterator[tuple[str, list[str]]]:
        """All names in small letters, each with what it may refer to. Parses every branch."""
        for word in self.first_words:
            yield from _spellings(word, self.branch(word) or {})

    @cached_property
    def lexicon(self) -> Lexicon:
        """The word lists."""
        return Lexicon(self._head["lexicon"])

    def _entry(self, part: str, key: str, make: Any) -> Any:
        made = self._made.get((part, key))
        if made is None:
            made = self._made[part, key] = make(key, self._head[part][key])
        return made

    def state(self, state_id: str) -> State:
        """The state of that id; ``KeyError`` when there is none."""
        entry: State = self._entry("states", state_id, _state)
        return entry

    def organisation(self, organisation_id: str) -> Organisation:
        """The organisation of that id; ``KeyError`` when there is none."""
        entry: Organisation = self._entry("organisations", organisation_id, _organisation)
        return entry

    def group(self, group_id: str) -> Group:
        """The group of that id; ``KeyError`` when there is none."""
        entry: Group = self._entry("groups", group_id, _group)
        return entry

    def agency(self, agency_id: str) -> Agency:
        """The agency of that id; ``KeyError`` when there is none."""
        entry: Agency = self._entry("agencies", agency_id, _agency)
        return entry

    def person(self, number: str) -> Person:
        """The person of that number, as references in the tree of names give it."""
        made = self._made.get(("persons", number))
        if made is None:
            made = _person(int(number), self._head["persons"][int(number)])
            self._made["persons", number] = made
        person: Person = made
        return person

    def title(self, number: str) -> Title:
        """The row of ``titles.csv`` of that number."""
        made = self._made.get(("titles", number))
        if made is None:
            offices, sector, kind, tag, agency, alone = self._head["titles"][int(number)]
            made = Title((), tuple(offices), Sector(sector), kind, tag, agency, bool(alone))
            self._made["titles", number] = made
        title: Title = made
        return title

    def is_state(self, state_id: str) -> bool:
        """Whether ``state_id`` is the id of a state."""
        return state_id in self._head["states"]

    def offices(self, place: str) -> Mapping[str, list[str]]:
        """The offices of a country (or ``INT``), each with its titles as ``title_key`` has them."""
        offices: Mapping[str, list[str]] = self._head["offices"].get(place, {})
        return offices

    @cached_property
    def _numbers(self) -> Mapping[str, list[int]]:
        numbers: dict[str, list[int]] = {}
        for number, (_, place, _) in enumerate(self._head["persons"]):
            numbers.setdefault(place, []).append(number)
        return numbers

    def persons_of(self, place: str) -> Iterator[Person]:
        """Everybody who is listed with an office of ``place``."""
        for number in self._numbers.get(place, ()):
            yield self.person(str(number))

    def held(self, place: str) -> Mapping[str, Sequence[Held]]:
        """The terms of each office of ``place``, with their first and last day as numbers."""
        made: dict[str, list[Held]] | None = self._made.get(("held", place))
        if made is None:
            made = {}
            for person in self.persons_of(place):
                for term in person.terms:
                    first, last = term.period.first, term.period.last
                    start = first.toordinal() if first else 0
                    end = last.toordinal() if last else dt.date.max.toordinal()
                    made.setdefault(term.office, []).append(Held(start, end, person, term))
            self._made["held", place] = made
        return made

    @cached_property
    def _by_kind(self) -> Mapping[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for agency_id, row in self._head["agencies"].items():
            found.setdefault((row[1], row[3]), []).append(agency_id)
        return found

    def agencies_of(self, country: str, kind: str) -> tuple[Agency, ...]:
        """The agencies of one kind that a country has or had."""
        return tuple(self.agency(i) for i in self._by_kind.get((country, kind), ()))


def _spellings(path: str, node: Node) -> Iterator[tuple[str, list[str]]]:
    for word, value in node.items():
        if word:
            yield from _spellings(f"{path} {word}", value)
        else:
            yield path, [ref for _, _, refs in value for ref in refs]


def read_index(path: Path) -> CatalogueIndex:
    """The index in ``path``; :class:`~dragoman.errors.DataError` when it cannot be read."""
    try:
        content = gzip.decompress(path.read_bytes())
        lines = content.decode("utf-8").split("\n")
        branches = dict(line.split("\t", 1) for line in lines[1:])
        fingerprint = hashlib.sha256(content).hexdigest()[:8]
        return CatalogueIndex(json.loads(lines[0]), branches, fingerprint)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise DataError(
            f"{path}: {error}; the compiled catalogue is expected here: "
            "run python -m dragoman.actors.build"
        ) from error


@cache
def load_index() -> CatalogueIndex:
    """The index that is installed with Dragoman; read once, then shared."""
    return read_index(DATA / INDEX)


def _state(key: str, row: list[Any]) -> State:
    name, kind, iso2, start, end = row
    return State(key, name, iso2=iso2, kind=kind, period=Period(start, end))


def _organisation(key: str, row: list[Any]) -> Organisation:
    name, kind, sector, parent, start, end = row
    return Organisation(
        key, name, kind=kind, sector=Sector(sector), parent=parent, period=Period(start, end)
    )


def _group(key: str, row: list[Any]) -> Group:
    name, sector, countries, start, end = row
    return Group(
        key, name, countries=tuple(countries), sector=Sector(sector), period=Period(start, end)
    )


def _agency(key: str, row: list[Any]) -> Agency:
    name, country, sector, kind, start, end = row
    return Agency(key, country, name, Sector(sector), kind, period=Period(start, end))


def _person(number: int, row: list[Any]) -> Person:
    name, place, rows = row
    terms = tuple(
        Term(
            place=place,
            office=office,
            titles=(title,) if title else (),
            person=name,
            period=Period(start, end),
            note="; ".join(
                n for n, said in (("acting", acting), ("family name first", first)) if said
            ),
        )
        for office, start, end, title, acting, first in rows
    )
    return Person(number, name, place, terms)
