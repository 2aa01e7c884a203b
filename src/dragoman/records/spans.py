"""Character spans: where in a document something stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open range ``[start, end)`` of characters of a document's text.

    >>> Span(0, 6).of("Moscow said")
    'Moscow'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span [{self.start}, {self.end}) found; 0 <= start <= end expected")

    @property
    def length(self) -> int:
        """How many characters the span covers."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of ``text`` that the span covers.

        Raises ``IndexError`` when the span reaches past the end of ``text``.
        """
        if self.end > len(text):
            raise IndexError(f"span ends at {self.end}, the text has {len(text)} characters")
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """How many characters both spans cover.

        >>> Span(0, 5).overlap(Span(3, 9))
        2
        """
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span.

        >>> Span(0, 5).contains(Span(1, 5))
        True
        """
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The span moved by ``by`` characters.

        >>> Span(0, 5).shift(10)
        Span(start=10, end=15)
        """
        return Span(self.start + by, self.end + by)

    def join(self, other: Span) -> Span:
        """The shortest span that covers both.

        >>> Span(0, 2).join(Span(5, 9))
        Span(start=0, end=9)
        """
        return Span(min(self.start, other.start), max(self.end, other.end))
