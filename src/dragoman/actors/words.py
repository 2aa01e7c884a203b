"""A text as the matcher sees it: words, the signs between them, and where they stand."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate

# Acronyms with dots are one word; everything else is letters and digits. Combining accents
# stay with their letter, so that a text in decomposed Unicode has the same words.
_WORD = re.compile(r"((?:[^\W\d_]\.){2,}|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*)")
# Letters that no decomposition turns into plain ones.
_PLAIN = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae",
     "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A"}
)  # fmt: skip
# What may stand between two words of one name.
_INNER_GAPS = frozenset(
    {" ", "-", "'", "’", "/", "\n", "  ", "' ", "’ ", " & ", "‑", "‐", "&", "\xa0"}
)
_INNER_GAP = re.compile(r"[\s\xa0]+|\s*[-‐‑/&]\s*|['’ʻ`´]\s?|\s*\(\s*")
_BLANK_LINE = re.compile(r"\n\s*\n")


def fold(word: str) -> str:
    """``word`` without accents and dots, its capitals kept.

    >>> fold("Élysée"), fold("U.S.")
    ('Elysee', 'US')
    """
    if not word.isascii():
        plain = unicodedata.normalize("NFKD", word.translate(_PLAIN))
        word = "".join(c for c in plain if not unicodedata.combining(c))
    return word.replace(".", "") if "." in word else word


class Words:
    """The words of a text in order, as parallel lists.

    ``cased`` are the words without accents, ``lower`` the same in small letters, ``gaps[i]``
    the signs before word ``i`` (and ``gaps[len(words)]`` those after the last), ``starts`` and
    ``ends`` character offsets into ``text``.
    """

    __slots__ = ("cased", "ends", "gaps", "lower", "starts", "text")

    def __init__(self, text: str) -> None:
        parts = _WORD.split(text)
        bounds = list(accumulate(map(len, parts)))
        raw = parts[1::2]
        self.text = text
        self.gaps: list[str] = parts[0::2]
        self.starts: list[int] = bounds[0:-1:2]
        self.ends: list[int] = bounds[1::2]
        self.cased: list[str] = [w if w.isascii() and "." not in w else fold(w) for w in raw]
        self.lower: list[str] = list(map(str.lower, self.cased))

    def __len__(self) -> int:
        return len(self.cased)

    def slice(self, first: int, last: int) -> str:
        """The text from word ``first`` up to and without word ``last``, blank space evened out."""
        piece = self.text[self.starts[first] : self.ends[last - 1]]
        return " ".join(piece.split()) if "\n" in piece or "  " in piece else piece

    def joined(self, index: int) -> bool:
        """Whether word ``index`` may continue a name that the word before it began."""
        gap = self.gaps[index]
        if gap in _INNER_GAPS:
            return True
        if gap == ". ":  # "St. Petersburg", "J. Smith": only after a short word
            return len(self.cased[index - 1]) <= 3
        if gap == ", ":  # "Land, Infrastructure and Transport": the caller counts the words
            return False
        return bool(_INNER_GAP.fullmatch(gap)) and not _BLANK_LINE.search(gap)

    def spaced(self, index: int) -> bool:
        """Whether nothing but blank space of one paragraph stands before word ``index``."""
        gap = self.gaps[index]
        return gap == " " or (gap.isspace() and not _BLANK_LINE.search(gap))

    def possessive(self, index: int) -> bool:
        """Whether word ``index`` is the "s" of a possessive ending."""
        return self.lower[index] == "s" and self.gaps[index] in {"'", "’"}


def title_key(title: str) -> str:
    """A title as it is compared.

    >>> title_key("Director of the Foreign Intelligence Service")
    'director of foreign intelligence service'
    """
    return " ".join(w for w in Words(title).lower if w not in {"s", "the"})
