"""How sure the text is of an event: the cues around a trigger, weighed in a fixed order."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.events.rules.inflect import verb_forms
from dragoman.events.rules.lexicon import Cue, CuePlace, TriggerMatch, cues
from dragoman.events.rules.verbs import group_start, is_adverb
from dragoman.events.rules.view import BE_FORMS, PREPOSITIONS, SUBORDINATORS, SentenceView
from dragoman.records import Status

# Which status wins where a text gives several; annotation convention 12.
_ORDER = (
    Status.DENIED,
    Status.HYPOTHETICAL,
    Status.PLANNED,
    Status.SPECULATED,
    Status.ALLEGED,
)
_LEFT = 9  # tokens before a trigger in which an auxiliary or governing noun is sought
_NOT_BUT = {"merely", "only", "just", "simply", "least"}


@dataclass(frozen=True, slots=True)
class StatusFinding:
    """A status with the words that gave it; ``cue`` is empty when no cue was found."""

    status: Status
    cue: str = ""


def find_status(
    view: SentenceView, match: TriggerMatch, *, governed: Status | None, reported: bool | None
) -> StatusFinding:
    """The status of the event that ``match`` names.

    ``governed`` is the status that a governing verb or noun gives ("claims that"). Cues of
    the trigger's own words do not count: a demand is an asserted REQUEST. ``reported`` is
    ``None`` outside reported speech, true in the source's own: its "would" is an announcement
    ("Seoul said it would"), and false in another's, where it is a guess ("analysts said it
    would").
    """
    found: dict[Status, str] = {}
    for cue, words in _cues_around(view, match):
        status = cue.status
        if reported is not None and cue.words == ("would",) and not _conditional(view):
            status = Status.PLANNED if reported else Status.SPECULATED
        found.setdefault(status, words)
    if governed is not None:
        found.setdefault(governed, "governing verb or noun")
    for status in _ORDER:
        if status in found:
            return StatusFinding(status, found[status])
    return StatusFinding(Status.ASSERTED)


def _conditional(view: SentenceView) -> bool:
    return bool({"if", "unless", "should"} & set(view.words))


def _cues_around(view: SentenceView, match: TriggerMatch) -> list[tuple[Cue, str]]:
    if match.trigger.is_verb:
        found = _auxiliary(view, match.first) + _modal_noun_phrase(view, match)
    else:
        # "the potential visit would …": what the noun phrase says of itself goes first
        found = _noun_phrase(view, match) or _predicate(view, match)
    return found + _adverbs(view, match) + _conjunctions(view, match)


def _text(view: SentenceView, first: int, last: int) -> str:
    return " ".join(t.text for t in view.tokens[first:last])


def _window(view: SentenceView, end: int, *, cross_phrases: bool = False) -> int:
    """How far left from ``end`` words may still belong to the trigger's verb or noun group."""
    start = end
    while start > 0 and end - start < _LEFT:
        if view.group_at(start - 1) and not cross_phrases:
            break
        word = view.words[start - 1]
        if view.is_break(start - 1) or word == "," or word in SUBORDINATORS - {"that"}:
            break
        start -= 1
    return start


def _auxiliary(view: SentenceView, head: int) -> list[tuple[Cue, str]]:
    """Cues of the verb group: "may", "did not", "is expected to", "plans to"."""
    start = max(group_start(view, head) - 4, _window(view, head), 0)
    found = []
    for cue in cues()[CuePlace.AUXILIARY]:
        at = _fits_before(view, cue.words, start, head)
        if at is not None:
            last = at + len(cue.words)
            if cue.words[0] in {"not", "n't", "never"} and view.word(last) in _NOT_BUT:
                continue
            found.append((cue, _text(view, at, last)))
    return found


def _fits_before(view: SentenceView, words: tuple[str, ...], start: int, head: int) -> int | None:
    """Where ``words`` stand in ``start`` to ``head`` with nothing but adverbs after them."""
    first = verb_forms(words[0]) if len(words) > 1 or words[0] == "be" else {words[0]: None}
    for at in range(head - len(words), start - 1, -1):
        if at < 0 or view.word(at) not in first:
            continue
        if tuple(view.words[at + 1 : at + len(words)]) != words[1:]:
            continue
        between = view.words[at + len(words) : head]
        if all(w in _PLAIN or is_adverb(w) for w in between):
            return at
    return None


