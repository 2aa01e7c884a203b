"""Every spelling of the catalogue, with what it may name and how strictly its case counts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any

from dragoman.actors.catalogue import Agency, Catalogue, Term
from dragoman.actors.personal_names import family_names
from dragoman.actors.words import Words

# ``lexicon.toml`` as it is read; at run time it is a ``lexicon.Lexicon``.
WordLists = dict[str, Any]


class Role(StrEnum):
    """What a spelling may name; one letter, as it stands in the index."""

    STATE = "n"
    DEMONYM = "d"
    CITY = "c"  # a capital, or a seat of government that is a town
    HOUSE = "b"  # a building or street that stands for the government
    AGENCY = "g"
    SHARED_AGENCY = "a"  # a spelling that other bodies bear as well: needs its country
    ORGANISATION = "o"
    GROUP = "r"
    PERSON = "p"
    FAMILY_NAME = "f"
    TITLE = "t"
    SPECIAL = "w"  # pronouns, "the two countries", "the North"
    BLOCKED = "x"  # a longer name that swallows one of ours


class Case(IntEnum):
    """How the capitals of the text must agree with those of the form."""

    PROPER = 0  # as written; capitals throughout in a line of capitals
    LOOSE = 1  # the first word as written, the others anyhow ("Russian foreign ministry")
    ANY = 2
    RAW = 3  # character for character, accents too


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling: ``ref`` is the role's letter and the id ("n:RUS")."""

    text: str
    case: Case
    role: Role
    id: str

    @property
    def ref(self) -> str:
        """Role and id in one string."""
        return f"{self.role}:{self.id}"


