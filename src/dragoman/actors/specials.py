"""Words that name nobody by themselves: "Korea", "the North", "the two countries", "it"."""

from __future__ import annotations

from dragoman.actors.matcher import Found
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.actors.words import Words
from dragoman.records import MentionKind, Sector

_KOREA = ("KOR", "PRK")
# What must stand before words that point back.
_AFTER = {
    "country": frozenset({"the", "this", "that"}),
    "countries": frozenset({"the", "these", "those"}),
    "leaders": frozenset({"the", "these", "those", "between", "of", "by"}),
    "west": frozenset({"the"}),
    "neighbour": frozenset({"its"}),
}
_PAIR_AFTER = frozenset({"the", "these", "those"})


def special_phrase(scene: Scene, found: Found, special: str) -> Phrase | None:
    """The phrase of words that point at somebody; ``None`` where they do not."""
    first, last, _ = found
    phrase = Phrase(first, last, "w", MentionKind.DESCRIPTION, special=special, is_open=True)
    if special == "korea":
        return _korea(scene, phrase)
    if special in {"north", "south"}:
        return _half_of_korea(scene, phrase)
    if special in _AFTER and not _follows(scene, first, _AFTER[special]):
        return None
    is_two = special == "pair" and scene.words.lower[first] == "two"
    if is_two and not _follows(scene, first, _PAIR_AFTER):
        return None
    if special in {"he", "she", "it", "they"}:
        phrase.kind = MentionKind.PRONOUN
    return phrase


def _follows(scene: Scene, first: int, wanted: frozenset[str]) -> bool:
    return first > 0 and scene.words.lower[first - 1] in wanted and scene.words.spaced(first)


def _korea(scene: Scene, phrase: Phrase) -> Phrase:
    """A bare "Korea": the South where the text leaves no doubt, else nobody."""
    named = [c for c in _KOREA if c in scene.states_named]
    is_name = scene.words.lower[phrase.first] == "korea"
    phrase.role = "n" if is_name else "d"
    phrase.kind = MentionKind.NAME if is_name else MentionKind.DEMONYM
    phrase.is_open, phrase.special = False, ""
    phrase.sector = Sector.GOV
    if len(named) == 1:
        state = scene.index.state("KOR")
        phrase.name, phrase.country = state.name, state.id
        phrase.score = 0.75 if named == ["KOR"] else 0.5
        only = scene.index.state(named[0]).name
        phrase.reason = f"bare Korea, mostly the South; the text names only {only}"
        return phrase
    phrase.score = 0.2
    phrase.reason = "bare Korea: the text does not tell which"
    return phrase


def _does(words: Words, of: int) -> bool:
    """Whether the "of" at a place is followed by what somebody does."""
    following = words.cased[of + 1 : of + 2]
    return bool(following and following[0].endswith("ing"))


def _half_of_korea(scene: Scene, phrase: Phrase) -> Phrase | None:
    """ "The North" and "the South" in a text that names a Korea."""
    words, first = scene.words, phrase.first
    after = words.cased[phrase.last : phrase.last + 1]
    is_part_of_name = bool(after and after[0][0].isupper() and words.gaps[phrase.last] == " ")
    if first == 0 or words.lower[first - 1] != "the" or not words.spaced(first):
        return None
    if is_part_of_name or not any(c in scene.states_named for c in _KOREA):
        return None
    if after and after[0] == "of" and words.spaced(phrase.last) and not _does(words, phrase.last):
        return None  # "the north of the island", but not "accused the North of shelling it"
    state = scene.index.state("PRK" if phrase.special == "north" else "KOR")
    phrase.role, phrase.is_open, phrase.special = "n", False, ""
    phrase.name, phrase.country, phrase.sector = state.name, state.id, Sector.GOV
    phrase.score = 0.85
    phrase.reason = f"'the {words.cased[first]}' in a text on Korea"
    return phrase
