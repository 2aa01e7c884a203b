"""Who a name may be on a day, with a score and the reasons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from dragoman.actors.catalogue import INTERNATIONAL
from dragoman.actors.forms import Role
from dragoman.actors.index import CatalogueIndex, Held, Person
from dragoman.actors.lookup import Lookup, NameHit, role_of
from dragoman.actors.offices import Offices
from dragoman.actors.period import Period
from dragoman.actors.resolver import Resolver
from dragoman.records import Document, Mention, MentionKind, Sector, Sentence, Span

# Scores of a name alone; set by hand in the manner of the resolver's, not calibrated.
_SCORES = {
    Role.STATE: 0.97,
    Role.DEMONYM: 0.9,
    Role.CITY: 0.75,
    Role.HOUSE: 0.9,
    Role.AGENCY: 0.95,
    Role.SHARED_AGENCY: 0.6,
    Role.ORGANISATION: 0.95,
    Role.GROUP: 0.95,
    Role.PERSON: 0.95,
    Role.FAMILY_NAME: 0.6,
}
_SAID = {
    Role.STATE: "name of the state",
    Role.DEMONYM: "adjective or people of the state",
    Role.CITY: "town that stands for the state",
    Role.HOUSE: "house that stands for the state",
    Role.AGENCY: "name of the body",
    Role.SHARED_AGENCY: "name that bodies of other states bear too",
    Role.ORGANISATION: "name of the organisation",
    Role.GROUP: "name of the group",
    Role.PERSON: "full name",
    Role.FAMILY_NAME: "family name alone",
}
_NOT_ON_THE_DAY = 0.5  # an actor that was not there on the day, or held no office then
_MISSPELT = 0.8  # times how like the spelling is
_NOBODY_LISTED = 0.3


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom the words may mean; ``kind`` is state, agency, organisation, group, person
    or office."""

    name: str
    kind: str
    score: float
    reasons: tuple[str, ...]
    country: str | None = None
    org: str | None = None
    sector: Sector = Sector.UNK
    office: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The candidate as a JSON object."""
        return {**asdict(self), "reasons": list(self.reasons), "sector": self.sector.value}


@dataclass(frozen=True, slots=True)
class Answer:
    """Who ``name`` may be on ``day``, most likely first; nobody where the catalogue has none."""

    name: str
    day: dt.date
    candidates: tuple[Candidate, ...]

    @property
    def is_nobody(self) -> bool:
        """Whether no actor of the catalogue bears the name, or anything like it."""
        return not self.candidates


def find(index: CatalogueIndex, name: str, *, day: dt.date, limit: int = 10) -> Answer:
    """Who ``name`` may be on ``day``: a name, a family name, or the words for an office.

    The words are read as the resolver reads them in a text, then looked up as a name of its own;
    only where neither gives anybody are names sought that are spelt nearly so.
    """
    name = " ".join(name.split())
    lookup = Lookup(index)
    candidates = [*_as_read(index, name, day)]
    for hit in lookup.exact(name):
        candidates += _named(index, hit, day)
    if not candidates:
        for hit in lookup.near(name, limit=4 * limit):
            candidates += _named(index, hit, day)
    ranked = sorted(_merged(candidates), key=lambda c: (-c.score, c.name, c.kind))
    return Answer(name, day, tuple(ranked[:limit]))


# -- as the resolver reads the words


def _as_read(index: CatalogueIndex, name: str, day: dt.date) -> Iterator[Candidate]:
    document = Document(name, day)
    for mention in Resolver(index).resolve(document, [Sentence(0, Span(0, len(name)))]):
        words = name.removeprefix("the ").removeprefix("The ")
        if mention.span.of(name) == words and mention.actor is not None:
            yield _read(index, mention, day)


def _read(index: CatalogueIndex, mention: Mention, day: dt.date) -> Candidate:
    actor = mention.actor
    assert actor is not None
    is_office = mention.kind in {MentionKind.OFFICE, MentionKind.DESCRIPTION}
    kind = "office" if is_office and not actor.person else "person" if actor.person else ""
    candidate = Candidate(
        name=actor.person or actor.name,
        kind=kind or _kind_of(index, actor.org, actor.country),
        score=mention.score,
        reasons=(mention.reason,),
        country=actor.country,
        org=actor.org,
        sector=actor.sector,
        office=actor.office,
    )
    if kind == "person":
        return candidate
    if kind != "office":
        return _as_of(candidate, _period_of(index, candidate), day)
    near = _holders_near(index, candidate, day)
    reasons = (*candidate.reasons, f"nobody is listed as holding it on {day}", *near)
    return replace(candidate, score=_NOBODY_LISTED, reasons=reasons)


def _as_of(candidate: Candidate, period: Period, day: dt.date) -> Candidate:
    """The candidate, less likely where it was not there on the day."""
    reasons, factor = _on(period, day)
    score, told = candidate.score * factor, (*candidate.reasons, *reasons)
    return replace(candidate, score=score, reasons=told)


def _period_of(index: CatalogueIndex, candidate: Candidate) -> Period:
    if candidate.kind == "agency" and candidate.org:
        return index.agency(candidate.org).period
    if candidate.kind == "state" and candidate.country:
        return index.state(candidate.country).period
    if candidate.kind == "group" and candidate.org:
        return index.group(candidate.org).period
    if candidate.kind == "organisation" and candidate.org:
        return index.organisation(candidate.org).period
    return Period()


def _kind_of(index: CatalogueIndex, org: str | None, country: str | None) -> str:
    if org is None:
        return "state" if country else "description"
    if country and org.startswith(f"{country}-"):
        return "agency"
    try:
        index.organisation(org)
    except KeyError:
        return "group"
    return "organisation"


def _holders_near(index: CatalogueIndex, candidate: Candidate, day: dt.date) -> Iterator[str]:
    """Who is listed for the office last before and first after the day, in words."""
    place = candidate.country or INTERNATIONAL
    held = list(index.held(place).get(candidate.office or "", ()))
    number = day.toordinal()
    before = max((h for h in held if h.end < number), key=lambda h: h.end, default=None)
    after = min((h for h in held if h.start > number), key=lambda h: h.start, default=None)
    if before is not None:
        yield f"before: {_held(before)}"
    if after is not None:
        yield f"after: {_held(after)}"


def _held(held: Held) -> str:
    period = held.term.period
    return f"{held.person.name}, {period.start or '…'} to {period.end or '…'}"


# -- by name


def _named(index: CatalogueIndex, hit: NameHit, day: dt.date) -> Iterator[Candidate]:
    for ref in dict.fromkeys(hit.refs):
        role = role_of(ref)
        candidate = _candidate(index, role, ref[2:], day)
        if hit.likeness < 1:
            spelt = f"spelt like {hit.spelling!r} ({hit.likeness:.0%} alike)"
            score = candidate.score * hit.likeness * _MISSPELT
            candidate = replace(candidate, score=score, reasons=(spelt, *candidate.reasons))
        yield candidate


def _candidate(index: CatalogueIndex, role: Role, entry_id: str, day: dt.date) -> Candidate:
    if role in {Role.PERSON, Role.FAMILY_NAME}:
        return _person(index, index.person(entry_id), role, day)
    candidate = _entry(index, role, entry_id)
    return _as_of(candidate, _period_of(index, candidate), day)


def _entry(index: CatalogueIndex, role: Role, entry_id: str) -> Candidate:
    """The state or body of a reference, whatever the day."""
    score, said = _SCORES[role], _SAID[role]
    if role in {Role.STATE, Role.DEMONYM, Role.CITY, Role.HOUSE}:
        state = index.state(entry_id)
        reasons = (f"{said} {state.name}",)
        return Candidate(state.name, "state", score, reasons, state.id, sector=Sector.GOV)
    if role in {Role.AGENCY, Role.SHARED_AGENCY}:
        agency = index.agency(entry_id)
        country, sector = agency.country, agency.sector
        return Candidate(agency.name, "agency", score, (said,), country, agency.id, sector)
    if role is Role.ORGANISATION:
        entry = index.organisation(entry_id)
        return Candidate(
            entry.name, "organisation", score, (said,), org=entry.id, sector=entry.sector
        )
    group = index.group(entry_id)
    home = group.countries[0] if group.countries else None
    return Candidate(group.name, "group", score, (said,), home, group.id, group.sector)


def _on(period: Period, day: dt.date) -> tuple[tuple[str, ...], float]:
    """What the dates of an entry say of the day, and how much that weighs."""
    if period.covers(day):
        return (), 1.0
    if period.over_by(day):
        return (f"ended {period.end}, before {day}",), _NOT_ON_THE_DAY
    return (f"begins {period.start}, after {day}",), _NOT_ON_THE_DAY


def _person(index: CatalogueIndex, person: Person, role: Role, day: dt.date) -> Candidate:
    standing = Offices(index, day).standing(person)
    factor = 1.0 if standing.office else _NOT_ON_THE_DAY
    return Candidate(
        person.name,
        "person",
        _SCORES[role] * factor,
        (_SAID[role], standing.reason),
        country=person.country,
        org=standing.org,
        sector=standing.sector,
        office=standing.office,
    )


def _merged(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Each actor once, with its best score and all the reasons."""
    found: dict[tuple[str, str, str | None, str | None], Candidate] = {}
    for candidate in candidates:
        org = candidate.org if candidate.kind != "person" else None
        key = (candidate.kind, candidate.name, candidate.country, org)
        known = found.get(key)
        if known is None:
            found[key] = candidate
            continue
        best = max(known, candidate, key=lambda c: c.score)
        other = candidate if best is known else known
        more = tuple(r for r in other.reasons if not any(r in told for told in best.reasons))
        found[key] = replace(best, reasons=(*best.reasons, *more))
    return list(found.values())
