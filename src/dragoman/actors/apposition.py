"""Two names of one person side by side: "Kim Jong Un, the North Korean leader"."""

from __future__ import annotations

from dragoman.actors.names import name_before, name_run
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.records import MentionKind

_ARTICLES = frozenset({"the", "a", "an"})
_APPOSED = 0.85
_MIN_WORDS = 2  # one capitalised word beside an office is no person's name


def link(
    scene: Scene,
    before: Phrase | None,
    phrase: Phrase,
    following: Phrase | None,
    sentence: tuple[int, int],
) -> list[Phrase]:
    """Tells an office and a person side by side who they are.

    Returns mentions of people whom only the apposition makes known ("John Doe, Kenya's
    foreign minister").
    """
    if before is not None and _side_by_side(scene, before, phrase):
        if _is_office(phrase) and before.kind is MentionKind.PERSON:
            _same(before, phrase)
            return []
        if _is_office(before) and phrase.kind is MentionKind.PERSON:
            _same(phrase, before)
            return []
    if not _is_office(phrase) or not phrase.is_known:
        return []
    if following is not None and following.role == "p" and following.first == phrase.last:
        return []
    floor = before.last if before is not None else sentence[0]
    return _named_after(scene, phrase, sentence) or _named_before(scene, phrase, sentence, floor)


def _is_office(phrase: Phrase) -> bool:
    """Whether ``phrase`` is an office or title of one person, without the person's name."""
    title = phrase.title
    return (
        title is not None
        and title.kind in {"office", "person"}
        and phrase.kind in {MentionKind.OFFICE, MentionKind.DESCRIPTION}
    )


def _side_by_side(scene: Scene, left: Phrase, right: Phrase) -> bool:
    words = scene.words
    between = words.lower[left.last : right.first]
    if words.gaps[left.last] != ", " or len(between) > 1:
        return False
    return not between or (between[0] in _ARTICLES and words.spaced(right.first))


def _same(person: Phrase, office: Phrase) -> None:
    """Makes both name one person, unless what is known of them differs."""
    if person.country is not None and office.country not in {None, person.country}:
        return
    bases = {(p.office or "").partition(":")[0] for p in (person, office)} - {""}
    if len(bases) > 1:
        return
    if not person.is_known:
        person.country, person.org = office.country, office.org
        person.sector, person.office = office.sector, office.office
        person.score = max(person.score, _APPOSED)
        person.reason = f"apposition: {office.reason}"
    office.country, office.org = person.country, person.org
    office.person, office.name = person.person, person.name
    office.office = person.office or office.office
    office.is_open = False
    office.score = max(office.score, _APPOSED)
    office.reason = f"apposition to {person.name}"


def _named_after(scene: Scene, office: Phrase, sentence: tuple[int, int]) -> list[Phrase]:
    """ "North Korea's trade minister, Yun Jong Ho, left": the name behind the comma."""
    words, start = scene.words, office.last
    if start >= sentence[1] or words.gaps[start] != ", ":
        return []
    stop = name_run(scene, start, sentence, (), 0)
    if stop - start < _MIN_WORDS or any(_is_catalogued(scene, i) for i in range(start, stop)):
        return []
    ends = stop >= sentence[1] or words.gaps[stop][:1] in {",", ".", ";", ")"}
    if not ends and words.cased[stop][0].isupper():
        return []
    return [_new_person(scene, office, start, stop)]


def _named_before(
    scene: Scene, office: Phrase, sentence: tuple[int, int], floor: int
) -> list[Phrase]:
    """ "John Doe, Kenya's foreign minister": the name before the comma."""
    words, end = scene.words, office.first
    if end > sentence[0] and words.lower[end - 1] in _ARTICLES:
        end -= 1
    if end <= sentence[0] or words.gaps[end] != ", ":
        return []
    start = name_before(scene, end, sentence, floor)
    if end - start < _MIN_WORDS or any(_is_catalogued(scene, i) for i in range(start, end)):
        return []
    return [_new_person(scene, office, start, end)]


def _is_catalogued(scene: Scene, index: int) -> bool:
    """Whether the word starts a country's or body's name, and so is no person's."""
    word = scene.words.lower[index]
    if word not in scene.index.first_words:
        return False
    leaf = (scene.index.branch(word) or {}).get("", ())
    return any(ref[0] in "ndcgo" for _, _, refs in leaf for ref in refs)


def _new_person(scene: Scene, office: Phrase, start: int, stop: int) -> Phrase:
    name = scene.words.slice(start, stop)
    person = Phrase(start, stop, "p", MentionKind.PERSON)
    person.copy_actor(office)
    person.name = person.person = name
    person.score, person.reason = _APPOSED, f"apposition: {office.reason}"
    office.person, office.name = name, name
    office.reason = f"apposition to {name}"
    return person