# What may stand between a modal and its verb without breaking the verb group.
_PLAIN = BE_FORMS | {"have", "not", "n't", "never", "to", "soon", "also", "yet", "ever"}


def _noun_phrase(view: SentenceView, match: TriggerMatch) -> list[tuple[Cue, str]]:
    """Cues inside the trigger's noun phrase, and nouns that govern it."""
    found = []
    inner = max(match.first - 5, _window(view, match.first, cross_phrases=True))
    for index in range(inner, match.first):
        word = view.words[index]
        if view.group_at(index):
            continue
        between = view.words[index + 1 : match.first]
        if any(w in PREPOSITIONS for w in between):
            continue
        found += [
            (cue, view.tokens[index].text)
            for place in (CuePlace.ADJECTIVE, CuePlace.DETERMINER)
            for cue in cues()[place]
            if cue.words == (word,)
        ]
    return found + _governing_noun(view, match.first)


def _modal_noun_phrase(view: SentenceView, match: TriggerMatch) -> list[tuple[Cue, str]]:
    return _governing_noun(view, match.first)


def _governing_noun(view: SentenceView, first: int) -> list[tuple[Cue, str]]:
    """ "Plans for a visit", "the threat of an attack"."""
    found = []
    start = _window(view, first, cross_phrases=True)
    for cue in cues()[CuePlace.NOUN]:
        for at in range(start, first - len(cue.words) + 1):
            if tuple(view.words[at : at + len(cue.words)]) != cue.words:
                continue
            between = view.words[at + len(cue.words) : first]
            if not any(w in {"and", "after", "before", "during"} for w in between):
                found.append((cue, _text(view, at, at + len(cue.words))))
    return found


def _predicate(view: SentenceView, match: TriggerMatch) -> list[tuple[Cue, str]]:
    """ "Such a visit would …", "the talks will take place": the verb whose subject it is."""
    if not _is_subject(view, match):
        return []
    for index in range(match.last, min(match.last + 9, len(view.words))):
        word = view.words[index]
        if view.is_break(index) or word in SUBORDINATORS or word == ",":
            return []
        if word in {"is", "are", "was", "were", "has", "had", "seems", "looks"}:
            return _said_of_it(view, index + 1)
        scheduled = set(view.words[index : index + 5]) & {"held", "place", "begin", "start", "take"}
        if word == "will" and scheduled:
            return [(cue, word) for cue in cues()[CuePlace.AUXILIARY] if cue.words == (word,)]
        if word in {"would", "may", "might", "could"}:
            return [(cue, word) for cue in cues()[CuePlace.AUXILIARY] if cue.words == (word,)]
    return []


def _said_of_it(view: SentenceView, start: int) -> list[tuple[Cue, str]]:
    """ "The visit is planned", "… is thought possible": adjectives after the copula."""
    return [
        (cue, view.words[index])
        for index in range(start, min(start + 3, len(view.words)))
        for cue in cues()[CuePlace.ADJECTIVE]
        if cue.words == (view.words[index],)
    ]


def _is_subject(view: SentenceView, match: TriggerMatch) -> bool:
    """Whether the noun phrase opens its clause, so that a later verb is its own."""
    start = _window(view, match.first, cross_phrases=True)
    return not any(
        view.words[i] in PREPOSITIONS and not view.group_at(i) for i in range(start, match.first)
    )


def _adverbs(view: SentenceView, match: TriggerMatch) -> list[tuple[Cue, str]]:
    found = []
    start = max(_window(view, match.first, cross_phrases=True), match.first - 6)
    for cue in cues()[CuePlace.ADVERB]:
        for index in range(start, min(match.last + 2, len(view.words))):
            if view.words[index] == cue.words[0] and not view.group_at(index):
                found.append((cue, view.tokens[index].text))
    return found


def _conjunctions(view: SentenceView, match: TriggerMatch) -> list[tuple[Cue, str]]:
    """ "If", "unless": the clause between the conjunction and the next comma."""
    found = []
    for cue in cues()[CuePlace.CONJUNCTION]:
        size = len(cue.words)
        for at in range(match.first - size, -1, -1):
            if view.words[at + size - 1] in {",", ";"}:
                break
            if tuple(view.words[at : at + size]) != cue.words or view.group_at(at):
                continue
            if cue.words == ("should",) and at > 0 and view.word(at - 1) != ",":
                continue  # "should" opens a clause only at its start
            found.append((cue, _text(view, at, at + size)))
    return found
