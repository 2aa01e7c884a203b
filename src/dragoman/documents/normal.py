"""Texts in one normal form, so that offsets and ids do not depend on how a file was saved."""

from __future__ import annotations

import sys
import unicodedata

_BLANKS = "\t\u00a0\u2007\u202f"
_LINE_ENDS = "\v\f\x1c\x1d\x1e\u0085\u2028"
# Soft hyphen, zero-width space and joiner of words, byte-order mark, direction marks:
# nothing of them is seen, and each would part a word for whoever looks for it.
_INVISIBLE = (
    "\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_SURROGATES = range(0xD800, 0xE000)


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys(_SURROGATES)
    controls = (c for c in range(0xA0) if unicodedata.category(chr(c)) == "Cc")
    table.update(dict.fromkeys(controls))
    table.update(dict.fromkeys(map(ord, _INVISIBLE)))
    table.update(dict.fromkeys(map(ord, _BLANKS), " "))
    table.update(dict.fromkeys(map(ord, _LINE_ENDS), "\n"))
    table[ord("\u2029")] = "\n\n"
    table[ord("\n")] = "\n"
    return table


_TABLE = _table()


def normalise(text: str) -> str:
    r"""``text`` in the form in which a document keeps it.

    - line ends (CRLF, CR, form feed, Unicode's line separators) are ``\n``; a Unicode
      paragraph separator is an empty line
    - tabs and non-breaking blanks are blanks
    - control characters, byte-order marks, soft hyphens, zero-width spaces, direction marks
      and halves of surrogate pairs are removed
    - Unicode normal form C
    - no blanks at the end of a line; no empty lines at the beginning and the end

    Line breaks inside paragraphs stay as they are. Doing it twice changes nothing.

    >>> normalise("\ufeffSeoul\u00a0said \r\nno.\r\n")
    'Seoul said\nno.'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    text = unicodedata.normalize("NFC", text)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def one_line(text: str) -> str:
    """``text`` in normal form on one line, with single blanks: for titles and names.

    >>> one_line("  Talks in Seoul\\n resume ")
    'Talks in Seoul resume'
    """
    return " ".join(normalise(text).split())


def letters(text: str, *, up_to: int = sys.maxsize) -> int:
    """How many letters ``text`` has; the count stops at ``up_to``.

    >>> letters("In 1994, no.")
    4
    """
    count = 0
    for character in text:
        if character.isalpha():
            count += 1
            if count >= up_to:
                break
    return count
