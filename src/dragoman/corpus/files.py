"""The corpus on disk: a folder of markup files for each split."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.corpus.markup import Fault, MarkedSentence, parse_markup
from dragoman.errors import DataError

SPLITS = ("train", "dev", "test")
DOCUMENTS = "documents"  # whole articles, of which some are copies of others on purpose
DIRECTION = "direction"  # pairs of sentences that differ in who does it to whom, for measuring
VOICES = "voices"  # sentences with every voice and cue marked, and nothing else, for training
PARTS = (*SPLITS, DOCUMENTS, DIRECTION, VOICES)
# In these, sentences may be like others of the same part.
ALIKE = (DOCUMENTS, DIRECTION)


def read_split(folder: Path) -> Iterator[MarkedSentence | Fault]:
    """The sentences of all ``.txt`` files of a folder, by file name, with the faults found.

    A folder that does not exist or holds no such file is a ``DataError``.
    """
    paths = [folder] if folder.is_file() else sorted(folder.glob("*.txt"))
    if not paths:
        raise DataError(f"{folder}: no markup file (*.txt) found")
    for path in paths:
        yield from parse_markup(path.read_text(encoding="utf-8"), str(path))


def compile_gold(sentences: Iterable[MarkedSentence]) -> Iterator[str]:
    """Each sentence as one line of gold JSON."""
    for sentence in sentences:
        yield json.dumps(sentence.gold, ensure_ascii=False)
