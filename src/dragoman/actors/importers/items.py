"""What an importer gives: entries, what it passed over on purpose, and what it could not read."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.actors.catalogue import Agency, Group, Organisation, Term
from dragoman.records import Problem, ProblemKind

Entry = Organisation | Group | Agency | Term
# An importer does not know the ids that are taken: bodies come with the short form that their
# source gives ("SVR"), or none, and are given their id when they are gathered.


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of a source, with its file and line."""

    entry: Entry
    where: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Something readable that the catalogue has no place for, and why."""

    reason: str
    where: str


Item = Found | PassedOver | Problem


def malformed(where: str, message: str) -> Problem:
    """The problem of an entry that is not as its format says."""
    return Problem(ProblemKind.MALFORMED, where, message)


def clean(text: str) -> str:
    """``text`` as one cell of a list: one line, no semicolon.

    >>> clean(" Ministry of\\tX; Y ")
    'Ministry of X, Y'
    """
    return " ".join(text.replace(";", ",").split())


def clean_all(texts: list[str]) -> tuple[str, ...]:
    """The texts cleaned, each once, empty ones left out."""
    return tuple(dict.fromkeys(t for text in texts if (t := clean(text))))
