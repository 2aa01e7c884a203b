"""Who says so: speech and attitude constructions of a sentence, and what falls under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.events.rules.inflect import Form, plural
from dragoman.events.rules.lexicon import Cue, CuePlace, TriggerMatch, cue_verbs, cues
from dragoman.events.rules.roles import Roles, Side
from dragoman.events.rules.verbs import group_start
from dragoman.events.rules.view import (
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    Group,
    SentenceView,
)
from dragoman.records import Attribution, AttributionLink, EventType, Mention, Span, Status

# Nouns for voices that are no actors by themselves.
_VOICE_NOUNS = frozenset(
    word
    for noun in (
        "expert analyst official source observer diplomat witness resident report document "
        "spokesman spokeswoman spokesperson authority media agency newspaper statement minister "
        "ministry government critic activist researcher monitor investigator lawmaker rebel "
        "military army police statement envoy adviser aide historian economist commentator "
        "broadcaster communique bulletin assessment estimate leader president"
    ).split()
    for word in (noun, plural(noun))
) | {"spokesmen", "who", "he", "she", "they", "it", "some", "many", "others"}
# What a voice does by speaking, and does next: "said that … and denied …".
_SPEECH = frozenset(
    {EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN, EventType.SUPPORT}
)
_ACCORDING = ("according", "to")


@dataclass(frozen=True, slots=True)
class Construction:
    """A voice, its cue, and the tokens that stand under it."""

    cue: Cue
    cue_tokens: tuple[int, int]  # first, last excluded
    voice: Span | None
    mention: Mention | None
    content: tuple[int, int]
    clausal: bool  # the content is a clause, not a bare noun phrase
    accused: tuple[Mention, ...] | None = None  # of a verb that accuses

    @property
    def size(self) -> int:
        """How many tokens stand under it; the outermost construction has the most."""
        return self.content[1] - self.content[0]

    def covers(self, token: int) -> bool:
        """Whether ``token`` falls under it and is no part of the cue itself."""
        inside = self.content[0] <= token < self.content[1]
        return inside and not self.cue_tokens[0] <= token < self.cue_tokens[1]


def presupposed(view: SentenceView, match: TriggerMatch) -> bool:
    """Whether an act is taken for granted by whoever speaks ("… shells for the war in Sudan").

    A noun of violence with a definite article is; it is then on nobody's word.
    """
    if match.trigger.is_verb or match.trigger.type is not EventType.ASSAULT:
        return False
    return "the" in {view.word(match.first - 1), view.word(match.first - 2)}


def constructions(view: SentenceView) -> tuple[Construction, ...]:
    """All constructions of the sentence, the outermost (largest) first."""
    found = [*_verbs(view), *_according(view), *_nouns(view)]
    return tuple(sorted(found, key=lambda c: (-c.size, c.cue_tokens)))


def attribution_of(
    view: SentenceView, over: tuple[Construction, ...], status: Status
) -> Attribution | None:
    """The chain of voices over a trigger.

    ``over`` are the constructions that cover the trigger, the outermost first. What a voice
    only mentions as a fact ("experts interpret the visit as …") is not on its word.
    """
    links = tuple(
        AttributionLink(span=c.voice, cue=view.span(c.cue_tokens), mention=c.mention)
        for c in over
        if c.clausal or status is not Status.ASSERTED
    )
    return Attribution(links) if links else None


def governed_status(over: tuple[Construction, ...]) -> Status | None:
    """The status that the innermost voice gives by its verb or noun ("claims that")."""
    marked = [c.cue.status for c in over if c.clausal and c.cue.status is not Status.ASSERTED]
    return marked[-1] if marked else None


def speaks_on(
    view: SentenceView, match: TriggerMatch, over: tuple[Construction, ...]
) -> Mention | None:
    """Who, by the innermost voice, goes on to speak by the trigger.

    "X said that Y attacked and denied …": the denial is X's, and not on X's word.
    """
    if not over or not match.trigger.is_verb or match.trigger.type not in _SPEECH:
        return None
    inner, before = over[-1], view.word(group_start(view, match.head) - 1)
    spoke = inner.clausal and inner.cue_tokens[1] <= match.first
    return inner.mention if spoke and before in {"and", "but"} else None


def with_reported_source(
    view: SentenceView, match: TriggerMatch, roles: Roles, over: tuple[Construction, ...]
) -> Roles:
    """``roles``, with the source filled in where the speech construction tells it.

    "Accused X of doing": X. "X said it would": X. Anything else stays as it is.
    """
    if not over or not match.trigger.is_verb:
        return roles
    inner = over[-1]
    if inner.accused is not None and Form.ING in match.forms:
        return Roles(Side(inner.accused, "accused of"), roles.target)
    if roles.source.mentions:
        return roles
    before = view.word(group_start(view, match.head) - 1)
    if inner.mention and inner.clausal and before in {"it", "he", "she", "they"}:
        return Roles(Side((inner.mention,), f"'{before}' is the speaker"), roles.target)
    return roles


def _verbs(view: SentenceView) -> Iterator[Construction]:
    for index, word in enumerate(view.words):
        entry = cue_verbs().get(word)
        if entry is None or view.group_at(index):
            continue
        cue, forms = entry
        if view.words[index : index + len(cue.words)][1:] != cue.words[1:]:
            continue
        end = index + len(cue.words)
        built = _verb(view, cue, forms, index, end)
        if built is not None:
            yield built


def _verb(
    view: SentenceView, cue: Cue, forms: frozenset[Form], index: int, end: int
) -> Construction | None:
    start = group_start(view, index)
    total = len(view.words)
    inverted = view.word(index - 1) in {",", '"', "”"} and _voice_after(view, end)
    if inverted:
        voice, mention, _ = inverted
        return Construction(cue, (index, end), voice, mention, (0, index), True)
    found = _voice_before(view, start)
    if cue.words[0] in {"accuse", "blame", "charge"}:
        at = next((i for i in range(end, total) if view.words[i] in {"of", "for", "with"}), None)
        if at is None or found is None:
            return None
        # the accused stands between the verb and "of": it belongs to what is alleged
        accused = [m for g in view.groups if end <= g.first < at for m in g.mentions]
        return Construction(
            cue, (index, end), found[0], found[1], (end, total), True, tuple(accused)
        )
    if found is None:
        return None
    voice, mention, first = found
    if end >= total or _closes(view, end):
        # "…, officials said."
        return Construction(cue, (index, end), voice, mention, (0, first), True)
    clausal = _opens_clause(view, end)
    last = _infinitive_end(view, end) if view.word(end) == "to" else total
    return Construction(cue, (index, end), voice, mention, (end, last), clausal)


def _closes(view: SentenceView, end: int) -> bool:
    """Whether nothing that could be content follows: a stop, or "on Monday" and a stop."""
    rest = [w for w in view.words[end:] if w not in {'"', "”", "'"}]
    if not rest or rest[0] in {".", "!", ",", ";"}:
        return True
    return len(rest) <= 6 and (rest[0] in PREPOSITIONS or rest[0].endswith("day"))


# Prepositions and conjunctions that add a circumstance, which is not under the verb before.
_CIRCUMSTANCE = frozenset({"amid", "amidst", "during", "despite", "after", "before", "while", "as"})
_FINITE = frozenset(
    "is are was were has have had will would may might could can did does must should".split()
)


def _infinitive_end(view: SentenceView, end: int) -> int:
    """Where the infinitive after a verb ends ("seeks to rearm | amid the war")."""
    for index in range(end + 1, len(view.words)):
        word = view.words[index]
        if not view.group_at(index) and (word == "," or word in _CIRCUMSTANCE):
            return index
    return len(view.words)


def _opens_clause(view: SentenceView, end: int) -> bool:
    """Whether the verb takes a clause: "that", a subject with a verb behind, or an -ing form."""
    word = view.word(end)
    if word in {"that", "to", ":", ",", '"', "“"} or word.endswith("ing"):
        return True
    for index in range(end, min(end + 12, len(view.words))):
        word = view.words[index]
        if word in _FINITE or (index > end and word.endswith("ed")):
            return True
        if view.is_break(index) or word in PREPOSITIONS | SUBORDINATORS:
            return False
    return False


def _voice_before(view: SentenceView, start: int) -> tuple[Span, Mention | None, int] | None:
    """The voice that ends just before token ``start``: an actor, or a noun for a voice."""
    at = start - 1
    if view.word(at) == "," and not view.group_at(at):
        at -= 1
    group = view.group_at(at)
    if group and view.preposition_before(group):
        # "analysts in Seoul say": the voice stands before the preposition
        return _noun_before(view, group.first - 1, at) or _of_group(view, group)
    if group and not view.is_possessor(group):
        return _of_group(view, group)
    if view.word(at) in {"who", "which"}:
        return _voice_before(view, at)
    noun = _noun_before(view, at, at)
    if noun is not None:
        return noun
    if group is None:
        for index in range(at, max(at - 4, -1), -1):
            near = view.group_at(index)
            if near and not view.preposition_before(near) and not view.is_possessor(near):
                return _of_group(view, near)
            if view.is_break(index) or view.words[index] in {",", *SUBORDINATORS}:
                return None
    return None


def _noun_before(view: SentenceView, at: int, last: int) -> tuple[Span, Mention | None, int] | None:
    """The nearest noun for a voice before token ``at``; its phrase reaches to ``last``."""
    for index in range(at, max(at - 6, -1), -1):
        word = view.words[index]
        if word in _VOICE_NOUNS and not view.group_at(index):
            first = _phrase_start(view, index)
            inside = (g.mentions[0] for g in view.groups if first <= g.first <= index)
            return view.span((first, max(index, last) + 1)), next(inside, None), first
        if view.is_break(index) or word in SUBORDINATORS or word == ",":
            return None
    return None


def _voice_after(view: SentenceView, end: int) -> tuple[Span, Mention | None, int] | None:
    for index in range(end, min(end + 5, len(view.words))):
        group = view.group_at(index)
        if group:
            return _of_group(view, group)
        word = view.words[index]
        if word in _VOICE_NOUNS:
            first = _phrase_start(view, index)
            return view.span((max(first, end), index + 1)), None, first
        if view.is_break(index) or word in PREPOSITIONS or word in {",", ".", "that"}:
            return None
    return None


def _of_group(view: SentenceView, group: Group) -> tuple[Span, Mention | None, int]:
    return view.span((group.first, group.last)), group.mentions[0], group.first


def _phrase_start(view: SentenceView, head: int) -> int:
    """Where the noun phrase that ends in ``head`` starts: adjectives and actors included."""
    start = head
    while start > 0:
        word, group = view.words[start - 1], view.group_at(start - 1)
        if group:
            start = group.first
            continue
        plain = word.replace("-", "").isalpha() or word in {"'s", "'"}
        plain = plain and word not in TIME_WORDS
        if not plain or word in PREPOSITIONS | SUBORDINATORS or word in {"and", "or", "the", "a"}:
            break
        start -= 1
    return start


def _according(view: SentenceView) -> Iterator[Construction]:
    cue = Cue(_ACCORDING, Status.ASSERTED, CuePlace.VERB)
    for index in range(len(view.words) - 1):
        if view.words[index : index + 2] != _ACCORDING:
            continue
        after = _voice_after(view, index + 2) or _noun_phrase_after(view, index + 2)
        if after is None:
            continue
        opens = index <= 1
        comma = next(
            (i for i in range(index, len(view.words)) if view.words[i] == ","), len(view.words)
        )
        content = (comma, len(view.words)) if opens else (0, index)
        yield Construction(cue, (index, index + 2), after[0], after[1], content, True)


def _noun_phrase_after(view: SentenceView, start: int) -> tuple[Span, Mention | None, int] | None:
    end = start
    while end < len(view.words) and view.words[end] not in {",", ".", ";", "that", "who", "which"}:
        end += 1
    return (view.span((start, end)), None, start) if start < end <= start + 12 else None


def _nouns(view: SentenceView) -> Iterator[Construction]:
    """ "Allegations by Kyiv that …", "speculation of …": governing nouns with their voice."""
    for index, word in enumerate(view.words):
        if word not in _claim_nouns() or view.group_at(index):
            continue
        for cue in _claim_nouns()[word]:
            link = cue.words[-1]
            at = _governed(view, index, link)
            if at is None:
                continue
            voice = _noun_voice(view, index, at)
            end = _noun_phrase_end(view, at, clause=link == "that")
            span, mention = voice if voice else (None, None)
            yield Construction(cue, (index, index + 1), span, mention, (at, end), True)


@cache
def _claim_nouns() -> dict[str, list[Cue]]:
    """The governing nouns whose voice counts, by their word."""
    found: dict[str, list[Cue]] = {}
    for cue in cues()[CuePlace.NOUN]:
        if cue.status in {Status.ALLEGED, Status.SPECULATED, Status.DENIED}:
            found.setdefault(cue.words[0], []).append(cue)
    return found


def _governed(view: SentenceView, index: int, link: str) -> int | None:
    """Where what the noun governs begins: at once, or after "by X" or "from X"."""
    at = index + 1
    if view.word(at) in {"by", "from", "in"}:
        group = next((view.group_at(i) for i in range(at, at + 4) if view.group_at(i)), None)
        if group is None:
            return None
        at = group.last
    return at + 1 if view.word(at) == link and not view.group_at(at) else None


def _noun_voice(view: SentenceView, index: int, at: int) -> tuple[Span, Mention] | None:
    owner = view.possessor_before(index)
    inside = next((view.group_at(i) for i in range(index + 1, at) if view.group_at(i)), None)
    group = owner or inside
    return (view.span((group.first, group.last)), group.mentions[0]) if group else None


def _noun_phrase_end(view: SentenceView, start: int, *, clause: bool) -> int:
    for index in range(start, len(view.words)):
        if view.is_break(index) or (view.words[index] == "," and not clause):
            return index
    return len(view.words)
