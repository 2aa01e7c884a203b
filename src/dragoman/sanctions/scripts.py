"""Which writing a name is in."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

_SCRIPTS = (
    "LATIN",
    "CYRILLIC",
    "GREEK",
    "ARABIC",
    "HANGUL",
    "CJK",
    "HEBREW",
    "HIRAGANA",
    "KATAKANA",
)


def script_of(text: str) -> str:
    """The writing that most letters of ``text`` are in, in small letters; "" without letters.

    >>> script_of("Naryshkin"), script_of("Нарышкин"), script_of("123")
    ('latin', 'cyrillic', '')
    """
    counts = Counter(found for c in text if (found := _script(c)))
    return counts.most_common(1)[0][0] if counts else ""


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    if not character.isalpha():
        return ""
    if character.isascii():
        return "latin"
    name = unicodedata.name(character, "")
    return next((s.lower() for s in _SCRIPTS if name.startswith(s)), "other")
