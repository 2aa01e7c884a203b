"""Who did it to whom: the patterns that find source and target around a trigger.

Each pattern is a function from a trigger to a group of actors, with the name that ``why``
shows. The lexicon says which patterns a trigger takes, in which order.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.events.rules.lexicon import TriggerMatch, cue_verbs
from dragoman.events.rules.verbs import Voice, group_start, voice
from dragoman.events.rules.view import PREPOSITIONS, SUBORDINATORS, Group, SentenceView
from dragoman.records import EventType, Mention, MentionKind

# Verbs whose object does what the following infinitive says ("urged Seoul to halt").
_OBJECT_CONTROL = frozenset(
    "urge urged urges urging ask asked asks asking press pressed call called calls calling allow "
    "allowed allows allowing order ordered orders ordering invite invited invites tell told force "
    "forced help helped helping persuade persuaded convince convinced want wants wanted expect "
    "expected expects require required demand demanded enable enabled permit permitted pressure "
    "pressured advise advised encourage encouraged lead led compel compelled authorise authorised "
    "authorize authorized".split()
)
_AGENT_NOUNS = frozenset(
    "forces troops army military navy government officials authorities police soldiers jets "
    "warplanes missiles drones artillery leader leaders president minister ministers ministry "
    "parliament lawmakers court courts warships delegation envoy envoys diplomats spokesman "
    "spokeswoman spokesperson ambassador intelligence agents rebels fighters militants units "
    "parliamentarians aircraft side foreign defence defense prime top senior state spy "
    "chief".split()
)
# Acts that two parties can do to each other; aid and blame have a direction.
MUTUAL = frozenset(
    {
        EventType.AGREE,
        EventType.CONSULT,
        EventType.COOPERATE,
        EventType.SUPPORT,
        EventType.SANCTION,
        EventType.ASSAULT,
        EventType.RETREAT,
    }
)
_REACH = 14  # words after a trigger within which a governed actor is sought


@dataclass(frozen=True, slots=True)
class Side:
    """The actors of one side and the pattern that found them."""

    mentions: tuple[Mention, ...] = ()
    pattern: str = ""

    @property
    def known(self) -> bool:
        """Whether any of them has a code."""
        return any(m.code for m in self.mentions)


@dataclass(frozen=True, slots=True)
class Roles:
    """Source and target of a trigger."""

    source: Side
    target: Side


def find_roles(view: SentenceView, match: TriggerMatch) -> Roles:
    """The sides of the event that ``match`` names; a side that is not told is empty."""
    finder = _VerbRoles(view, match) if match.trigger.is_verb else _NounRoles(view, match)
    source = finder.first(match.trigger.source, taken=())
    target = finder.first(match.trigger.target, taken=source.mentions)
    reciprocal = _split_pair(match, source, target)
    return reciprocal or Roles(source, target)


def _same_actor(mention: Mention, taken: Sequence[Mention]) -> bool:
    """Whether the mention, or another of the same actor, stands on the other side already."""
    if mention in taken:
        return True
    return mention.actor is not None and any(mention.actor == t.actor for t in taken)


def _split_pair(match: TriggerMatch, source: Side, target: Side) -> Roles | None:
    """Parties of a mutual act named side by side: the first is source, the rest targets."""
    frames = {*match.trigger.target, *match.trigger.source}
    mutual = match.trigger.type in MUTUAL and frames & {"with", "between"}
    distinct = {m.code or str(m.span) for m in source.mentions}
    if target.mentions or len(distinct) < 2 or not mutual:
        return None
    first, *rest = source.mentions
    pattern = f"{source.pattern}, mutual"
    return Roles(Side((first,), pattern), Side(tuple(rest), pattern))


class _Finder(ABC):
    """What verbs and nouns share: looking for an actor behind a preposition."""

    def __init__(self, view: SentenceView, match: TriggerMatch) -> None:
        self.view = view
        self.match = match

    def first(self, patterns: Sequence[str], *, taken: tuple[Mention, ...]) -> Side:
        """What the first fitting pattern gives, without the actors who are ``taken`` already.

        Patterns of position go in their order; among prepositions the nearest one wins.
        """
        prepositions = [p for p in patterns if p in PREPOSITIONS and p != "between"]
        for pattern in patterns:
            if pattern in prepositions:
                group, pattern = self._nearest_governed(prepositions)
            else:
                group = self.find(pattern)
            if group is None:
                continue
            mentions = tuple(m for m in group.mentions if not _same_actor(m, taken))
            if mentions:
                return Side(mentions, pattern)
        return Side()

    def _nearest_governed(self, prepositions: Sequence[str]) -> tuple[Group | None, str]:
        found = [(self.find(p), p) for p in prepositions]
        there = [(g.first, p, g) for g, p in found if g is not None]
        if not there:
            return None, ""
        _, pattern, group = min(there, key=lambda item: item[0])
        return group, pattern

    @abstractmethod
    def find(self, pattern: str) -> Group | None:
        """The group that ``pattern`` points at."""

    def governed_by(self, preposition: str, start: int) -> Group | None:
        """The first group after ``start`` that ``preposition`` governs."""
        view = self.view
        for index in range(start, min(start + _REACH, len(view.words))):
            if self._ends_clause(index) or (view.words[index] == "," and not view.group_at(index)):
                return None
            if view.words[index] == preposition and not view.group_at(index):
                group = self._next_group(index + 1)
                if group:
                    return group
        return None

    def _next_group(self, start: int) -> Group | None:
        """The group that the words from ``start`` lead up to without a new phrase."""
        view = self.view
        for index in range(start, min(start + 6, len(view.words))):
            group = view.group_at(index)
            if group:
                return group
            word = view.words[index]
            if self._ends_clause(index) or word in PREPOSITIONS or word == ",":
                return None
        return None

    def _ends_clause(self, index: int) -> bool:
        view, word = self.view, self.view.words[index]
        if view.is_break(index) or (word in SUBORDINATORS and not view.group_at(index)):
            return True
        # "…, said the ministry": what follows a speech verb belongs to the speaker
        return word in _SPEECH and not view.group_at(index)


# "find" and "show" are left out: they are too common as plain verbs to end a clause.
_SPEECH = frozenset(
    w for w, (cue, _) in cue_verbs().items() if cue.words[0] in {"say", "report", "announce", "add"}
)


class _VerbRoles(_Finder):
    """Sides of a verb."""

    def __init__(self, view: SentenceView, match: TriggerMatch) -> None:
        super().__init__(view, match)
        self.voice = voice(view, match)
        self.start = group_start(view, match.head)

    def find(self, pattern: str) -> Group | None:
        """See the base class. In the passive, subject and object change places."""
        passive = self.voice is Voice.PASSIVE
        if pattern == "subj":
            return self.governed_by("by", self.match.last) if passive else self.subject()
        if pattern == "obj":
            return self.subject() if passive else self.object()
        return self.governed_by(pattern, self.match.last)

    def object(self) -> Group | None:
        """The actor that is, or owns, the direct object."""
        view = self.view
        for index in range(self.match.last, min(self.match.last + 8, len(view.words))):
            group = view.group_at(index)
            if group:
                return group
            word = view.words[index]
            if self._ends_clause(index) or word in PREPOSITIONS or word in {",", "to", "and"}:
                return None
        return None

    def subject(self) -> Group | None:
        """The actor that is, or owns and leads, the subject."""
        view = self.view
        adjacent = view.group_at(self.start - 1)
        if self.voice is Voice.GERUND and adjacent:
            return adjacent
        if self.voice is Voice.INFINITIVE:
            return self._controller()
        before = self.start - 1
        if self.voice is Voice.RELATIVE:
            before -= 1
            if view.word(before) == ",":
                before -= 1
            return self._nearest(before)
        if view.word(before) in {"and", "or", "but", "then"}:
            return self._first_of_clause(before - 1)
        if self.voice is Voice.GERUND:
            return self._gerund_subject(before)
        if view.word(before) == "," and not view.group_at(before):
            opening = self._opening_comma(before - 1)
            if opening is not None:
                return self._nearest(opening - 1) or self._nearest(before - 1)
        return self._nearest(before)

    def _candidates(self, last: int) -> list[Group]:
        """Groups from the clause's start to token ``last``, nearest first."""
        view, found, index = self.view, [], last
        while index >= 0:
            group = view.group_at(index)
            if group:
                found.append(group)
                index = group.first - 1
                continue
            if view.is_break(index) or view.words[index] in SUBORDINATORS:
                break
            if view.words[index] in _SPEECH:
                break
            index -= 1
        return found

    def _can_be_subject(self, group: Group) -> bool:
        view = self.view
        if view.preposition_before(group):
            return False
        if not view.is_possessor(group):
            return True
        # "Russia's forces" act for Russia; "Russia's decision" does not act.
        following = [w for w in view.words[group.last : group.last + 4] if w not in {"'s", "'"}]
        return any(w in _AGENT_NOUNS for w in following[:3])

    def _nearest(self, last: int) -> Group | None:
        candidates = self._candidates(last)
        for group in candidates:
            if self._can_be_subject(group):
                return group
        # "Troops from Rwanda attacked": the only actor stands behind "of" or "from".
        for group in reversed(candidates):
            if self.view.preposition_before(group) in {"of", "from"}:
                return group
        return None

    def _first_of_clause(self, last: int) -> Group | None:
        candidates = [g for g in self._candidates(last) if self._can_be_subject(g)]
        return candidates[-1] if candidates else None

    def _controller(self) -> Group | None:
        """Who does what an infinitive says: the object of "urge", else the subject."""
        candidates = self._candidates(self.start - 1)
        for group in candidates:
            before = self.view.words[max(group.first - 4, 0) : group.first]
            if set(before) & _OBJECT_CONTROL and self._reaches_infinitive(group):
                return group
        return self._first_of_clause(self.start - 1)

    def _reaches_infinitive(self, group: Group) -> bool:
        return all(
            not self.view.is_break(i) and self.view.words[i] != ","
            for i in range(group.last, self.start)
        )

    def _gerund_subject(self, before: int) -> Group | None:
        """Of "Engaging in talks, X …" and "X did this, threatening Y": X."""
        found = self._first_of_clause(before)
        if found:
            return found
        view = self.view
        for index in range(self.match.last, len(view.words)):
            if view.words[index] == "," and not view.group_at(index):
                return self._next_group(index + 1)
        return None

    def _opening_comma(self, last: int) -> int | None:
        """Where the insertion starts that the comma after ``last`` closes."""
        for index in range(last, -1, -1):
            if self.view.words[index] == "," and not self.view.group_at(index):
                return index
        return None


