"""FollowTheMoney entities, one JSON object a line: persons, public bodies, posts and who held them.

Edges are entities too: an ``Occupancy`` joins a person and a ``Position``, a ``Membership`` a
person and an organisation; they may stand before or after what they join.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.actors.catalogue import Agency, Group, Organisation, Term
from dragoman.actors.figures import figure_office
from dragoman.actors.importers.bodies import agency_kind, group_sector
from dragoman.actors.importers.items import Found, Item, PassedOver, clean_all, malformed
from dragoman.actors.importers.known import Known
from dragoman.actors.importers.posts import NoPost, read_post
from dragoman.actors.importers.shelf import Shelf
from dragoman.actors.importers.source import read_objects
from dragoman.actors.period import Period
from dragoman.records import Problem, Sector

_BODIES = frozenset({"Organization", "PublicBody"})
_COUNTRIES = ("country", "jurisdiction", "mainCountry", "nationality", "citizenship")
# What the topics of an organisation make of it; the first that it has.
_TOPICS = (
    ("gov.igo", Sector.IGO),
    ("pol.party", Sector.PTY),
    ("crime.terror", Sector.REB),
    ("gov.security", Sector.SPY),
    ("mil", Sector.MIL),
    ("gov.judicial", Sector.JUD),
    ("gov.legislative", Sector.LEG),
    ("gov", Sector.GOV),
    ("crime", Sector.CRM),
)
_LEADERS = frozenset({"leader", "chairman", "chair", "chairperson", "chairwoman", "president",
                      "head", "secretary general", "general secretary", "director"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Node:
    """An entity as far as it is needed."""

    id: str
    schema: str
    values: Mapping[str, Sequence[str]]
    where: str

    def all(self, *keys: str) -> list[str]:
        return [value for key in keys for value in self.values.get(key, ())]

    def names(self) -> tuple[str, ...]:
        return clean_all(self.all("name", "alias", "previousName"))


def read_ftm(paths: Sequence[Path], known: Known) -> Iterator[Item]:
    """The bodies and the terms of persons in ``paths``, which are read as one collection."""
    with Shelf() as shelf:
        for path in paths:
            for item in read_objects(path):
                problem = item if isinstance(item, Problem) else _keep(*item, shelf)
                if problem is not None:
                    yield problem
        for stored in shelf.all("body"):
            yield _body(_Node(**stored), known)
        for stored in shelf.all("person"):
            yield from _terms(_Node(**stored), known, shelf)


def _keep(where: str, entity: dict[str, Any], shelf: Shelf) -> Problem | None:
    """Puts an entity where it is found again; the problem of one that is not as it should be."""
    id_, schema, values = entity.get("id"), entity.get("schema"), entity.get("properties")
    if not isinstance(id_, str) or not isinstance(schema, str) or not isinstance(values, dict):
        return malformed(where, "id, schema and properties expected")
    if not all(
        isinstance(v, list) and all(isinstance(text, str) for text in v) for v in values.values()
    ):
        return malformed(where, "properties are lists of strings; another value found")
    caption = entity.get("caption")
    if isinstance(caption, str) and not values.get("name"):
        values["name"] = [caption]
    stored = {"id": id_, "schema": schema, "values": values, "where": where}
    if schema in _BODIES:
        shelf.put("body", id_, stored)
        shelf.put("node", id_, stored)
    elif schema in {"Person", "Position"}:
        shelf.put("person" if schema == "Person" else "node", id_, stored)
    elif schema == "Occupancy":
        for holder in values.get("holder", []):
            shelf.put("held", holder, stored)
    elif schema == "Membership":
        for member in values.get("member", []):
            shelf.put("held", member, stored)
    return None


def _country(node: _Node, known: Known) -> str | None:
    """The country of an entity, where it names just one."""
    for key in _COUNTRIES:
        codes = {known.country(text) for text in node.all(key)} - {None}
        if codes:
            return codes.pop() if len(codes) == 1 else None
    return None


def _body(node: _Node, known: Known) -> Item:
    names = node.names()
    if not names:
        return malformed(node.where, "an organisation without a name")
    country = _country(node, known)
    topics = node.all("topics")
    sector = next((s for topic, s in _TOPICS if topic in topics), None)
    found = agency_kind(names[0])
    common: dict[str, Any] = {
        "aliases": names[1:],
        "period": _period(node, "inceptionDate", "dissolutionDate"),
    }
    if sector is Sector.IGO:
        return Found(Organisation("", names[0], kind="igo", **common), node.where)
    if sector in {Sector.PTY, Sector.REB, Sector.CRM}:
        countries = (country,) if country else ()
        group = Group("", names[0], countries=countries, sector=sector, **common)
        return Found(group, node.where)
    if node.schema == "Organization" and sector is None and found is None:
        told = group_sector(names[0])
        if told is None:
            reason = "an organisation that neither its topics nor its name make an actor"
            return PassedOver(reason, node.where)
        countries = (country,) if country else ()
        return Found(Group("", names[0], countries=countries, sector=told, **common), node.where)
    if country is None:
        return PassedOver("a public body without one country", node.where)
    # The topic gov.security also covers armies and police, which the name tells apart.
    sector = (found.sector if found else None) or sector or Sector.GOV
    kind = found.kind if found else "other-ministry"
    return Found(Agency("", country, names[0], sector, kind, **common), node.where)


def _terms(person: _Node, known: Known, shelf: Shelf) -> Iterator[Item]:
    names = person.names()
    if not names:
        yield malformed(person.where, "a person without a name")
        return
    edges = [_Node(**edge) for edge in shelf.get("held", person.id)]
    if not edges:
        yield PassedOver("a person without a post or membership", person.where)
    for edge in edges:
        targets = edge.all("post", "organization")
        for target in targets:
            nodes = shelf.get("node", target)
            if nodes:
                yield _term(person, names, edge, _Node(**nodes[0]), known)
            else:
                yield PassedOver("a post that is not in the files", edge.where)
        if not targets:
            yield malformed(edge.where, f"{edge.schema} without what is held")


def _term(person: _Node, names: tuple[str, ...], edge: _Node, held: _Node, known: Known) -> Item:
    country = _country(held, known) or (
        _country(person, known) if held.schema == "Position" else None
    )
    if held.schema == "Position":
        label = (held.names() or ("",))[0]
    else:
        role = (clean_all(edge.all("role")) or ("",))[0]
        label = _label(role, held, known)
        if not label:
            return _figure(names, edge, held, country, known)
    post = read_post(known, label, country)
    if isinstance(post, NoPost):
        return PassedOver(post.reason, edge.where)
    term = Term(
        place=post.place,
        office=post.office,
        titles=post.titles,
        person=names[0],
        aliases=names[1:],
        period=_period(edge, "startDate", "endDate"),
    )
    return Found(term, edge.where)


def _label(role: str, held: _Node, known: Known) -> str:
    """A membership as the words for a post; empty where the role is no leader's."""
    names = held.names()
    if not names or role.lower().replace("-", " ") not in _LEADERS:
        return ""
    return f"{role} of {names[0]}"


def _figure(
    names: tuple[str, ...], edge: _Node, held: _Node, country: str | None, known: Known
) -> Item:
    """A plain member of a body as a person of its country and sector."""
    body = known.body(held.names(), country)
    if country is None or country not in known.codes:
        return PassedOver("a membership without one country", edge.where)
    found = agency_kind((held.names() or ("",))[0])
    sector = body.sector if body else found.sector if found else Sector.UNK
    term = Term(
        place=country,
        office=figure_office(sector),
        titles=(),
        person=names[0],
        aliases=names[1:],
        period=_period(edge, "startDate", "endDate"),
    )
    return Found(term, edge.where)


def _period(node: _Node, start: str, end: str) -> Period:
    """The dates of an entity; one that is none, or out of order, counts as not told."""
    first, last = (max((_date(t) for t in node.all(key)), default="") for key in (start, end))
    try:
        return Period(first, last)
    except ValueError:
        return Period()


def _date(text: str) -> str:
    try:
        Period(text[:10], "")
    except ValueError:
        return ""
    return text[:10]
