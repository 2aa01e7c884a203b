"""Towns and regions: in which country a scene lies.

``data/places.csv`` names first-level regions and the towns that make news; capitals stand in
``states.csv``. A place is no actor; it tells whose unnamed people, police or officials act there.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping
from functools import cache, cached_property
from importlib.resources import files

from dragoman.actors.words import Words
from dragoman.records import Place, Span

_TITLE_CASE = 0.6  # of the words of a line in capitals make it a headline in title case


class Gazetteer:
    """Finds places by their names, the longest first; capitals count, accents do not.

    ``table`` is a CSV of the columns of ``places.csv``; ``version`` changes with it.
    """

    def __init__(self, table: bytes) -> None:
        self._table = table
        self.version = hashlib.sha256(table).hexdigest()[:6]

    def find(self, text: str, span: Span) -> list[Place]:
        """The places named in a part of a text, in text order."""
        words = Words(span.of(text))
        found: list[Place] = []
        at = 0
        while at < len(words):
            stop = self._stop(words, at)
            if stop:
                where = Span(words.starts[at], words.ends[stop - 1]).shift(span.start)
                found.append(Place(where, self._names[tuple(words.lower[at:stop])]))
            at = stop or at + 1
        return found

    @cached_property
    def _names(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """The countries of each name; read when the first text is."""
        names: dict[tuple[str, ...], tuple[str, ...]] = {}
        for row in csv.DictReader(io.StringIO(self._table.decode("utf-8"))):
            for name in (row["name"], *filter(None, row["aliases"].split(";"))):
                key = tuple(Words(name).lower)
                known = names.get(key, ())
                names[key] = known if row["country"] in known else (*known, row["country"])
        return names

    @cached_property
    def _longest(self) -> Mapping[str, int]:
        """How many words the longest name has that begins with a word."""
        longest: dict[str, int] = {}
        for words in self._names:
            longest[words[0]] = max(len(words), longest.get(words[0], 0))
        return longest

    def _stop(self, words: Words, at: int) -> int:
        """Past the last word of the longest name that begins here; 0 where none does."""
        last = min(at + self._longest.get(words.lower[at], 0), len(words))
        for stop in range(last, at, -1):
            if (
                tuple(words.lower[at:stop]) in self._names
                and any(word[0].isupper() for word in words.cased[at:stop])
                and all(words.joined(i) for i in range(at + 1, stop))
            ):
                return 0 if stop == at + 1 and _is_family_name(words, at) else stop
        return 0


def _is_family_name(words: Words, at: int) -> bool:
    """Whether another word in capitals stands before: "John Kent" is no county.

    Not so in a headline, where most words have capitals.
    """
    if at < 2 or words.gaps[at] != " " or not words.cased[at - 1][0].isupper():
        return False
    return sum(word[0].isupper() for word in words.cased) < _TITLE_CASE * len(words)


@cache
def shipped_places() -> Gazetteer:
    """The gazetteer that is installed with Dragoman."""
    return Gazetteer((files("dragoman.actors") / "data" / "places.csv").read_bytes())
