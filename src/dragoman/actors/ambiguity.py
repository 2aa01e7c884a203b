"""Names of states that mean something else: Georgia, Jordan, turkey, Paris Hilton."""

from __future__ import annotations

from dragoman.actors.scene import Scene

# Capitalised words that do not make the capitalised word before them a first name.
_NOT_A_SURNAME = frozenset({"I", "A", "The"})


def is_other(
    scene: Scene,
    first: int,
    last: int,
    *,
    sentence: tuple[int, int],
    followed_by_name: bool,
    state: str,
) -> str:
    """Why the name at words ``first`` to ``last`` is not the state that it could be.

    Empty where nothing speaks against the state. ``followed_by_name`` says that the next word
    starts another name or title of the catalogue, and so no surname.
    """
    lexicon, words = scene.lexicon, scene.words
    name = " ".join(words.lower[first:last])
    if name in lexicon.needs_state and not _state_named(scene, state, first):
        return "its state is not named in the text"
    if last - first > 1:
        return ""
    if name in lexicon.contexts and _context_against(scene, name):
        return "the text speaks of another place of the name"
    if name in lexicon.things_named and _thing(scene, name, first, last, sentence[0]):
        return "a thing of the name"
    if name in lexicon.given and not followed_by_name and _surname_follows(scene, last, sentence):
        return "a given name"
    if name in lexicon.family and _given_name_before(scene, first, sentence):
        return "a family name"
    return ""


def _state_named(scene: Scene, state: str, first: int) -> bool:
    named = scene.states_named.get(state)
    return named is not None and named != first


def _context_against(scene: Scene, name: str) -> bool:
    speak_for, speak_against = scene.lexicon.contexts[name]
    return bool(speak_against & scene.vocabulary) and not speak_for & scene.vocabulary


def _thing(scene: Scene, name: str, first: int, last: int, sentence_first: int) -> bool:
    words = scene.words
    return (
        first == sentence_first
        and last < len(words)
        and words.lower[last] in scene.lexicon.things_named[name]
    )


def _surname_follows(scene: Scene, last: int, sentence: tuple[int, int]) -> bool:
    words = scene.words
    if last >= sentence[1] or words.gaps[last] != " ":
        return False
    word = words.cased[last]
    return (
        len(word) > 1
        and word[0].isupper()
        and not word.isupper()
        and word not in _NOT_A_SURNAME
        and words.lower[last] not in scene.lexicon.not_names
        and not scene.is_title_case(*sentence)
    )


def _given_name_before(scene: Scene, first: int, sentence: tuple[int, int]) -> bool:
    words = scene.words
    before = first - 1
    if before < sentence[0] or words.gaps[first] != " ":
        return False
    word = words.cased[before]
    return (
        len(word) > 2
        and word[0].isupper()
        and word[1:].islower()
        and words.lower[before] not in scene.lexicon.not_names
        and words.lower[before] not in scene.lexicon.leading
        and words.lower[before] not in scene.lexicon.openers
        and not _is_actor_word(scene, words.lower[before])
        and not scene.is_title_case(*sentence)
    )


def _is_actor_word(scene: Scene, word: str) -> bool:
    """Whether ``word`` alone is a state, a body or a title, and so no first name."""
    leaf = (scene.index.branch(word) or {}).get("", ())
    return any(ref[0] in "ndgot" for _, _, refs in leaf for ref in refs)
