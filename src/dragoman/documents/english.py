"""Whether a text is English: the only language that the coder reads."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from dragoman.documents.normal import letters

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# How the numbers were chosen: on English news sentences of our own that are full of foreign
# names and on one or two sentences each in 40 other languages (both in
# tests/documents/test_english.py). Of those with 60 letters or more, the least English of
# the English ones got a probability of 0.04, the most English of the others 0.00004.
# Under 60 letters the two overlap ("Putin, Xi to meet in Samarkand"): those are not judged.
MIN_PROBABILITY = 0.001
MIN_LETTERS = 60
JUDGED_CHARACTERS = 2_000

# Words that are frequent in English and no word, or a rare one, in other languages. They
# make 8 to 20 percent of an English article, and none of the other languages' sentences has
# any; a text in which they make 8 percent needs no model (whose loading takes most of a
# second).
_ENGLISH_WORDS = frozenset(
    "the and that with from said which were been their after would this have".split()
)
_ENOUGH_ENGLISH_WORDS = 0.08
_WORD = re.compile(r"[^\W\d_]+")

# The end of Latin Extended-B, and the block of Latin Extended Additional (Vietnamese).
_LATIN_END = "\u024f"
_LATIN_ADDITIONAL = ("\u1e00", "\u1eff")


def foreign_language(text: str) -> str | None:
    """``None`` when ``text`` is, or may be, English; else what it is likely to be.

    The answer is a language code of py3langid, or "another script". Only the first 2,000
    characters are judged. A text of under 60 letters is judged by its script alone.

    >>> words = "Der Minister reiste am Montag nach Lund, um seinen Kollegen dort zu sprechen."
    >>> foreign_language(words)
    'de'
    """
    sample = text[:JUDGED_CHARACTERS]
    known = letters(sample)
    if _other_script(sample) * 2 > known:
        language = _likeliest(sample)[0]
        return language if language != "en" else "another script"
    if known < MIN_LETTERS or _has_english_words(sample):
        return None
    language, english = _likeliest(sample)
    return None if english >= MIN_PROBABILITY else language


def _has_english_words(sample: str) -> bool:
    words = _WORD.findall(sample.casefold())
    english = sum(word in _ENGLISH_WORDS for word in words)
    return english >= _ENOUGH_ENGLISH_WORDS * len(words)


def _other_script(sample: str) -> int:
    """How many letters of ``sample`` are not Latin."""
    if sample.isascii():
        return 0
    first, last = _LATIN_ADDITIONAL
    return sum(c > _LATIN_END and c.isalpha() and not first <= c <= last for c in sample)


def _likeliest(sample: str) -> tuple[str, float]:
    """The likeliest language, and the probability that it is English."""
    ranked: list[tuple[str, float]] = _identifier().rank(sample)
    return ranked[0][0], dict(ranked)["en"]


@functools.cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