class _NounRoles(_Finder):
    """Sides of a noun."""

    def find(self, pattern: str) -> Group | None:
        """See the base class."""
        if pattern == "poss":
            return self._possessor()
        if pattern == "mod":
            return self._modifier()
        if pattern == "subj":
            return None
        if pattern == "between":
            return self.governed_by("between", self.match.last)
        return self.governed_by(pattern, self.match.last)

    def _possessor(self) -> Group | None:
        """Of "Russia's recent visit" and "its visit": who owns the visit."""
        view = self.view
        for index in range(self.match.first, max(self.match.first - 5, 0), -1):
            group = view.possessor_before(index)
            if group:
                return group
            if not self._inside_phrase(index - 1):
                return None
        return None

    def _modifier(self) -> Group | None:
        """Of "the Russian visit" and "North Korea missile test": the actor before the noun."""
        view = self.view
        for index in range(self.match.first - 1, max(self.match.first - 4, -1), -1):
            group = view.group_at(index)
            if group:
                return None if group.mentions[-1].kind is MentionKind.PRONOUN else group
            if not self._inside_phrase(index):
                return None
        return None

    def _inside_phrase(self, index: int) -> bool:
        """Whether the token is an adjective or noun before the trigger, as far as one can see."""
        view, word = self.view, self.view.word(index)
        return (
            bool(word)
            and word.replace("-", "").isalpha()
            and word not in PREPOSITIONS
            and word not in SUBORDINATORS
            and not view.group_at(index)
            and word not in {"and", "or", "to", "the", "a", "an", "by"}
        )