# Scripts that set no space between words; names in them are sought inside runs of letters.
_UNSPACED = re.compile(
    r"[\u0900-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
_AMBIGUOUS_NOTE = re.compile(r"ambiguous:\s*([^;]*)")
_PARENTHESES = re.compile(r"\([^)]*\)")
# Names that keep their article; all others are matched without it.
_WITH_ARTICLE = frozenset({"The Hague", "The Valley"})


def is_unspaced(name: str) -> bool:
    """Whether ``name`` is written in a script without spaces between words."""
    return bool(_UNSPACED.search(name))


def all_forms(
    catalogue: Catalogue, lexicon: WordLists, persons: Iterable[tuple[int, Term]]
) -> Iterator[Form]:
    """Every form of ``catalogue``; ``persons`` pairs each term with its person's number."""
    adjectives = _adjectives(catalogue)
    raw = set(lexicon["names"]["accent_required"])
    for form in _named(catalogue, lexicon):
        case = form.case
        if form.text in raw:
            case = Case.RAW
        elif form.role in {Role.AGENCY, Role.SHARED_AGENCY} and _starts_with(form.text, adjectives):
            case = Case.LOOSE
        yield Form(form.text, case, form.role, form.id)
    yield from _person_forms(persons, lexicon)
    yield from _title_forms(catalogue)
    for subtype, words in lexicon["special"].items():
        for text in words:
            case = Case.PROPER if text != text.lower() else Case.ANY
            yield Form(text, case, Role.SPECIAL, subtype)
    for text in lexicon["names"]["blocked"]:
        yield Form(text, Case.PROPER, Role.BLOCKED, "")


def _named(catalogue: Catalogue, lexicon: WordLists) -> Iterator[Form]:
    towns = set(lexicon["places"]["seat_cities"])
    for state in catalogue.states:
        names = (state.name, state.official_name, *state.aliases, *_spaced(state.native))
        yield from _forms(names, Role.STATE, state.id)
        yield from _forms(state.demonyms, Role.DEMONYM, state.id)
        yield from _forms(state.capitals, Role.CITY, state.id)
        for seat in state.seats:
            yield from _forms([seat], Role.CITY if seat in towns else Role.HOUSE, state.id)
    for entry in catalogue.organisations:
        names = (entry.name, *entry.aliases, *entry.seats, *_spaced(entry.native))
        yield from _forms(names, Role.ORGANISATION, entry.id)
    for group in catalogue.groups:
        yield from _forms(
            (group.name, *group.aliases, *_spaced(group.native)), Role.GROUP, group.id
        )
    shared = _shared_aliases(catalogue.agencies)
    for agency in catalogue.agencies:
        for name in (agency.name, *agency.aliases, *_spaced(agency.native)):
            role = Role.SHARED_AGENCY if (agency.id, name) in shared else Role.AGENCY
            yield from _forms([name], role, agency.id)


def _forms(names: Iterable[str], role: Role, entry_id: str) -> Iterator[Form]:
    for name in dict.fromkeys(names):
        if name and name not in _WITH_ARTICLE:
            name = re.sub(r"^[Tt]he\s+(?=\S)", "", name)
        if name:
            yield Form(name, Case.PROPER, role, entry_id)


def _spaced(native: Iterable[str]) -> Iterator[str]:
    """Native names that the word matcher can find; Latin ones clash with English."""
    return (n for n in native if not is_unspaced(n) and not re.match(r"[A-Za-zÀ-ɏ]", n))


def native_forms(catalogue: Catalogue, persons: Iterable[tuple[int, Term]]) -> dict[str, list[str]]:
    """Names in scripts without spaces, with the references that they may name."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for role, entries in (
        (Role.STATE, catalogue.states),
        (Role.ORGANISATION, catalogue.organisations),
        (Role.GROUP, catalogue.groups),
        (Role.AGENCY, catalogue.agencies),
    ):
        for entry in entries:
            for name in entry.native:
                found[name][f"{role}:{entry.id}"] = None
    for number, term in persons:
        for name in term.native:
            found[name][f"{Role.PERSON}:{number}"] = None
    return {n: list(refs) for n, refs in sorted(found.items()) if is_unspaced(n) and len(n) > 1}


def _shared_aliases(agencies: Iterable[Agency]) -> set[tuple[str, str]]:
    """Agency and alias where the alias needs the country of the text to be told apart."""
    agencies = tuple(agencies)
    owners: dict[str, set[str]] = defaultdict(set)
    for agency in agencies:
        for name in (agency.name, *agency.aliases, *agency.native):
            owners[name].add(agency.country)
    shared = set()
    for agency in agencies:
        flagged = _flagged(agency.note)
        for name in (agency.name, *agency.aliases, *agency.native):
            if len(owners[name]) > 1 or name in flagged:
                shared.add((agency.id, name))
    return shared


def _flagged(note: str) -> set[str]:
    """The names that a note calls ambiguous ("ambiguous: SIS (also …), NSC")."""
    found: set[str] = set()
    for part in _AMBIGUOUS_NOTE.findall(_PARENTHESES.sub("", note)):
        found |= {p.strip() for p in part.split(",")}
    return found


def _adjectives(catalogue: Catalogue) -> frozenset[str]:
    """Names and demonyms of states, before which the rest of an agency's name is plain words."""
    names = (n for s in catalogue.states for n in (s.name, *s.aliases, *s.demonyms, "UN", "U.N."))
    return frozenset(" ".join(Words(n).cased) for n in names)


def _starts_with(text: str, adjectives: frozenset[str]) -> bool:
    cased = Words(text).cased
    return any(" ".join(cased[:n]) in adjectives for n in range(1, min(5, len(cased))))


def _person_forms(persons: Iterable[tuple[int, Term]], lexicon: WordLists) -> Iterator[Form]:
    names = lexicon["names"]
    particles = frozenset(names["particles"])
    two = frozenset(names["two_family_names"])
    for number, term in persons:
        full = (term.person, *term.aliases, *_spaced(term.native))
        for name in dict.fromkeys(full):
            alone = len(Words(name)) == 1
            yield Form(name, Case.PROPER, Role.FAMILY_NAME if alone else Role.PERSON, str(number))
            short = family_names(
                name,
                family_name_first=term.family_name_first,
                two_family_names=term.place in two,
                particles=particles,
            )
            for family_name in short:
                if len(family_name) > 1:
                    yield Form(family_name, Case.PROPER, Role.FAMILY_NAME, str(number))
                    if family_name[0].islower():
                        upper = family_name[0].upper() + family_name[1:]
                        yield Form(upper, Case.PROPER, Role.FAMILY_NAME, str(number))


def _title_forms(catalogue: Catalogue) -> Iterator[Form]:
    for number, title in enumerate(catalogue.titles):
        for words in title.words:
            case = Case.ANY if words == words.lower() else Case.PROPER
            yield Form(words, case, Role.TITLE, str(number))


def repeated_words(catalogue: Catalogue) -> list[str]:
    """Words that stand in more than one row of the titles."""
    counts = Counter(w for t in catalogue.titles for w in dict.fromkeys(t.words))
    return sorted(w for w, n in counts.items() if n > 1)
