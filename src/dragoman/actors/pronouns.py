"""Pronouns, resolved only where one antecedent is clear."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.records import MentionKind

_SAME_SENTENCE = 0.65
_SENTENCE_BEFORE = 0.55
_OPENING_STATE = 0.45
_OPENING = 4  # a pronoun among so many first words may point at the sentence before
_MALE = frozenset({"king", "emperor", "sultan", "emir", "spokesman", "chairman", "prince", "mr"})
_FEMALE = frozenset({"queen", "spokeswoman", "chairwoman", "princess", "mrs", "ms"})
_PREPOSITIONS = frozenset(
    "in of on at to for from by with against between among about over under after before into near "
    "through toward towards via within without amid despite".split()
)


def antecedents(
    scene: Scene,
    phrase: Phrase,
    sentence: tuple[int, int],
    here: Sequence[Phrase],
    before: Sequence[Phrase],
) -> tuple[list[Phrase], float]:
    """Whom the pronoun ``phrase`` points at, and how sure that is; empty when in doubt.

    ``here`` are the mentions of the same sentence before it, ``before`` those of the sentence
    before. "They" may have two antecedents, all others one.
    """
    if phrase.special == "it" and not _may_act(scene, phrase, sentence):
        return [], 0.0
    opens = phrase.first - sentence[0] < _OPENING
    for mentions, score in ((here, _SAME_SENTENCE), (before, _SENTENCE_BEFORE)):
        if mentions is before and not opens and phrase.special not in {"he", "she"}:
            break
        found = _candidates(scene, phrase, mentions)
        if found:
            return (found, score) if _is_clear(phrase, found) else ([], 0.0)
    return [], 0.0


def _is_clear(phrase: Phrase, found: Sequence[Phrase]) -> bool:
    return len(found) <= (2 if phrase.special == "they" else 1)


def _candidates(scene: Scene, phrase: Phrase, mentions: Sequence[Phrase]) -> list[Phrase]:
    """The mentions that the pronoun may point at, one for each actor."""
    pick = {"he": _is_him, "she": _is_her, "it": _is_it, "they": _is_them}[phrase.special]
    fitting = [m for m in mentions if not m.is_open and pick(scene, m)]
    if phrase.special == "they":
        return _pair(scene, fitting)
    if phrase.special == "it" and fitting:
        rivals = {m.org or m.country for m in mentions if _may_be_it(m)}
        if len(rivals) > 1:
            return []
    return list({(m.person or m.org or m.country): m for m in fitting}.values())


def owner(
    scene: Scene,
    phrase: Phrase,
    sentence: tuple[int, int],
    here: Sequence[Phrase],
    before: Sequence[Phrase],
) -> tuple[list[Phrase], float]:
    """Whose "its minister" is: as for other pronouns, else the state that opens the sentence."""
    found, score = antecedents(scene, phrase, sentence, here, before)
    if not found and phrase.special == "it" and here and _is_it(scene, here[0]):
        return [here[0]], _OPENING_STATE
    return found, score


def _is_him(scene: Scene, mention: Phrase) -> bool:
    if not mention.is_known or not mention.is_one_person or _says(scene, mention, _FEMALE):
        return False
    return not _has_womans_name(scene, mention)


def _is_her(scene: Scene, mention: Phrase) -> bool:
    """Office-holders of the catalogue need a woman's name; of others nothing is known."""
    if not mention.is_known or not mention.is_one_person or _says(scene, mention, _MALE):
        return False
    is_known = mention.office is not None or bool(mention.candidates)
    return not is_known or _says(scene, mention, _FEMALE) or _has_womans_name(scene, mention)


def _has_womans_name(scene: Scene, mention: Phrase) -> bool:
    names = (mention.person or "").lower().replace("-", " ").split()
    return not scene.lexicon.women.isdisjoint(names)


def _says(scene: Scene, mention: Phrase, words: frozenset[str]) -> bool:
    return not words.isdisjoint(scene.words.lower[mention.first : mention.last])


def _is_it(scene: Scene, mention: Phrase) -> bool:
    """A state or body that stands free: neither owner, nor adjective, nor behind a preposition."""
    if mention.is_one_person or not mention.is_known or mention.is_possessive:
        return False
    if mention.kind in {MentionKind.PLACE, MentionKind.DEMONYM, MentionKind.PRONOUN}:
        return False
    if mention.title is not None and mention.title.kind == "people":
        return False
    return not _governed(scene, mention)


def _may_be_it(mention: Phrase) -> bool:
    """Whether a mention, wherever it stands, could be meant by "its" as well."""
    kinds = {MentionKind.PLACE, MentionKind.DEMONYM, MentionKind.PRONOUN}
    return mention.is_known and mention.kind not in kinds and not mention.is_one_person


def _governed(scene: Scene, mention: Phrase) -> bool:
    lower, first = scene.words.lower, mention.first
    start = first - 2 if first > 1 and lower[first - 1] in {"the", "a", "an"} else first - 1
    return start >= 0 and lower[start] in _PREPOSITIONS


def _is_them(scene: Scene, mention: Phrase) -> bool:
    if mention.kind in {MentionKind.PLACE, MentionKind.DEMONYM, MentionKind.PRONOUN}:
        return False
    return mention.is_known and not mention.is_possessive


def _pair(scene: Scene, fitting: Sequence[Phrase]) -> list[Phrase]:
    """Two mentions joined by "and", or the one mention of many people."""
    joined = [
        [left, right]
        for left, right in pairwise(fitting)
        if scene.words.lower[left.last : right.first] in (["and"], ["and", "the"])
        and left.code != right.code
    ]
    if len(joined) == 1 and len(fitting) == 2:
        return joined[0]
    many = [m for m in fitting if m.title is not None and m.title.kind == "people"]
    if len(many) == 1 and not joined and len({m.code for m in fitting}) == 1:
        return many
    return []


def _may_act(scene: Scene, phrase: Phrase, sentence: tuple[int, int]) -> bool:
    """Whether "it" is a subject that means something; "its" always is."""
    words, first = scene.words, phrase.first
    if words.lower[first] != "it":
        return True
    opens = (
        first == sentence[0]
        or words.gaps[first].strip() in {",", ";", ":", "\u2014", "\u2013", '"', "\u201c"}
        or words.lower[first - 1] in scene.lexicon.subject_openers
    )
    return opens and not _points_nowhere(scene, phrase, sentence)


def _points_nowhere(scene: Scene, phrase: Phrase, sentence: tuple[int, int]) -> bool:
    """Of "it is clear that": whether the pronoun means nothing."""
    lower, index, lexicon = scene.words.lower, phrase.last, scene.lexicon
    if index >= sentence[1]:
        return True
    if lower[index] not in lexicon.be and not scene.words.possessive(index):
        return lower[index] == "that"
    following = lower[index + 1 : index + 4]
    return any(w in lexicon.expletive for w in following)
