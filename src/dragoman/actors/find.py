"""Looks a name up in the catalogue and explains what it may mean on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from dragoman.actors.catalogue import Term
from dragoman.actors.forms import Role, is_unspaced
from dragoman.actors.identify import organisation_code
from dragoman.actors.index import CatalogueIndex, load_index
from dragoman.actors.offices import Offices
from dragoman.actors.period import Period
from dragoman.actors.words import Words
from dragoman.records import Actor, Sector

# Spellings less alike than this (0 to 100) are no misspellings. Chosen so that one wrong or
# missing letter in a name of six is still found.
_ALIKE = 82
_ROLES = {
    Role.STATE: "name of the state",
    Role.DEMONYM: "demonym of",
    Role.CITY: "capital or seat of government of",
    Role.HOUSE: "house that stands for the government of",
    Role.AGENCY: "name of the agency",
    Role.SHARED_AGENCY: "name, shared with other bodies, of the agency",
    Role.ORGANISATION: "name of the organisation",
    Role.GROUP: "name of the group",
    Role.PERSON: "name of",
    Role.FAMILY_NAME: "family name of",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a name may mean.

    ``id`` is the catalogue's (for a person the place and the name), ``score`` (0 to 1) how
    alike the spelling is, ``is_current`` whether it exists, or holds an office, on the day.
    """

    id: str
    actor: Actor
    spelling: str
    score: float
    is_current: bool
    explanation: str


def find(
    name: str, on: dt.date, *, index: CatalogueIndex | None = None, limit: int = 10
) -> list[Candidate]:
    """What ``name`` may mean on the day ``on``, the best first.

    Capitals and accents do not matter. When nothing is spelt so, the most similar spellings
    are looked up instead, and the explanation says so. Empty when nothing is similar.

    >>> [c.id for c in find("Pyongyang", dt.date(2024, 3, 30))]
    ['PRK']
    """
    index = index or load_index()
    finder = _Finder(index, on)
    found = list(finder.exact(name)) or list(finder.similar(name, limit))
    best: dict[str, Candidate] = {}
    for candidate in sorted(found, key=lambda c: (-c.score, not c.is_current, c.id)):
        best.setdefault(candidate.id, candidate)
    return list(best.values())[:limit]


class _Finder:
    def __init__(self, index: CatalogueIndex, on: dt.date) -> None:
        self._index = index
        self._on = on
        self._offices = Offices(index, on)

    def exact(self, name: str) -> Iterator[Candidate]:
        """What is spelt like ``name``."""
        if is_unspaced(name):
            for ref in self._index.native.get(name.strip(), ()):
                yield from self._candidate(ref, name.strip(), 1.0, "")
            return
        words = Words(name).lower
        node = self._index.branch(words[0]) if words else None
        for word in words[1:]:
            node = node.get(word) if node else None
        for spelling, _, refs in (node or {}).get("", ()):
            for ref in refs:
                yield from self._candidate(ref, spelling, 1.0, "")

    def similar(self, name: str, limit: int) -> Iterator[Candidate]:
        """What is spelt nearly like ``name``."""
        spellings = dict(self._index.spellings())
        wanted = " ".join(Words(name).lower)
        for spelling, score, _ in process.extract(
            wanted, spellings.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=limit
        ):
            for ref in spellings[spelling]:
                yield from self._candidate(ref, spelling, score / 100, f"similar to '{name}': ")

    def _candidate(self, ref: str, spelling: str, score: float, note: str) -> Iterator[Candidate]:
        role, entry_id = Role(ref[0]), ref[2:]
        if role not in _ROLES:
            return
        if role in {Role.PERSON, Role.FAMILY_NAME}:
            entry_id, actor, current, told = self._person(entry_id)
        else:
            actor, period = self._entry(role, entry_id)
            current, told = period.covers(self._on), f"{actor.name} ({_span(period)})"
        explanation = f"{note}{_ROLES[role]} {told}"
        yield Candidate(entry_id, actor, spelling, round(score, 2), current, explanation)

    def _entry(self, role: Role, entry_id: str) -> tuple[Actor, Period]:
        if role in {Role.AGENCY, Role.SHARED_AGENCY}:
            agency = self._index.agency(entry_id)
            actor = Actor(agency.name, agency.country, agency.id, agency.sector)
            return actor, agency.period
        if role is Role.ORGANISATION:
            entry = self._index.organisation(entry_id)
            actor = Actor(entry.name, None, organisation_code(entry), entry.sector)
            return actor, entry.period
        if role is Role.GROUP:
            group = self._index.group(entry_id)
            country = group.countries[0] if group.countries else None
            return Actor(group.name, country, group.id, group.sector), group.period
        state = self._index.state(entry_id)
        return Actor(state.name, state.id, None, Sector.GOV), state.period

    def _person(self, number: str) -> tuple[str, Actor, bool, str]:
        person = self._index.person(number)
        standing = self._offices.standing(person)
        actor = Actor(
            person.name,
            person.country,
            standing.org,
            standing.sector,
            person.name,
            standing.office,
        )
        terms = "; ".join(_term(t) for t in person.terms)
        current = any(t.period.covers(self._on) for t in person.terms)
        told = f"{person.name}: {standing.reason} (listed: {terms})"
        return f"{person.place}/{person.name}", actor, current, told


def _term(term: Term) -> str:
    title = term.titles[0] if term.titles else term.office
    return f"{title} {_span(term.period)}{', acting' if term.acting else ''}"


def _span(period: Period) -> str:
    if not period.start and not period.end:
        return "no dates listed"
    return f"{period.start or '…'} to {period.end or 'now'}"
