"""Roles and titles: whether the one in a text is the one on the list."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from dragoman.sanctions.countries import country_code
from dragoman.sanctions.names import name_parts

# Two roles are the same when they share this much of their words; set so that "SVR director"
# is "Director of the Foreign Intelligence Service" and is not "director of a bank".
_SAME = 0.6
# Words that many roles have, and so tell less.
_GENERIC = frozenset(
    "director chairman minister president commander member secretary deputy official officer "
    "manager advisor representative leader chief executive senior".split()
)
_GENERIC_WEIGHT = 0.4
# With one of these in one role only, the roles differ whatever else they share.
_MODIFIERS = frozenset("deputy vice assistant acting under sub".split())
_FORMER = re.compile(r"^(?:the\s+)?(?:former|ex|previous|late|retired)\b[\s-]*", re.IGNORECASE)
# Titles of courtesy, rank of learning or of religion: they name no office.
_HONORIFICS = frozenset(
    "mr mrs ms sir dr doctor professor engineer haji hajji mullah maulavi maulawi maulana sheikh "
    "shaykh qari sayyid ustad imam hojjatoleslam ayatollah".split()
)
_SMALL = frozenset("of the and for to in at a an de la on by".split())


class RoleAnswer(StrEnum):
    """How the role in the text stands to those on the list."""

    AGREE = "agree"
    OLDER = "older"  # the list has one that the person held before
    DIFFERENT = "different"
    UNKNOWN = "unknown"  # the text or the list names none


@dataclass(frozen=True, slots=True)
class PastRole:
    """A role that somebody held before, until ``end`` where that is known."""

    title: str
    end: dt.date | None = None


@dataclass(frozen=True, slots=True)
class RoleComparison:
    """The answer, the listed role it is about, and when that ended where it is known."""

    answer: RoleAnswer
    listed: str = ""
    ended: dt.date | None = None


def compare_roles(
    role: str,
    listed: Iterable[str],
    *,
    past: Iterable[PastRole] = (),
    record_is_older: bool = False,
) -> RoleComparison:
    """How ``role``, of the text, stands to the roles on the list.

    A listed role that differs is an older one when the list calls it former, when it is one
    of the ``past`` roles, or when the list's record is older than the text.

    >>> compare_roles("SVR director", ["Director of the Foreign Intelligence Service"]).answer
    <RoleAnswer.AGREE: 'agree'>
    """
    titles = [title for title in listed if _words(title)]
    if not titles:
        return RoleComparison(RoleAnswer.UNKNOWN)
    former = list(past)
    if _words(role):
        best = max(titles, key=lambda title: _shared(role, title))
        if _shared(role, best) >= _SAME and not _FORMER.match(best):
            return RoleComparison(RoleAnswer.AGREE, best)
    for title in titles:
        for before in former:
            if _shared(before.title, title) >= _SAME:
                return RoleComparison(RoleAnswer.OLDER, title, before.end)
    if not _words(role):
        return RoleComparison(RoleAnswer.UNKNOWN, titles[0])
    older = record_is_older or _FORMER.match(titles[0])
    return RoleComparison(RoleAnswer.OLDER if older else RoleAnswer.DIFFERENT, titles[0])


def _shared(one: str, other: str) -> float:
    """The share of the shorter role's words that the longer one has, from 0 to 1."""
    ours, theirs = _words(one), _words(other)
    if not ours or not theirs or (ours ^ theirs) & _MODIFIERS:
        return 0.0
    shared = ours & theirs
    if ours != theirs and shared <= _GENERIC:  # "director" is not "director of the bank"
        return 0.0
    return _weight(shared) / min(_weight(ours), _weight(theirs))


def _weight(words: frozenset[str]) -> float:
    return sum(_GENERIC_WEIGHT if word in _GENERIC else 1.0 for word in words)


def _words(role: str) -> frozenset[str]:
    """The words of a role that tell, with synonyms brought together and countries left out."""
    text = " ".join(w for w in name_parts(_FORMER.sub("", role)) if w not in _SMALL)
    text = f" {text} "
    for words, means in _synonyms().items():
        text = text.replace(f" {words} ", f" {means} ")
    return frozenset(w for w in text.split() if not _is_country(w)) - _HONORIFICS


def _is_country(word: str) -> bool:
    return word in _COUNTRY_WORDS or bool(len(word) > 3 and country_code(word))


_COUNTRY_WORDS = frozenset(
    "russian federation korean north south chinese iranian islamic syrian belarusian republic "
    "democratic peoples united states american ukrainian state s".split()
)


@cache
def _synonyms() -> Mapping[str, str]:
    path = files("dragoman.sanctions") / "data" / "roles.csv"
    rows = csv.DictReader(path.read_text("utf-8").splitlines())
    # the longest first: "general secretary" before "secretary"
    pairs = sorted(((r["words"], r["means"]) for r in rows), key=lambda pair: -len(pair[0]))
    return dict(pairs)
