"""Possible matches of a name with entries of the lists, each with its reasons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.sanctions.asof import AsOf, as_of
from dragoman.sanctions.entry import EntryKind, ListEntry, ListName, ListVersion, NameKind
from dragoman.sanctions.evidence import (
    Query,
    birth_reason,
    country_reason,
    kind_reason,
    role_reason,
)
from dragoman.sanctions.features import Reason, score_of
from dragoman.sanctions.held import HeldEntry, HeldList
from dragoman.sanctions.index import IndexedName, NameIndex
from dragoman.sanctions.names import (
    SURPLUS,
    SURPLUS_OF_PERSONS,
    NameAgreement,
    compare_names,
    name_parts,
)
from dragoman.sanctions.roles import RoleComparison, compare_roles

# What is shown unless asked otherwise: above it lie exact rare names with nothing known
# against them, and common names with a country or a role for them.
THRESHOLD = 0.5
# A list this much older than the text may well give a role that has passed.
_OLD = dt.timedelta(days=30)
# Above this the rest of what is known cannot bring a name over any useful threshold.
_LEAST_SIMILARITY = 0.5


@dataclass(frozen=True, slots=True)
class PossibleMatch:
    """An entry that may be the one asked for: a question to look into, never a finding."""

    query: Query
    entry: ListEntry
    version: ListVersion  # the version of the list that the record was taken from
    name: ListName  # the name on the list that fits best
    score: float
    reasons: tuple[Reason, ...]
    role: RoleComparison
    as_of: AsOf

    @property
    def list_name(self) -> str:
        """The list that the entry is on."""
        return self.version.list_name


class Matcher:
    """Lists made ready for many questions."""

    def __init__(self, lists: Iterable[HeldList]) -> None:
        self.lists = tuple(lists)
        self._index = NameIndex(self.lists)

    def match(
        self,
        query: Query,
        *,
        on: dt.date | None = None,
        threshold: float = THRESHOLD,
        limit: int | None = 10,
    ) -> list[PossibleMatch]:
        """The entries that ``query`` may be, the likeliest first.

        ``on`` is the day asked about; without one it is the day of each list's newest
        version. Entries that were on a list on another day only are given too, and say so.
        """
        best: dict[tuple[str, str], PossibleMatch] = {}
        for text, found, agreement in self._agreeing(query):
            key = found.list.name, found.held.entry.id
            match = _judge(query, text, found, agreement, on)
            if match.score >= threshold and (key not in best or match.score > best[key].score):
                best[key] = match
        ranked = sorted(best.values(), key=lambda m: (-m.score, m.list_name, m.entry.id))
        return ranked[:limit]

    def _agreeing(self, query: Query) -> Iterator[tuple[str, IndexedName, NameAgreement]]:
        for text in dict.fromkeys((query.name, *query.other_names)):
            parts = name_parts(text)
            for found in self._index.candidates(parts):
                is_person = found.held.entry.kind is EntryKind.PERSON
                agreement = compare_names(
                    parts,
                    found.parts,
                    self._index.rarity,
                    surplus=SURPLUS_OF_PERSONS if is_person else SURPLUS,
                )
                if agreement.similarity >= _LEAST_SIMILARITY:
                    yield text, found, agreement


def _judge(
    query: Query, asked: str, found: IndexedName, agreement: NameAgreement, on: dt.date | None
) -> PossibleMatch:
    held, versions = found.held, found.list.versions
    entry, day = held.entry, on or versions[-1].list_date
    # the roles on the list are no newer than the entry's last change
    known = min(held.version.list_date, entry.updated_on or entry.listed_on or dt.date.max)
    role = compare_roles(
        query.role,
        entry.roles,
        past=[past for past in query.past_roles if past.end and past.end <= day],
        record_is_older=known + _OLD < day,
    )
    reasons = (
        *name_reasons(asked, found.name, agreement),
        country_reason(query, entry),
        role_reason(query, role),
        birth_reason(query, entry),
        kind_reason(query, entry),
    )
    return PossibleMatch(
        query=query,
        entry=entry,
        version=held.version,
        name=found.name,
        score=score_of(reasons),
        reasons=reasons,
        role=role,
        as_of=listing_on(held, versions, day),
    )


def listing_on(held: HeldEntry, versions: Sequence[ListVersion], day: dt.date) -> AsOf:
    """Whether an entry of a list was listed on ``day``."""
    return as_of(
        day,
        versions=[version.list_date for version in versions],
        present=held.present,
        listed_on=held.listed_on,
        delisted_on=held.entry.delisted_on,
    )


def name_reasons(asked: str, name: ListName, agreement: NameAgreement) -> tuple[Reason, ...]:
    """What the names say: how far they agree, how rare that is, and what the alias is worth."""
    weak = name.kind is NameKind.WEAK
    shared = ", ".join(" ".join(pair.theirs) for pair in agreement.pairs)
    if agreement.telling >= 0.6:
        rarity = f"rare: {shared}"
    else:
        rarity = f"{'common' if agreement.telling < 0.4 else 'not rare'}: {shared}"
    kind = {
        NameKind.PRIMARY: "the main name",
        NameKind.STRONG: "a strong alias",
        NameKind.WEAK: "a weak alias",
        NameKind.ORIGINAL: "the name in its own script",
    }[name.kind]
    return (
        Reason("name", agreement.similarity, _name_words(asked, name, agreement)),
        Reason("rarity", agreement.telling, rarity),
        Reason("alias", -1.0 if weak else 0.0, f"'{name.text}' is {kind}"),
    )


def _name_words(asked: str, name: ListName, agreement: NameAgreement) -> str:
    spelled = [
        f"{' '.join(p.ours)} as {' '.join(p.theirs)}" for p in agreement.pairs if p.likeness < 1
    ]
    words = f"'{asked}' and '{name.text}'"
    if agreement.similarity == 1:
        return f"{words} have the same parts"
    notes = [f"spelled otherwise: {', '.join(spelled)}"] if spelled else []
    if agreement.ours:
        notes.append(f"only in the text: {' '.join(agreement.ours)}")
    if agreement.theirs:
        notes.append(f"only on the list: {' '.join(agreement.theirs)}")
    return f"{words} agree in part ({'; '.join(notes)})"
