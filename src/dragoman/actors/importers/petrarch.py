"""Actor dictionaries of PETRARCH and TABARI.

A record is a phrase, lines of synonyms that start with ``+``, and lines of codes in brackets
that may have dates::

    ANNA_EXAMPLE_        ; a comment
    +A._EXAMPLE
        [RUSGOV 000507-080507]
        [RUSELI >080507]

The syntax is that of the PETRARCH documentation ("Actor Dictionary"). A dictionary does not say
which phrases are people: those with dated codes, or without a word for a body, are taken for
people; names of states and what has no code are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.actors.catalogue import Agency, Group, Organisation, Term
from dragoman.actors.figures import figure_office
from dragoman.actors.importers.bodies import (
    GROUP_SECTORS,
    STATE_SECTORS,
    WORLD_SECTORS,
    agency_kind,
    group_sector,
)
from dragoman.actors.importers.items import Found, Item, PassedOver, clean, malformed
from dragoman.actors.importers.known import Known
from dragoman.actors.importers.petrarch_codes import (
    DatedCode,
    Meaning,
    parse_code,
    read_meaning,
)
from dragoman.actors.importers.source import read_lines
from dragoman.actors.merge import name_key
from dragoman.records import Problem, Sector

_COMMENT = re.compile(r"<!--.*?-->")
_PHRASE = re.compile(r"(?P<phrase>[^\[\]]*)(?P<code>\[[^\]]*\])?\s*")
_PARTICLES = frozenset("al bin bint ibn da de del della der di du el la le van von y".split())
_MOST_WORDS = 5  # of a person's name
_FEWEST_WORDS = 2
_LONGEST_ACRONYM = 5
_VOWEL = re.compile("[AEIOUY]")


@dataclass(slots=True)
class _Record:
    """One actor of a dictionary, as far as it is read."""

    where: str
    phrases: list[str] = field(default_factory=list)
    codes: list[DatedCode] = field(default_factory=list)
    is_broken: bool = False  # a line of it was no code or phrase, and is told


def read_petrarch(path: Path, known: Known) -> Iterator[Item]:
    """The bodies and persons of an actor dictionary."""
    record: _Record | None = None
    for line in _content(path):
        if isinstance(line, Problem):
            yield line
            continue
        where, text = line
        is_own = text[0] not in "+["
        if is_own:
            if record is not None:
                yield from _items(record, known)
            record = _Record(where)
        if record is None:
            yield malformed(where, "a synonym or code before any actor; a phrase expected first")
            continue
        try:
            _add(record, text)
        except ValueError as error:
            record.is_broken = True
            yield malformed(where, str(error))
    if record is not None:
        yield from _items(record, known)


def _content(path: Path) -> Iterator[tuple[str, str] | Problem]:
    """The lines that are no comments, with what is comment cut off."""
    is_comment = False
    for line in read_lines(path):
        if isinstance(line, Problem):
            yield line
            continue
        where, text = line
        if is_comment:
            _, end, text = text.partition("-->")
            if not end:
                continue
            is_comment = False
        text = _COMMENT.sub(" ", text)
        text, start, _ = text.partition("<!")
        is_comment = bool(start) and not text.strip() and "-->" not in line[1]
        is_comment = is_comment and line[1].lstrip().startswith("<!--")
        # "###" and "---" in brackets are codes, no comments
        text = re.sub(r"(?<!\[)[#;](?![#\]]*\]).*", "", text).strip()
        if text:
            yield where, text


def _add(record: _Record, text: str) -> None:
    """Takes one line into the record. Raises ``ValueError`` for what is no such line."""
    if text.startswith("["):
        record.codes.append(parse_code(text))
        return
    match = _PHRASE.fullmatch(text.removeprefix("+"))
    if match is None:
        raise ValueError(f"{text[:60]!r} found; a phrase and one code in brackets expected")
    phrase = clean(match["phrase"].replace("_", " "))
    if not any(c.isalpha() for c in phrase):
        raise ValueError(f"{text[:60]!r} found; a phrase with letters expected")
    record.phrases.append(phrase)
    if match["code"]:
        record.codes.append(parse_code(match["code"]))


def _items(record: _Record, known: Known) -> Iterator[Item]:
    if not record.phrases:
        return
    where = record.where
    if not record.codes:
        if not record.is_broken:
            yield PassedOver("a phrase without a code", where)
        return
    if known.names_state(record.phrases[0]):
        yield PassedOver("the name of a state, which the catalogue holds", where)
        return
    read = [(dated, read_meaning(dated.code, known.codes)) for dated in record.codes]
    meanings = [(dated, meaning) for dated, meaning in read if meaning is not None]
    if not meanings:
        yield PassedOver("a code of nobody in the catalogue's lists", where)
        return
    if all(meaning.is_state for _, meaning in meanings):
        yield PassedOver("a place or people of a state (a code that is a country alone)", where)
    elif _is_person(record, meanings[0][1]):
        yield from _person(record, meanings, known)
    else:
        yield _body(record, *meanings[0])


def _is_person(record: _Record, meaning: Meaning) -> bool:
    """Whether the phrase is taken for a person's name."""
    if meaning.country is None:
        return False
    words = record.phrases[0].split()
    is_body = agency_kind(record.phrases[0]) or group_sector(record.phrases[0])
    if is_body or not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return False
    dated = [code for code in record.codes if code.period.start or code.period.end]
    return len(dated) > 0 or meaning.is_elite or meaning.sector in STATE_SECTORS


