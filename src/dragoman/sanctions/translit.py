"""Names in Cyrillic, Greek, Arabic, Hangul and common Han characters, in Latin letters.

One plain letter-for-letter reading each; the many spellings in use are brought together
afterwards, by :mod:`dragoman.sanctions.spelling`. Vowels that Arabic does not write stay
away. Han characters outside the table stay as they are.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_CYRILLIC = dict(
    zip(
        "абвгдезийклмнопрстуфцыэіѓќјљњћђўґ",
        "a b v g d e z i i k l m n o p r s t u f ts y e i g k j lj nj c dj u g".split(),
        strict=True,
    )
) | {"ж": "zh", "х": "kh", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ё": "yo",
     "є": "ye", "ї": "yi", "ъ": "", "ь": "", "џ": "dzh", "ә": "a", "ғ": "gh", "қ": "q", "ң": "ng",
     "ө": "o", "ұ": "u", "ү": "u", "һ": "h"}  # fmt: skip
_GREEK = dict(
    zip(
        "αβγδεζηικλμνοπρσςτυφωξθχψ",
        "a v g d e z i i k l m n o p r s s t y f o x th ch ps".split(),
        strict=True,
    )
)
_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j",
    "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s",
    "ض": "d", "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ک": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "و": "w", "ي": "y", "ی": "y", "ى": "a",
    "ئ": "", "ؤ": "w", "ء": "", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ۀ": "h", "ہ": "h",
    "ے": "e", "ڈ": "d", "ٹ": "t", "ں": "n",
}  # fmt: skip
# Hangul syllables are built from 19 initials, 21 vowels and 28 finals (Unicode, chapter 3.12);
# the letters are those of the Revised Romanization, close to what North Korean names use.
_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ")
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_FINALS = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")


@cache
def _han() -> Mapping[str, str]:
    path = files("dragoman.sanctions") / "data" / "han.csv"
    rows = csv.DictReader(path.read_text("utf-8").splitlines())
    return {character: row["pinyin"] for row in rows for character in row["characters"]}


def latin(text: str) -> str:
    """``text`` in small Latin letters without accents; Hangul and Han syllable by syllable.

    >>> latin("Нарышкин"), latin("김정은"), latin("李伟"), latin("José")
    ('naryshkin', 'gim jeong eun', 'li wei', 'jose')
    """
    if text.isascii():
        return text.casefold()
    out: list[str] = []
    for character in unicodedata.normalize("NFKC", text).casefold():
        out.append(character if character.isascii() else _letter(character))
    return " ".join("".join(out).split())


def _letter(character: str) -> str:
    for table in (_CYRILLIC, _GREEK, _ARABIC):
        if character in table:
            return table[character]
    if "가" <= character <= "힣":
        return f" {_hangul(ord(character) - ord('가'))} "
    if character in _han():
        return f" {_han()[character]} "
    return _plain(character)


def _hangul(index: int) -> str:
    initial, rest = divmod(index, 21 * 28)
    vowel, final = divmod(rest, 28)
    return _INITIALS[initial] + _VOWELS[vowel] + _FINALS[final]


_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d",
          "þ": "th", "ə": "a", "ʻ": "'", "’": "'", "‘": "'", "ʼ": "'", "`": "'",
          "´": "'"}  # fmt: skip


def _plain(character: str) -> str:
    """A Latin letter without its accents; marks of vowels and tone fall away."""
    if character in _PLAIN:
        return _PLAIN[character]
    parts = unicodedata.normalize("NFKD", character).casefold()
    kept = "".join(c for c in parts if not unicodedata.combining(c))
    known = _CYRILLIC | _GREEK
    return "".join(known.get(c, c) for c in kept)
