"""A sentence as the rules see it: words, actor groups among them, and clause borders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.language import Token, tokenize
from dragoman.records import Document, Mention, MentionKind, Sentence, Span

PREPOSITIONS = frozenset(
    "about above across after against along amid among around as at before behind below beneath "
    "beside besides between beyond by concerning despite during for from in inside into like near "
    "of off on onto opposite outside over past since through throughout to toward towards under "
    "until up upon via with within without amidst regarding".split()
)
BE_FORMS = frozenset("am is are was were be been being 's 're".split())
HAVE_FORMS = frozenset("have has had having".split())
MODALS = frozenset("will shall would should may might can could must wo ca".split())
DO_FORMS = frozenset("do does did".split())
DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your any some no every each another "
    "such both all several two three".split()
)
# Words that open a new clause.
SUBORDINATORS = frozenset(
    "that which who whom whose while as after before because although though if unless since when "
    "whereas where until whether so lest but".split()
)
TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december week month year morning evening night "
    "today yesterday".split()
)
_HARD_BREAKS = frozenset({";", ":", "—", "–", "(", ")", "…"})
_QUOTES = frozenset({'"', "“", "”", "«", "»"})
_LIST_SIGNS = frozenset({",", "and", "&", "or", "the"})


@dataclass(frozen=True, slots=True)
class Group:
    """One or more actors named side by side ("Russia and China"): tokens first to last."""

    first: int
    last: int  # excluded
    mentions: tuple[Mention, ...]


class SentenceView:
    """The words of one sentence with the actors named in it.

    Places that are no actors ("in Geneva") stay out of the groups but are kept as
    ``places``: a visit or an attack may still aim at them.
    """

    def __init__(self, document: Document, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        self.document = document
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = tokenize(document.text, sentence.span)
        self.words: tuple[str, ...] = tuple(t.lower for t in self.tokens)
        self.groups: tuple[Group, ...] = _grouped(self.words, _placed(self.tokens, mentions))
        self._group_at: dict[int, Group] = {
            i: g for g in self.groups for i in range(g.first, g.last)
        }

    def span(self, tokens: tuple[int, int]) -> Span:
        """The characters from one token up to another (excluded)."""
        return Span(self.tokens[tokens[0]].span.start, self.tokens[tokens[1] - 1].span.end)

    def group_at(self, index: int) -> Group | None:
        """The group that covers the token at ``index``."""
        return self._group_at.get(index)

    def is_break(self, index: int) -> bool:
        """Whether no subject or object is sought across the token at ``index``."""
        if index < 0 or index >= len(self.words) or self.group_at(index):
            return index < 0 or index >= len(self.words)
        return self.words[index] in _HARD_BREAKS or self.words[index] in _QUOTES

    def word(self, index: int) -> str:
        """The lower-case word at ``index``; empty outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def possessor_before(self, index: int) -> Group | None:
        """The group whose possessive "'s" or "'" stands just before ``index``."""
        if self.word(index - 1) in {"'s", "'"}:
            return self.group_at(index - 2) or self.group_at(index - 1)
        inside = self.group_at(index - 1)
        # a resolver may take the ending, or a possessive pronoun, into the mention
        if inside and self.word(inside.last - 1) in {"'s", "'", "its", "his", "her", "their"}:
            return inside
        return None

    def is_possessor(self, group: Group) -> bool:
        """Whether the group owns what follows ("Russia's", "its")."""
        return self.possessor_before(group.last) is group or (self.word(group.last) in {"'s", "'"})

    def preposition_before(self, group: Group) -> str:
        """The preposition that governs the group, or the empty string.

        Determiners, adjectives and other plain words may stand between ("with the
        visiting Russian delegation").
        """
        for index in range(group.first - 1, max(group.first - 6, -1), -1):
            word = self.words[index]
            if self.group_at(index) or self.is_break(index):
                return ""
            if word in PREPOSITIONS:
                return word
            if word in SUBORDINATORS or word in {",", "and", "or"} or word in BE_FORMS:
                return ""
            if word in TIME_WORDS or word[0].isdigit():
                return ""  # "on Monday Russia …": the preposition governs the day
            if word not in DETERMINERS and not word.isalpha():
                return ""
        return ""


def _placed(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Group]:
    """Each outermost mention with its token range; mentions of one span share a group."""
    groups: list[Group] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        inside = [i for i, t in enumerate(tokens) if t.span.overlap(mention.span)]
        if not inside:
            continue
        first, last = inside[0], inside[-1] + 1
        if groups and first < groups[-1].last:
            before = groups[-1]
            if (first, last) == (before.first, before.last):
                groups[-1] = Group(first, last, (*before.mentions, mention))
            continue
        groups.append(Group(first, last, (mention,)))
    return groups


def _grouped(words: Sequence[str], single: Sequence[Group]) -> tuple[Group, ...]:
    """Joins what is listed: "X and Y", "X, Y and Z", "X-Y"."""
    joined: list[Group] = []
    for group in single:
        joined.append(group)
        while len(joined) > 1 and _side_by_side(words, joined[-2], joined[-1]):
            right, left = joined.pop(), joined.pop()
            joined.append(Group(left.first, right.last, (*left.mentions, *right.mentions)))
            while len(joined) > 1 and _comma_only(words, joined[-2], joined[-1]):
                right, left = joined.pop(), joined.pop()
                joined.append(Group(left.first, right.last, (*left.mentions, *right.mentions)))
    return tuple(joined)


def _between(words: Sequence[str], left: Group, right: Group) -> tuple[str, ...]:
    return tuple(words[left.last : right.first])


def _side_by_side(words: Sequence[str], left: Group, right: Group) -> bool:
    between = _between(words, left, right)
    if between in {("-",), ("–",), ("/",)}:
        return True
    return (
        0 < len(between) <= 3
        and set(between) <= _LIST_SIGNS
        and bool({"and", "&"} & set(between))
        and _alike(left, right)
    )


def _comma_only(words: Sequence[str], left: Group, right: Group) -> bool:
    return _between(words, left, right) in {(",",), (",", "the")} and _alike(left, right)


def _alike(left: Group, right: Group) -> bool:
    """Whether both could be members of one list: "Russian and" joins another adjective only."""
    demonym = [g.mentions[-1].kind is MentionKind.DEMONYM for g in (left, right)]
    return demonym[0] == demonym[1]