def _person(
    record: _Record, meanings: list[tuple[DatedCode, Meaning]], known: Known
) -> Iterator[Item]:
    names = [_without_title(_spelt(phrase), known) for phrase in record.phrases]
    if known.names_state(names[0].split()[0]):
        yield PassedOver("people of a state, whom the resolver reads by their titles", record.where)
        return
    for dated, meaning in meanings:
        if meaning.country is None:
            yield PassedOver("a person without a country", record.where)
            continue
        sector = Sector.UNK if meaning.is_elite else meaning.sector or Sector.UNK
        term = Term(
            place=meaning.country,
            office=figure_office(sector),
            titles=(),
            person=names[0],
            aliases=tuple(dict.fromkeys(n for n in names[1:] if n != names[0])),
            period=dated.period,
        )
        yield Found(term, record.where)


def _body(record: _Record, dated: DatedCode, meaning: Meaning) -> Item:
    names = tuple(dict.fromkeys(n for phrase in record.phrases for n in _spellings(phrase)))
    sector, country, period = meaning.sector, meaning.country, dated.period
    if sector in WORLD_SECTORS:
        kind = "ngo" if sector is Sector.NGO else "igo"
        world = Organisation("", names[0], names[1:], kind, sector, period=period)
        return Found(world, record.where)
    if sector in GROUP_SECTORS:
        countries = (country,) if country else ()
        return Found(Group("", names[0], names[1:], countries, sector, period), record.where)
    found = agency_kind(record.phrases[0])
    if country is None or sector not in STATE_SECTORS | {Sector.JRN} or found is None:
        reason = "a phrase that is neither a person's name nor a body of a known kind"
        return PassedOver(reason, record.where)
    agency = Agency("", country, names[0], sector, found.kind, names[1:], period)
    return Found(agency, record.where)


def _spellings(phrase: str) -> Iterator[str]:
    """A phrase in capitals as news may write it; short ones also as the acronym."""
    spelt = _spelt(phrase)
    is_short = len(phrase) <= _LONGEST_ACRONYM and " " not in phrase
    if is_short:
        yield phrase
    if not is_short or _VOWEL.search(phrase):  # "NLF" is never read as a word
        yield spelt


def _spelt(phrase: str) -> str:
    """A name in capitals as it is written in a sentence ("MICHAEL_MCFAUL" has an inner F)."""
    if phrase != phrase.upper():
        return phrase
    words = phrase.split()
    return " ".join(_word(word, is_first=index == 0) for index, word in enumerate(words))


def _word(word: str, *, is_first: bool) -> str:
    lower = word.lower()
    if not is_first and lower in _PARTICLES | {"of", "the", "and", "for", "in"}:
        return lower
    spelt = re.sub(r"(^|[-'.])(\w)", lambda m: m[1] + m[2].upper(), lower)
    return re.sub(r"^Mc(\w)", lambda m: "Mc" + m[1].upper(), spelt)


def _without_title(name: str, known: Known) -> str:
    """A person's name without the words of an office before it ("President Jane Doe")."""
    words = name.split()
    for size in range(min(4, len(words) - 1), 0, -1):
        if name_key(" ".join(words[:size])) in known.titles and len(words) > size:
            rest = " ".join(words[size:])
            return rest if len(rest.split()) >= _FEWEST_WORDS else name
    return name
