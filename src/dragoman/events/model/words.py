"""A sentence as the encoder reads it: words with their spans, and the pieces of each word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.records import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

# Sentences beyond this are read to here; the rest of their words bear no event.
MAX_PIECES = 192
_start, _end = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order.

    ``pieces`` are the encoder's input ids, with its opening and closing sign; ``first`` is
    where the first piece of each word stands among them; ``spans`` are the words' character
    offsets in the text.
    """

    pieces: tuple[int, ...]
    first: tuple[int, ...]
    spans: tuple[Span, ...]

    def range_of(self, span: Span) -> tuple[int, int] | None:
        """The words that ``span`` touches, as first and one past the last; ``None`` if none."""
        first = bisect_right(self.spans, span.start, key=_end)
        last = bisect_left(self.spans, span.end, key=_start)
        return (first, last) if first < last else None

    def span_of(self, first: int, last: int) -> Span:
        """The characters from word ``first`` up to word ``last`` (excluded)."""
        return Span(self.spans[first].start, self.spans[last - 1].end)


@lru_cache(maxsize=4)
def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer of a ``tokenizer.json``, without padding and truncation."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def read_words(tokenizer: Tokenizer, text: str) -> Words:
    """The words of ``text``: runs of letters and digits, and single signs."""
    encoded = tokenizer.encode(text)
    ids: list[int] = encoded.ids
    if len(ids) > MAX_PIECES:
        ids = [*ids[: MAX_PIECES - 1], ids[-1]]
    first: list[int] = []
    spans: list[Span] = []
    last_word = -1
    for at, (word, (start, end)) in enumerate(
        zip(encoded.word_ids[: len(ids) - 1], encoded.offsets, strict=False)
    ):
        if word is None:
            continue
        if word != last_word:
            first.append(at)
            spans.append(Span(start, end))
            last_word = word
        else:
            spans[-1] = Span(spans[-1].start, end)
    return Words(tuple(ids), tuple(first), tuple(spans))
