"""Is a word used as a verb here, in which voice, and where does its verb group start?"""

from __future__ import annotations

from enum import StrEnum

from dragoman.events.rules.inflect import PAST_FORMS, Form
from dragoman.events.rules.lexicon import TriggerLexicon, TriggerMatch
from dragoman.events.rules.view import (
    BE_FORMS,
    DETERMINERS,
    DO_FORMS,
    HAVE_FORMS,
    MODALS,
    PREPOSITIONS,
    SentenceView,
)
from dragoman.records import MentionKind

_PRONOUNS = frozenset("he she it they we i you who which that".split())
_NEGATIONS = frozenset({"not", "n't", "never"})
_ADVERBS = frozenset(
    "also again now still already once soon just even only later earlier often long first "
    "reportedly allegedly".split()
)
_LINKS = frozenset({"to", *BE_FORMS, *HAVE_FORMS, *MODALS, *DO_FORMS, *_NEGATIONS})


class Voice(StrEnum):
    """How a verb stands to its subject."""

    ACTIVE = "active"
    PASSIVE = "passive"
    GERUND = "gerund"  # an -ing form without an auxiliary
    INFINITIVE = "infinitive"  # "to" and the base form, without an auxiliary before
    RELATIVE = "relative"  # after "who", "which" or "that"


def is_adverb(word: str) -> bool:
    """Whether ``word`` may stand inside a verb group without being part of the verb."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4)


def group_start(view: SentenceView, head: int) -> int:
    """The first token of the verb group that ends in the verb at ``head``."""
    start = head
    while start > 0 and not view.group_at(start - 1):
        word = view.words[start - 1]
        if word not in _LINKS and not is_adverb(word):
            break
        if word == "'s":  # possessive, unless a verb form follows at once
            break
        start -= 1
    return start


def is_verb(view: SentenceView, match: TriggerMatch, lexicon: TriggerLexicon) -> bool:
    """Whether the head of a verb pattern is used as a verb, judged by its neighbours."""
    head, word = match.head, view.words[match.head]
    before = view.word(_last_before(view, head))
    after = view.word(head + 1)
    after_group = view.group_at(head + 1)
    if view.possessor_before(head) or before in DETERMINERS - {"that", "all", "both"}:
        return False
    if Form.ING in match.forms:
        return after != "of" or bool(view.group_at(head - 1))
    if match.forms & {Form.PAST, Form.PARTICIPLE} and Form.BASE not in match.forms:
        # "the planned visit", "accused officials": an adjective before its noun
        is_adjective = before in DETERMINERS or before in PREPOSITIONS - {"by", "to"}
        return not (is_adjective and after.isalpha() and after not in PREPOSITIONS)
    if before in {"to", *MODALS, *DO_FORMS, *_NEGATIONS, *_PRONOUNS}:
        return True
    if Form.S in match.forms and _takes_object(before):
        return False  # "sent shells", "four strikes"
    if not lexicon.is_noun(word):
        return before not in PREPOSITIONS and _may_govern(view, head, before, match)
    # The word may be a noun as well ("strikes", "visits", "aid"): it is a verb where a
    # subject stands before it and an object or preposition behind it.
    subject = view.group_at(head - 1)
    is_modified = bool(subject and subject.mentions[-1].kind is MentionKind.DEMONYM)
    opens_object = after in DETERMINERS or after_group is not None or after in {"on", "with", "to"}
    return bool(subject) and not is_modified and opens_object


def voice(view: SentenceView, match: TriggerMatch) -> Voice:
    """The voice of the verb at the head of ``match``."""
    head = match.head
    start = group_start(view, head)
    links = set(view.words[start:head])
    participle = Form.PARTICIPLE in match.forms
    if participle and links & BE_FORMS:
        return Voice.PASSIVE
    if participle and not links & HAVE_FORMS and _followed_by_agent(view, match.last):
        return Voice.PASSIVE
    if Form.ING in match.forms and not links & BE_FORMS:
        return Voice.GERUND
    if view.word(start - 1) in {"who", "which", "that"}:
        return Voice.RELATIVE
    if "to" in links and not links & {*MODALS, *HAVE_FORMS, *BE_FORMS}:
        return Voice.INFINITIVE
    return Voice.ACTIVE


def _may_govern(view: SentenceView, head: int, before: str, match: TriggerMatch) -> bool:
    """Whether the word before may be the subject of a plain form ("officials condemn").

    "The clearest sign" is none: a plain form wants an actor, a plural or a conjunction.
    """
    if Form.BASE not in match.forms or match.forms & {Form.PAST, Form.PARTICIPLE}:
        return True
    return bool(
        head == 0
        or view.group_at(head - 1)
        or (before.endswith("s") and not before.endswith("ss"))
        or before in {"and", "or", "but", "then", ",", "people", "police", "troops"}
    )


def _takes_object(word: str) -> bool:
    """Whether ``word`` is a past form or a number, so that a plural noun follows."""
    return word.endswith("ed") or word in PAST_FORMS or word[:1].isdigit()


def _last_before(view: SentenceView, head: int) -> int:
    """The token before ``head``, adverbs left out."""
    index = head - 1
    while index > 0 and is_adverb(view.word(index)) and not view.group_at(index):
        index -= 1
    return index


def _followed_by_agent(view: SentenceView, last: int) -> bool:
    for index in range(last, min(last + 2, len(view.words))):
        if view.words[index] == "by":
            return True
        if view.group_at(index) or view.is_break(index):
            return False
    return False
