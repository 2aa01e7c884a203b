"""People's names that the catalogue does not know, by their capitals."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene

_MAX_WORDS = 5
# Units that may be part of a person's name ("Chad Wolf", "Kim Jong Sik").
_MAY_BE_NAME = frozenset("f")


def name_run(
    scene: Scene,
    start: int,
    sentence: tuple[int, int],
    units: Sequence[Phrase],
    unit_index: int,
) -> int:
    """Where the capitalised name that begins at word ``start`` ends (``start`` if none does).

    In a headline of capitals every word looks like a name, so that none counts there.
    """
    if start >= sentence[1] or not is_name_word(scene, start) or scene.is_title_case(*sentence):
        return start
    index, last_capital = start, start
    while index < sentence[1] and index - start < _MAX_WORDS:
        if index > start and not _continues(scene, index):
            break
        while unit_index < len(units) and units[unit_index].first < index:
            unit_index += 1
        unit = units[unit_index] if unit_index < len(units) else None
        if unit is not None and unit.first == index and unit.role not in _MAY_BE_NAME:
            break
        if is_name_word(scene, index) or (index > start and scene.words.gaps[index] == "-"):
            last_capital = index + 1
        elif index == start or scene.words.lower[index] not in scene.lexicon.particles:
            break
        index += 1
    return last_capital


def name_before(scene: Scene, end: int, sentence: tuple[int, int], floor: int) -> int:
    """Where the capitalised name that ends before word ``end`` begins (``end`` if none does).

    ``floor`` is the first word that it may take in.
    """
    index = end
    while index - 1 >= max(floor, sentence[0]) and end - index < _MAX_WORDS:
        if index < end and not _continues(scene, index):
            break
        word = index - 1
        capital = is_name_word(scene, word) or scene.words.gaps[word] == "-"
        if not capital and scene.words.lower[word] not in scene.lexicon.particles:
            break
        index = word
    while index < end and not is_name_word(scene, index):
        index += 1
    return index


def is_name_word(scene: Scene, index: int) -> bool:
    """Whether word ``index`` is written like a part of a person's name."""
    word = scene.words.cased[index]
    return (
        word[0].isupper()
        and (len(word) == 1 or not word.isupper())
        and word.isalpha()
        and scene.words.lower[index] not in scene.lexicon.not_names
    )


def _continues(scene: Scene, index: int) -> bool:
    words = scene.words
    gap = words.gaps[index]
    if gap in {"-", "'", "’"}:
        return not words.possessive(index)
    if gap == ". ":  # an initial
        return len(words.cased[index - 1]) == 1
    return words.spaced(index)
