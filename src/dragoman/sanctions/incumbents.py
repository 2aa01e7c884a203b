"""From actors of a text to who is asked for: their role on that day, and those before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from dragoman.actors import CatalogueIndex
from dragoman.actors.catalogue import INTERNATIONAL, Term
from dragoman.records import Actor, Document, Mention, MentionKind
from dragoman.sanctions.entry import EntryKind
from dragoman.sanctions.evidence import Query
from dragoman.sanctions.roles import PastRole

_NAMED = frozenset(
    {MentionKind.PERSON, MentionKind.OFFICE, MentionKind.NAME, MentionKind.DESCRIPTION}
)


def query_of(
    actor: Actor | Query | str,
    *,
    on: dt.date | None = None,
    role: str = "",
    catalogue: CatalogueIndex | None = None,
) -> Query | None:
    """What to ask for an actor; ``None`` for a state, or somebody without a name.

    ``role`` is the one that the text gives. Where it gives none, the ``catalogue`` of
    office-holders tells the role on the day ``on``; it also tells the roles before that, by
    which a list's older title is recognised.
    """
    if isinstance(actor, Query):
        return actor
    if isinstance(actor, str):
        return Query(" ".join(actor.split())) if actor.strip() else None
    countries = (actor.country,) if actor.country else ()
    if actor.person:
        terms = list(_terms(actor, catalogue)) if catalogue else []
        return Query(
            actor.person,
            countries,
            role=role or _current(terms, actor.office, on),
            role_from="text" if role else "office",
            kind=EntryKind.PERSON,
            past_roles=tuple(_past(terms, on, catalogue)),
        )
    if actor.org and actor.name:
        return Query(actor.name, countries, kind=EntryKind.ENTITY)
    return None


def queries_of(
    document: Document,
    mentions: Iterable[Mention],
    *,
    on: dt.date,
    catalogue: CatalogueIndex | None = None,
) -> list[Query]:
    """Who a document names, each once in text order; a role is taken from the text's words."""
    found: dict[tuple[str, tuple[str, ...]], Query] = {}
    for mention in mentions:
        if mention.actor is None or mention.kind not in _NAMED:
            continue
        words = mention.span.of(document.text)
        query = query_of(
            mention.actor, on=on, role=_role_in(words, mention.actor), catalogue=catalogue
        )
        if query is None:
            continue
        key = query.name, query.countries
        # the first mention that gives a role in the text's own words stands for all
        if key not in found or (query.role_from == "text" and found[key].role_from != "text"):
            found[key] = query
    return list(found.values())


def _role_in(words: str, actor: Actor) -> str:
    """The words before a person's name in a mention ("Russian President Vladimir Putin")."""
    names = (actor.person or "").split()
    if not names:
        return ""
    kept = words.split()
    while kept and any(kept[-1].strip(",.").lower() == n.lower() for n in names):
        kept.pop()
    if len(kept) == len(words.split()):  # the name is spelled otherwise in the text, or absent
        return ""
    return " ".join(kept).strip(" ,")


def _terms(actor: Actor, catalogue: CatalogueIndex) -> Iterator[Term]:
    for person in catalogue.persons_of(actor.country or INTERNATIONAL):
        if person.name == actor.person:
            yield from person.terms


def _current(terms: list[Term], office: str | None, on: dt.date | None) -> str:
    for term in terms:
        if term.office == office and (on is None or term.period.covers(on)):
            return term.titles[0] if term.titles else ""
    return ""


def _past(
    terms: list[Term], on: dt.date | None, catalogue: CatalogueIndex | None
) -> Iterator[PastRole]:
    for term in terms:
        end = term.period.last
        if end is None or (on is not None and end > on):
            continue
        others = catalogue.offices(term.place).get(term.office, []) if catalogue else []
        for title in dict.fromkeys((*term.titles, *others)):
            yield PastRole(title, end)
