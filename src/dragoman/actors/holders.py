"""The person behind an office that the text names without a name."""

from __future__ import annotations

from dragoman.actors.catalogue import Agency, Title
from dragoman.actors.offices import Offices
from dragoman.actors.parts import Parts
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.actors.words import title_key
from dragoman.records import MentionKind

_HOLDER = 0.92
# Plain words for the office that the catalogue calls "spy chief".
_SPY_CHIEFS = frozenset(
    {
        "top spy",
        "chief spy",
        "spy boss",
        "spymaster",
        "spy master",
        "top spymaster",
        "espionage chief",
    }
)


def name_holder(scene: Scene, offices: Offices, phrase: Phrase, parts: Parts) -> None:
    """Gives ``phrase`` ("the Russian president") the person who holds the office on the day.

    Nothing changes where several hold it, nobody is listed, or the title is one of many
    ("a Russian general").
    """
    left, head = parts.left, parts.head
    if left is None or head is None or left.role == "r":
        return
    place = left.org if left.role == "o" else phrase.country
    agency = parts.agency or _agency_of(scene, left)
    if place is None or not _is_one_of_its_kind(head, left, agency):
        return
    keys = _keys(parts, phrase)
    if left.role == "o":
        held = offices.holder_of_organisation((left.catalogue_id, place), head, keys)
    else:
        held = offices.holder(place, head, keys, agency)
    if held is not None:
        person, term = held
        phrase.person, phrase.office, phrase.name = person.name, term.office, person.name
        phrase.family_name_first = person.family_name_first
        phrase.score = _HOLDER
        phrase.reason += f": {person.name} on {scene.day}"
    elif head.kind == "office" and phrase.country and head.offices:
        phrase.office = head.offices[0]


def _is_one_of_its_kind(head: Title, left: Phrase, agency: Agency | None) -> bool:
    if head.kind != "person":
        return True
    return head.tag == "chief" and (agency is not None or left.role == "o")


def _agency_of(scene: Scene, left: Phrase) -> Agency | None:
    if left.role in "ga" and left.org is not None and left.kind is not MentionKind.METONYM:
        return scene.index.agency(left.org)
    return None


def _keys(parts: Parts, phrase: Phrase) -> tuple[str, ...]:
    """The words to compare with the catalogue's titles, the most telling first."""
    wording, whole = title_key(parts.wording), title_key(phrase.name)
    if wording in _SPY_CHIEFS:
        return (wording, whole, "spy chief", "intelligence chief")
    return (wording, whole)
