"""``bench actors``: mentions found, and the country or organisation they were resolved to.

A found mention matches a gold actor when they share half of the longer span, one to one.
Country accuracy is counted over matched mentions whose gold names a country or organisation;
metonym accuracy over those among them that are a capital or seat of government, ambiguous
accuracy over those that hold a name which is more than one state's, or a person's as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.bench.events import normal_code
from dragoman.bench.gold import GoldActor, GoldSentence
from dragoman.bench.pairing import overlaps_by_half, pair_by_overlap
from dragoman.bench.report import f1, percent
from dragoman.events.coder import Coder
from dragoman.records import Mention, MentionKind

# Names that the notes of ``actors/data/states.csv`` call ambiguous, with their adjectives.
_AMBIGUOUS = frozenset(
    "Georgia Georgian Georgians Jordan Jordanian Korea Korean Koreans Congo Congolese Guinea "
    "Guinean Chad Chadian Turkey Niger Dominican Sudan Sudanese Ireland Irish Samoa Macedonia "
    "Micronesia Washington Victoria Luxembourg Lebanon Cuba Panama Malta Cyprus China Chinese "
    "Mongolia Yemen Yemeni Vietnam Vietnamese Germany German".split()
)


@dataclass(frozen=True, slots=True)
class MentionScore:
    """What one sentence adds to the figures."""

    found: int
    gold: int
    matched: int
    resolved: tuple[bool, ...]
    metonyms: tuple[bool, ...]
    ambiguous: tuple[bool, ...]


def score_actors(sentence: GoldSentence, coder: Coder) -> MentionScore:
    """Read the sentence and compare its mentions."""
    return compare(sentence, coder.code(sentence.document).mentions)


def compare(sentence: GoldSentence, mentions: Sequence[Mention]) -> MentionScore:
    """What ``mentions`` score against the gold of ``sentence``."""
    pairs = pair_by_overlap(mentions, sentence.actors, _overlap)
    coded = [(m, g) for m, g in pairs if g.code]
    return MentionScore(
        found=len({(m.span, m.code) for m in mentions}),
        gold=len(sentence.actors),
        matched=len(pairs),
        resolved=tuple(_right(m, g) for m, g in coded),
        metonyms=tuple(_right(m, g) for m, g in coded if _is_metonym(m)),
        ambiguous=tuple(
            _right(m, g) for m, g in coded if _AMBIGUOUS & set(g.span.of(sentence.text).split())
        ),
    )


def measure_actors(scores: Sequence[MentionScore]) -> Mapping[str, tuple[float, int]]:
    """The figures of a sample of sentences."""
    resolved = [hit for s in scores for hit in s.resolved]
    metonyms = [hit for s in scores for hit in s.metonyms]
    ambiguous = [hit for s in scores for hit in s.ambiguous]
    matched, found = sum(s.matched for s in scores), sum(s.found for s in scores)
    gold = sum(s.gold for s in scores)
    return {
        "mention_precision": (percent(matched, found), found),
        "mention_recall": (percent(matched, gold), gold),
        "mention_f1": (f1(matched, found, gold), gold),
        "country_accuracy": (percent(sum(resolved), len(resolved)), len(resolved)),
        "metonym_accuracy": (percent(sum(metonyms), len(metonyms)), len(metonyms)),
        "ambiguous_accuracy": (percent(sum(ambiguous), len(ambiguous)), len(ambiguous)),
    }


def _overlap(mention: Mention, gold: GoldActor) -> int:
    shared = mention.span.overlap(gold.span)
    return shared if overlaps_by_half(mention.span, gold.span) else 0


def _right(mention: Mention, gold: GoldActor) -> bool:
    return normal_code(mention.code) == normal_code(gold.code)


def _is_metonym(mention: Mention) -> bool:
    return mention.kind in {MentionKind.METONYM, MentionKind.PLACE}
