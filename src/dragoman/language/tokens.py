"""From a sentence to its words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.records import Span

# In order: acronyms with dots (U.S.), possessive endings, numbers with their separators,
# words (a hyphen joins lower-case parts, so that "counter-espionage" is one word and
# "Russia-North Korea" is three with hyphens between), and any other single sign.
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|(?<=\w)['’]s\b|(?<=s)['’](?=\s|$)"
    r"|n['’]t\b"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?\b"
    r"|[^\W\d_]+?(?=n['’]t\b)"
    r"|[^\W\d_]+(?:-[a-z]+)*(?:['’](?!s\b)[^\W\d_]+)?"
    r"|\S"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign: its characters, their lower case, and where it stands."""

    text: str
    lower: str
    span: Span


def tokenize(text: str, span: Span | None = None) -> tuple[Token, ...]:
    """The words and signs of ``text``, or of the part that ``span`` covers, in order.

    Possessive endings and "n't" are tokens of their own, so that "Moscow's" is "Moscow"
    and "'s".

    >>> [t.text for t in tokenize("Moscow's U.S.-led anti-war talks didn't end.")]
    ['Moscow', "'s", 'U.S.', '-', 'led', 'anti-war', 'talks', 'did', "n't", 'end', '.']
    """
    start, end = (span.start, span.end) if span is not None else (0, len(text))
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        lower = word.lower().replace("’", "'")
        tokens.append(Token(word, lower, Span(match.start(), match.end())))
    return tuple(tokens)
