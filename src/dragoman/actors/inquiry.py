"""Who the words of a user may mean on a day: names, family names, offices, misspellings.

Joins two readings: the resolver's of the words as a text ("foreign minister of Japan"), and that
of ``dragoman.actors.find``, which looks them up as a name, and by likeness if nobody bears it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from dragoman.actors.catalogue import INTERNATIONAL
from dragoman.actors.find import Candidate, find
from dragoman.actors.index import CatalogueIndex, Held
from dragoman.actors.merge import name_key
from dragoman.actors.resolver import Resolver
from dragoman.records import Actor, Document, Mention, MentionKind, Sentence, Span

# Set by hand in the manner of the resolver's scores, not calibrated.
_FAMILY_NAME_ALONE = 0.6  # as the resolver has it for a name out of nowhere
_NOT_ON_THE_DAY = 0.5  # an actor that was not there on the day, or held no office then
_ONE_OF_SEVERAL = 0.7  # as the resolver has it for an acronym that other bodies bear
_NOBODY_LISTED = 0.3


@dataclass(frozen=True, slots=True)
class Guess:
    """Somebody whom the words may mean, how likely (0 to 1), and why."""

    actor: Actor
    score: float
    reasons: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The guess as a JSON object."""
        return {"actor": asdict(self.actor), "score": round(self.score, 3),
                "reasons": list(self.reasons)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """Who ``words`` may mean on ``day``, most likely first; empty where nobody is known."""

    words: str
    day: dt.date
    guesses: tuple[Guess, ...]


def inquire(index: CatalogueIndex, words: str, *, day: dt.date, limit: int = 10) -> Answer:
    """Who ``words`` may mean on ``day``, at most ``limit`` guesses.

    Of an office that nobody is listed for on the day, the guess is the office itself, with the
    holders before and after.
    """
    words = " ".join(words.split())
    read = list(_as_read(index, words, day))
    found = find(words, day, index=index, limit=4 * limit)
    if read:  # where the words are understood, what is spelt nearly so is no answer
        found = [candidate for candidate in found if candidate.score == 1.0]
    bearers = sum(candidate.is_current and candidate.score == 1 for candidate in found)
    guesses = _merged([*read, *(_looked_up(candidate, bearers) for candidate in found)])
    ranked = sorted(guesses, key=lambda g: -g.score)  # stable: equals stay as they were found
    return Answer(words, day, tuple(ranked[:limit]))


def _as_read(index: CatalogueIndex, words: str, day: dt.date) -> Iterator[Guess]:
    """The reading of the words as an office, or as a person whom all know."""
    mentions = Resolver(index).resolve(Document(words, day), [Sentence(0, Span(0, len(words)))])
    wanted = words.removeprefix("the ").removeprefix("The ")
    for mention in mentions:
        actor = mention.actor
        if actor is None or mention.span.of(words) != wanted:
            continue
        if actor.person:
            yield Guess(actor, mention.score, (mention.reason,))
        elif mention.kind is MentionKind.OFFICE:
            yield _vacant(index, mention, actor, day)


def _vacant(index: CatalogueIndex, mention: Mention, actor: Actor, day: dt.date) -> Guess:
    near = _holders_near(index, actor, day)
    reasons = (mention.reason, f"nobody is listed as holding it on {day}", *near)
    return Guess(actor, _NOBODY_LISTED, reasons)


def _holders_near(index: CatalogueIndex, actor: Actor, day: dt.date) -> Iterator[str]:
    """Who is listed for the office last before and first after the day, in words."""
    held = index.held(actor.country or INTERNATIONAL).get(actor.office or "", ())
    number = day.toordinal()
    before = max((h for h in held if h.end < number), key=lambda h: h.end, default=None)
    after = min((h for h in held if h.start > number), key=lambda h: h.start, default=None)
    if before is not None:
        yield f"before: {_told(before)}"
    if after is not None:
        yield f"after: {_told(after)}"


def _told(held: Held) -> str:
    period = held.term.period
    return f"{held.person.name}, {period.start or '…'} to {period.end or 'now'}"


def _looked_up(candidate: Candidate, bearers: int) -> Guess:
    """A name that was found as a guess; ``bearers`` are how many bear it on the day."""
    score, reasons = candidate.score, [candidate.explanation]
    if bearers > 1 and candidate.is_current:
        score *= _ONE_OF_SEVERAL
        reasons.append(f"one of {bearers} who bear the name on the day")
    if candidate.score < 1:
        reasons.insert(0, f"spelt {candidate.spelling!r}, {candidate.score:.0%} alike")
    if _is_part_of_name(candidate):
        score *= _FAMILY_NAME_ALONE
    if not candidate.is_current:
        score *= _NOT_ON_THE_DAY
        reasons.append("not there, or in no listed office, on the day")
    return Guess(candidate.actor, score, tuple(reasons))


def _is_part_of_name(candidate: Candidate) -> bool:
    """Whether a person was found by less than the full name."""
    person = candidate.actor.person
    if person is None:
        return False
    spelt, whole = name_key(candidate.spelling).split(), name_key(person).split()
    return len(spelt) < len(whole) and set(spelt) <= set(whole)


def _merged(guesses: Sequence[Guess]) -> list[Guess]:
    """Each actor once, with its best score and all the reasons."""
    found: dict[tuple[str | None, ...], Guess] = {}
    for guess in guesses:
        actor = guess.actor
        # the words for an office may tell more of a person (the agency) than the name does
        key = (actor.person or actor.name, actor.country, None if actor.person else actor.org)
        known = found.get(key)
        if known is None:
            found[key] = guess
        else:
            more = tuple(r for r in guess.reasons if r not in known.reasons)
            score = max(known.score, guess.score)
            found[key] = replace(known, score=score, reasons=(*known.reasons, *more))
    return list(found.values())
