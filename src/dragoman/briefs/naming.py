"""Plain names for codes, and the actors on one side of an event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.briefs.citing import cite
from dragoman.briefs.model import Article
from dragoman.briefs.quotes import Party
from dragoman.records import Actor, Mention, MentionKind, Reading, Sector

Names = Mapping[str, str]

# Words that may stand for a state or organisation as such; "the Russian service" does not.
_OWN_NAMES = frozenset(
    {MentionKind.NAME, MentionKind.DEMONYM, MentionKind.METONYM, MentionKind.PLACE}
)


def plain_names(readings: Iterable[Reading]) -> Names:
    """A name for every code that the readings name as such, the one they give most often."""
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mention in (mention for reading in readings for mention in reading.mentions):
        actor = mention.actor
        if actor and actor.code and mention.kind in _OWN_NAMES and _is_the_body_itself(actor):
            names[actor.code][actor.name] += 1
    return {code: _most_frequent(counts) for code, counts in names.items()}


def _most_frequent(counts: Counter[str]) -> str:
    return min(counts, key=lambda name: (-counts[name], name))


def _is_the_body_itself(actor: Actor) -> bool:
    """Whether the actor is what its code stands for, and no part of it."""
    part_of_it = actor.org is not None and actor.org != actor.code
    return not (actor.person or actor.office or part_of_it)


def parties(mentions: Sequence[Mention], article: Article, names: Names) -> tuple[Party, ...]:
    """The actors of one side, each mention once, in text order."""
    return tuple(_party(m, article, names) for m in sorted(mentions, key=lambda m: m.span))


def _party(mention: Mention, article: Article, names: Names) -> Party:
    words = cite(article, mention.span)
    actor, reason = mention.actor, f"{mention.reason} (score {mention.score:.2f})"
    if actor is None or actor.code is None:
        sector = actor.sector.value if actor and actor.sector is not Sector.UNK else None
        person = actor.person if actor else None
        return Party(words.words, None, sector, person, None, words, mention.kind.value, reason)
    return Party(
        name=name_of(actor, names),
        code=actor.code,
        sector=None if actor.sector is Sector.UNK else actor.sector.value,
        person=actor.person,
        body=actor.name if actor.org and actor.org != actor.code else None,
        words=words,
        kind=mention.kind.value,
        reason=reason,
    )


def name_of(actor: Actor, names: Names) -> str:
    """The plain name of what the actor's code stands for.

    Where the text names only a person or an agency of it, it is the name of that: a code says
    nothing to a reader.
    """
    return names.get(actor.code or "", actor.name)


def side(parties: Sequence[Party]) -> list[str]:
    """The names of one side, each once; words that nobody is known for stand in quotes."""
    return list(dict.fromkeys(p.name if p.is_known else f"“{p.name}”" for p in parties))
