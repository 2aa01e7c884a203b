"""What a whole document tells that a single sentence does not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cached_property

from dragoman.actors.catalogue import State
from dragoman.actors.index import CatalogueIndex, Person
from dragoman.actors.matcher import Found
from dragoman.actors.phrases import Phrase
from dragoman.actors.words import Words

# Words of this length are capitalised in a headline in title case, save the prepositions.
_LONGER = 4
_FEWEST = 3  # longer words, without which a line tells nothing
_SMALL = frozenset(
    "from with into over after amid that than upon near under about says said".split()
)


class Scene:
    """One document: its words, its day, and the states and people named anywhere in it."""

    def __init__(self, index: CatalogueIndex, text: str, day: dt.date) -> None:
        self.index = index
        self.lexicon = index.lexicon
        self.words = Words(text)
        self.day = day
        self.states_named: dict[str, int] = {}
        self.people_named: set[str] = set()
        self.readings: dict[str, Phrase] = {}  # of names that mean one state and no other
        self._chosen: dict[tuple[str, ...], State | None] = {}
        self._title_case: dict[tuple[int, int], bool] = {}

    def survey(self, sentences: Iterable[Sequence[Found]]) -> None:
        """Notes the states that are named beyond doubt, and the people named in full."""
        unsure = self.lexicon.contexts.keys() | self.lexicon.needs_state
        for found in sentences:
            for first, last, refs in found:
                role = refs[0][0]
                if role == "p":
                    self.people_named.update(r[2:] for r in refs if r[0] == "p")
                elif role in "nd" and len(refs) == 1:
                    word = self.words.lower[first]
                    if last > first + 1 or not (word in unsure or self._may_be_a_person(first)):
                        self.states_named.setdefault(refs[0][2:], first)
                elif role == "g":
                    self.states_named.setdefault(refs[0][2:].partition("-")[0], first)

    def _may_be_a_person(self, index: int) -> bool:
        """Whether a name that is also a given name stands before another capital."""
        words, after = self.words, index + 1
        return (
            words.lower[index] in self.lexicon.given
            and after < len(words)
            and words.gaps[after] == " "
            and words.cased[after][0].isupper()
        )

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words of the text as they are written."""
        return frozenset(self.words.cased)

    def state(self, ids: tuple[str, ...], word: str) -> State | None:
        """The one of several states that a name means here; ``None`` without any.

        Dates decide, then the other states of the text, then what news mostly means by
        ``word``, then whether the state is a recognised one.
        """
        key = (word, *ids)
        if key not in self._chosen:
            self._chosen[key] = self._choose(ids, word)
        return self._chosen[key]

    def _choose(self, ids: tuple[str, ...], word: str) -> State | None:
        states = [self.index.state(i) for i in dict.fromkeys(ids)]
        if len(states) < 2:
            return states[0] if states else None
        alive = [s for s in states if s.period.covers(self.day)]
        if not alive:
            over = [s for s in states if s.period.over_by(self.day)]
            return max(over or states, key=lambda s: s.period.last or dt.date.min)
        named = [s for s in alive if s.id in self.states_named]
        if len(alive) == 1 or len(named) == 1:
            return (named or alive)[0]
        preferred = self.lexicon.prefer.get(word)
        for state in alive:
            if state.id == preferred:
                return state
        return min(alive, key=lambda s: s.kind != "state")

    def active(self, people: Iterable[Person]) -> list[Person]:
        """Those of ``people`` who hold an office on the day of the document."""
        return [p for p in people if any(t.period.covers(self.day) for t in p.terms)]

    def is_title_case(self, first: int, last: int) -> bool:
        """Whether words ``first`` to ``last`` are written as a headline, capital after capital."""
        key = (first, last)
        if key not in self._title_case:
            longer = [
                w
                for w in self.words.cased[first:last]
                if len(w) >= _LONGER and w.lower() not in _SMALL
            ]
            self._title_case[key] = (
                len(longer) >= _FEWEST
                and all(w[0].isupper() for w in longer)
                and not self.words.gaps[last].startswith(".")
            )
        return self._title_case[key]
