"""The annotated corpus: its markup, the compiler to gold JSON lines, checks and statistics.

The sentences themselves lie in ``corpus/`` at the root of the source tree.
"""

from dragoman.corpus.markup import Fault, MarkedSentence, parse_markup

__all__ = ["Fault", "MarkedSentence", "parse_markup"]
