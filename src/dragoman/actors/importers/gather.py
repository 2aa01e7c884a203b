"""Rows of sources gathered into a user's catalogue: ids given, doubles found, names kept apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import chain, count, pairwise

from dragoman.actors.catalogue import Agency, Catalogue, Group, Organisation, Term
from dragoman.actors.importers.items import Entry, Found, PassedOver
from dragoman.actors.importers.known import Known
from dragoman.actors.merge import Body, name_key, overlap
from dragoman.actors.period import Period
from dragoman.actors.words import Words

_SMALL = frozenset("of the and for de la du des in on to a".split())
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,7}")
_LONGEST_ID = 24
_SHORTEST_ALIAS = 2
# Shorter aliases are acronyms that many bodies bear.
_TELLING_ALIAS = 6
# What an entry may turn out to be: a source's "organisation" may be a group of ours, but a
# state's "Security Council" is never that of the United Nations.
_MAY_BE: dict[type[Entry], tuple[type[Body], ...]] = {
    Organisation: (Organisation, Group),
    Group: (Group, Organisation),
    Agency: (Agency, Group),
}
_TABLES = {Organisation: "organisations", Group: "groups", Agency: "agencies", Term: "terms"}


@dataclass(slots=True)
class Counts:
    """How many rows of each table are new, changed, or say nothing new; what was left out."""

    new: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)


class Gatherer:
    """Takes entries one after the other into the user's rows.

    An entry that the catalogue has, by name, keeps its id and adds to its names; a person keeps
    the name of the catalogue. A new body gets an id of its own. Names that mean another actor
    already are left out, and told.
    """

    def __init__(self, known: Known, own: Catalogue) -> None:
        self._known = known
        self._bodies: dict[str, Body] = {}
        for bodies in (own.organisations, own.groups, own.agencies):
            self._bodies.update((entry.id, entry) for entry in bodies)
        self._terms = dict.fromkeys(own.terms)  # in order, and found at once
        self.counts = Counts()

    def own(self) -> Catalogue:
        """The user's rows as they are now."""
        bodies = list(self._bodies.values())
        return Catalogue(
            organisations=tuple(b for b in bodies if isinstance(b, Organisation)),
            groups=tuple(b for b in bodies if isinstance(b, Group)),
            agencies=tuple(b for b in bodies if isinstance(b, Agency)),
            terms=tuple(sorted(self._terms, key=lambda t: t.place)),
        )

    def add(self, found: Found) -> list[PassedOver]:
        """Takes one entry in; returns what of it was left out, and why."""
        entry = found.entry
        if isinstance(entry, Term):
            self._add_term(entry)
            return []
        return self._add_body(entry, found.where)

    # -- bodies

    def _add_body(self, entry: Body, where: str) -> list[PassedOver]:
        if self._known.names_state(entry.name):
            return [PassedOver("a body with the name of a state", where)]
        country = _country(entry)
        names = (entry.name, *(a for a in entry.aliases if len(a) >= _TELLING_ALIAS))
        match = self._known.body(names, country, of=_MAY_BE[type(entry)])
        if match is None:
            return self._add_new(entry, where)
        names, left_out = self._free_names((entry.name, *entry.aliases), match, where)
        merged = replace(
            match,
            aliases=_added(match.aliases, names, match.name),
            native=_added(match.native, entry.native),
            period=finer(entry.period, match.period),
        )
        if merged == match:
            self.counts.known[_table(match)] += 1
        else:
            self._put(merged, self.counts.changed)
        return left_out

    def _add_new(self, entry: Body, where: str) -> list[PassedOver]:
        names, left_out = self._free_names((entry.name, *entry.aliases), entry, where)
        if entry.name not in names:
            reason = "a body whose name means another actor"
            return [PassedOver(reason, where)]
        aliases = tuple(name for name in names if name != entry.name)
        entry = replace(entry, id=self._new_id(entry), aliases=aliases)
        self._put(entry, self.counts.new)
        return left_out

    def _put(self, entry: Body, counter: Counter[str]) -> None:
        self._bodies[entry.id] = entry
        self._known.add_body(entry)
        counter[_table(entry)] += 1

    def _free_names(
        self, names: tuple[str, ...], entry: Body, where: str
    ) -> tuple[tuple[str, ...], list[PassedOver]]:
        """The names that mean nobody else, and those left out with the reason."""
        kept, left_out = [], []
        for name in dict.fromkeys(names):
            owners = self._known.owners(name) - {entry.id}
            if len(name) < _SHORTEST_ALIAS or (name.islower() and name.isascii()):
                left_out.append(PassedOver("a name too short or in small letters", where))
            elif any(self._clashes(owner, entry) for owner in owners):
                left_out.append(PassedOver("a name that means another actor already", where))
            else:
                kept.append(name)
        return tuple(kept), left_out

    def _clashes(self, owner: str, entry: Body) -> bool:
        """Whether two bodies may not share a name; organs of two states may, and are told apart."""
        other = self._known.bodies.get(owner)
        if isinstance(other, Agency) and isinstance(entry, Agency):
            return other.country == entry.country
        return True

    def _new_id(self, entry: Body) -> str:
        """A short form that is not taken, made of the names alone: the same on every run."""
        acronyms = [a for a in (entry.name, *entry.aliases) if _ACRONYM.fullmatch(a)]
        words = [w for w in Words(entry.name).cased if w.lower() not in _SMALL]
        initials = "".join(w[0] for w in words if w[:1].isascii()).upper()
        slug = "-".join(w.upper() for w in words if w.isascii())[:_LONGEST_ID].strip("-")
        forms = [*acronyms[:1], initials if len(initials) > 1 else "", slug or "BODY"]
        prefix = f"{entry.country}-" if isinstance(entry, Agency) else ""
        wanted = [f"{prefix}{form}" for form in forms if form]
        numbered = (f"{wanted[-1]}-{number}" for number in count(2))
        return next(form for form in chain(wanted, numbered) if not self._known.is_taken(form))

    # -- terms

    def _add_term(self, term: Term) -> None:
        person = self._known.person(term.place, (term.person, *term.aliases))
        if person is not None:
            names = (person.person, *person.aliases, term.person, *term.aliases)
            term = replace(
                term,
                person=person.person,
                aliases=tuple(dict.fromkeys(n for n in names if n != person.person)),
                native=_added(person.native, term.native),
                note=term.note or ("family name first" if person.family_name_first else ""),
            )
        elif not term.note and self._known.is_family_first(term.place, term.person):
            term = replace(term, note="family name first")
        same = [
            t for t in self._known.terms_of(term) if overlap(t.period, term.period) or t == term
        ]
        if len(same) == 1:
            term = replace(
                term,
                period=finer(term.period, same[0].period),
                note=term.note or same[0].note,
                titles=term.titles or same[0].titles,
            )
        if self._says_nothing_new(term, same):
            self.counts.known["terms"] += 1
            return
        for old in same:
            self._terms.pop(old, None)
        self._terms[term] = None
        (self.counts.changed if same else self.counts.new)["terms"] += 1
        self._known.add_term(term, instead_of=same)

    @staticmethod
    def _says_nothing_new(term: Term, same: list[Term]) -> bool:
        """Whether the terms that are there say as much: the same days, and all of the names."""
        if not same:
            return False
        names = {name_key(n) for t in same for n in (t.person, *t.aliases)}
        if {name_key(n) for n in (term.person, *term.aliases)} - names:
            return False
        if set(term.native) - {n for t in same for n in t.native}:
            return False
        return _covers(sorted((t.period for t in same), key=_order), term.period)


