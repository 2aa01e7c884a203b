"""From a text to its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.records import Document, Sentence, Span

# Abbreviations that stand before a name or number, so that the full stop ends no sentence
# whatever follows.
_TITLES = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cmdr adm sgt sen rep gov pres amb hon rev st no nos "
    "vs art fig vol pp op brig cpl pvt supt insp mme mlle messrs maj.-gen lt.-gen".split()
)
# Abbreviations that may end a sentence: they end one only where the next word starts a new
# sentence in a way a name inside a sentence would not.
_INNER = frozenset(
    "u.s u.k u.n e.u u.s.s.r u.a.e d.c e.g i.e a.m p.m etc inc ltd corp co jr sr jan feb mar apr "
    "jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ave est approx cf al".split()
)
# Words that open a sentence and seldom follow an abbreviation inside one.
_OPENERS = frozenset(
    "the a an it its he she they we in on at but and this that these those however meanwhile "
    "after before while when if as for his her their there officials both earlier later".split()
)
_CLOSERS = "\"'”’»)]"
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n+")
_END = re.compile(rf"(?:\.{{3,}}|…|[.!?]+)[{re.escape(_CLOSERS)}]*(?=\s|$)")
_WORD_BEFORE = re.compile(r"(\S+)$")
_NEXT_WORD = re.compile(r"\s+[\"'“‘«(\[]*(\w[\w’'-]*)")
# A line without a final stop of at most this many words, alone in its paragraph or followed
# by a longer line, is a heading. Chosen on the sample articles.
_HEADING_WORDS = 14


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a document in order; blank space between them belongs to none.

    Paragraph breaks always end a sentence. Headings and the headline are sentences of
    their own, marked ``is_headline``. Full stops in abbreviations, initials, numbers and
    ellipses end none; closing quotation marks and brackets stay with their sentence.
    """
    spans: list[tuple[Span, bool]] = []
    text, headline = document.text, document.headline
    start = 0
    if headline is not None:
        spans += [(s, True) for s in _trimmed(text, headline.start, headline.end)]
        start = headline.end
    for block in _blocks(text, start):
        if _is_heading(block.of(text)):
            spans.append((block, True))
        else:
            spans += [(s, False) for s in _sentences_of(text, block)]
    return tuple(Sentence(i, span, head) for i, (span, head) in enumerate(spans))


def _blocks(text: str, start: int) -> Iterator[Span]:
    """Paragraphs, and within them a heading line that stands above running text."""
    ends = [m.span() for m in _PARAGRAPH.finditer(text, start)]
    begin = start
    for stop, after in [*ends, (len(text), len(text))]:
        for block in _trimmed(text, begin, stop):
            yield from _heading_apart(text, block)
        begin = after


def _heading_apart(text: str, block: Span) -> Iterator[Span]:
    first_end = text.find("\n", block.start, block.end)
    if first_end > 0:
        first, *others = block.of(text).split("\n")
        width = max(len(line) for line in others)
        next_word = (others[0].split() or [""])[0]
        # Wrapped text would have put the next word on the first line had there been room.
        fitted = len(first) + 1 + len(next_word) <= width
        if fitted and next_word[:1].isupper() and _is_heading(first):
            yield from _trimmed(text, block.start, first_end)
            yield from _trimmed(text, first_end, block.end)
            return
    yield block


def _is_heading(block: str) -> bool:
    words = block.split()
    return (
        len(words) <= _HEADING_WORDS
        and "\n" not in block
        and block.rstrip(_CLOSERS)[-1:] not in {".", "!", "?", "…", ":", ";", ","}
    )


def _sentences_of(text: str, block: Span) -> Iterator[Span]:
    begin = block.start
    for match in _END.finditer(text, block.start, block.end):
        if match.end() < block.end and not _ends_sentence(text, begin, match):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, block.end)


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    following = _NEXT_WORD.match(text, match.end())
    next_word = following.group(1) if following else ""
    if match.group()[0] in "!?":
        # "Yes!" he said: a quotation inside a sentence.
        return not next_word[:1].islower()
    if next_word[:1].islower():
        return False
    if match.group().startswith(("...", "…")):
        return next_word[:1].isupper()
    before = _WORD_BEFORE.search(text[begin : match.start()])
    word = before.group(1).lstrip("(\"'“‘[«").lower() if before else ""
    if word in _TITLES:
        return False
    if word in _INNER or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        return next_word.lower() in _OPENERS
    # An initial ("J. Smith", "George W. Bush") ends no sentence.
    return not (len(word) == 1 and word.isalpha() and word != "i")


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The span without blank space at its ends; nothing when only blank space is there."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        yield Span(start + left, start + right)