def finer(new: Period, old: Period) -> Period:
    """``new``, where ``old`` is not the same date told more precisely, or the only one told.

    >>> finer(Period("2004", ""), Period("2004-03-09", "2007"))
    Period(start='2004-03-09', end='2007')
    """
    start = old.start if old.start.startswith(new.start) else new.start
    end = old.end if old.end.startswith(new.end) else new.end
    try:
        return Period(start, end)
    except ValueError:
        return new


def _covers(periods: list[Period], wanted: Period) -> bool:
    """Whether ``periods``, one after the other without a gap, are all of ``wanted``."""
    for one, following in pairwise(periods):
        if not one.last or not following.first or following.first > one.last:
            return False
    starts_in = wanted.start and periods[0].start.startswith(wanted.start)
    same_start = starts_in or periods[0].start == wanted.start
    ends_in = wanted.end and periods[-1].end.startswith(wanted.end)
    return bool(same_start and (ends_in or periods[-1].end == wanted.end))


def _order(period: Period) -> str:
    return period.start


def _added(old: tuple[str, ...], new: tuple[str, ...], name: str = "") -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *(n for n in new if n != name))))


def _country(entry: Body) -> str | None:
    if isinstance(entry, Agency):
        return entry.country
    if isinstance(entry, Group) and entry.countries:
        return entry.countries[0]
    return None


def _table(entry: Entry) -> str:
    return _TABLES[type(entry)]
