"""Who a grown mention is: country from the left, sector and office from the title, person."""

from __future__ import annotations

from dragoman.actors.catalogue import Title
from dragoman.actors.holders import name_holder
from dragoman.actors.identify import set_agency
from dragoman.actors.parts import Parts
from dragoman.actors.people import Known, People
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.records import MentionKind, Sector

# Scores by what was joined; set by hand, not calibrated.
_OFFICE = 0.9
_BODY = 0.92
_PEOPLE = 0.9
_NEW_PERSON = 0.88
_NEW_PERSON_WITHOUT_COUNTRY = 0.5
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
# Without a country these are no actors of politics.
PRIVATE = frozenset(
    {Sector.CVL, Sector.BUS, Sector.EDU, Sector.AGR, Sector.LAB, Sector.REF, Sector.REL, Sector.JRN}
)
_BARE_TAGS = frozenset({"police", "parliament"})
_BODY_SECTORS = frozenset({Sector.GOV, Sector.UNK})


def settle(scene: Scene, people: People, phrase: Phrase, parts: Parts) -> Phrase | None:
    """``phrase`` with its actor; ``None`` where the words name no actor at all."""
    return _Settler(scene, people, phrase, parts).settle()


class _Settler:
    def __init__(self, scene: Scene, people: People, phrase: Phrase, parts: Parts) -> None:
        self._scene = scene
        self._people = people
        self._phrase = phrase
        self._parts = parts
        self._left = parts.left
        self._head = parts.head

    def settle(self) -> Phrase | None:
        phrase, left = self._phrase, self._left
        phrase.title = self._head
        if left is not None and left.special == "western":
            if self._head is None or self._head.kind == "body":
                return None
            phrase.role, phrase.kind = "w", MentionKind.DESCRIPTION
            phrase.score, phrase.reason = 0.3, "'Western' names no one state"
            return phrase
        if self._parts.has_person:
            return self._person()
        if self._head is None and self._parts.body is None:
            return left
        if left is None:
            return self._bare()
        phrase.kind = self._kind()
        self._take_left(left)
        self._fill(left)
        return phrase

    def _take_left(self, left: Phrase) -> None:
        phrase = self._phrase
        phrase.country, phrase.org = left.country, left.org
        phrase.sector = self._sector()
        if left.is_open:
            phrase.owner, phrase.is_open = left, True

    def _kind(self) -> MentionKind:
        head = self._head
        if head is None:
            return MentionKind.NAME
        is_private = head.kind == "person" and (head.sector in PRIVATE or not head.tag)
        if head.kind in {"office", "person"} and not is_private:
            return MentionKind.OFFICE
        if head.kind == "body" and head.agency:
            return MentionKind.OFFICE
        return MentionKind.DESCRIPTION

    def _sector(self) -> Sector:
        head, left, parts = self._head, self._left, self._parts
        told = head.sector if head is not None else Sector.UNK
        if left is not None and left.role in "or" and told is not Sector.JRN:
            return left.sector
        body = parts.agency.sector if parts.agency else parts.body.sector if parts.body else None
        if body is None and left is not None and left.role in "ga":
            body = left.sector
        if body is None:
            bodies = [t.sector for t, _ in parts.titles if t.kind == "body"]
            body = bodies[0] if bodies else None
        if told in _BODY_SECTORS and body is not None:
            return body
        told_before = [t.sector for t, _ in parts.titles if t.sector not in _BODY_SECTORS]
        if told in _BODY_SECTORS and told_before:
            return told_before[0]  # "rebel envoys"
        if told is Sector.UNK and left is not None:
            return left.sector
        return told

    # -- with a country

    def _fill(self, left: Phrase) -> None:
        phrase, parts, head = self._phrase, self._parts, self._head
        phrase.name = self._scene.words.slice(phrase.first, phrase.last)
        where = left.name or "an actor of the text"
        if parts.agency is not None and (head is None or head.kind in {"body", "people"}):
            set_agency(phrase, parts.agency)
            phrase.score, phrase.reason = _BODY, f"name of {parts.agency.name}"
        elif parts.body is not None and head is None:
            phrase.copy_actor(parts.body)
            phrase.score, phrase.reason = _BODY, parts.body.reason
        elif head is None or head.kind == "honorific":
            phrase.copy_actor(left)
            phrase.score, phrase.reason = left.score, left.reason
        elif head.kind == "body":
            self._as_body(head, where)
        elif head.kind == "people":
            phrase.score, phrase.reason = _PEOPLE, f"'{parts.wording}' of {where}"
        else:
            self._as_office(head, left, where)

    def _as_body(self, head: Title, where: str) -> None:
        phrase = self._phrase
        phrase.score, phrase.reason = _BODY, f"'{self._parts.wording}' of {where}"
        if not head.agency or phrase.country is None or self._left is None:
            return
        if self._left.role not in "ndcbw":
            return
        agencies = [
            a
            for a in self._scene.index.agencies_of(phrase.country, head.agency)
            if a.period.covers(self._scene.day)
        ]
        if len(agencies) == 1:
            set_agency(phrase, agencies[0])

    def _as_office(self, head: Title, left: Phrase, where: str) -> None:
        phrase, parts = self._phrase, self._parts
        phrase.score, phrase.reason = _OFFICE, f"'{parts.wording}' of {where}"
        if not left.is_open and not self._is_former():
            name_holder(self._scene, self._people.offices, phrase, parts)

    def _is_former(self) -> bool:
        """Whether the words say that the office is not held on the day."""
        lexicon, phrase = self._scene.lexicon, self._phrase
        start = self._left.first if self._left else phrase.first
        leading = self._scene.words.lower[phrase.first : max(start, phrase.first)]
        said = {*self._parts.modifiers, *leading}
        if self._parts.left is not None and phrase.role == "t":
            said.update(self._scene.words.lower[phrase.first : phrase.first + 1])
        return bool(said & lexicon.not_holding)

    # -- with a person

    def _person(self) -> Phrase:
        phrase, parts, left = self._phrase, self._parts, self._left
        phrase.spoken_names = (parts.spoken,) if parts.spoken else ()
        country = left.country if left else None
        place = left.org if left is not None and left.role == "o" else country
        known = parts.known
        if parts.people:
            known = self._people.by_full_name(parts.people, place, self._head)
            if self._contradicts(known, left):
                parts.new_name = parts.people[0].name
                known = None
            phrase.family_name_first = parts.people[0].family_name_first
        if known is not None:
            known.tell(phrase)
            if phrase.office is None and self._head is not None and not self._is_former():
                told = self._sector()
                phrase.sector = told if told is not Sector.UNK else phrase.sector
            return phrase
        return self._new_person(left)

    @staticmethod
    def _contradicts(known: Known, left: Phrase | None) -> bool:
        """Whether the text gives the name to somebody else than the catalogue does."""
        if left is None or left.country is None or left.is_open or known.country is None:
            return False
        return known.country != left.country and left.role != "c"

    def _new_person(self, left: Phrase | None) -> Phrase:
        phrase, parts, head = self._phrase, self._parts, self._head
        phrase.kind = MentionKind.PERSON
        phrase.name = phrase.person = parts.new_name
        phrase.sector = self._sector()
        phrase.score = _NEW_PERSON_WITHOUT_COUNTRY
        phrase.reason = f"'{parts.wording}' before a name that the catalogue lacks"
        if left is not None:
            phrase.country, phrase.org = left.country, left.org if left.role in "or" else None
            phrase.score = _NEW_PERSON
            phrase.reason = (
                f"'{parts.wording}' of {left.name or 'an actor of the text'}, a new name"
            )
            if left.is_open:
                phrase.owner, phrase.is_open = left, True
        if (
            head is not None
            and head.kind == "office"
            and left is not None
            and not self._is_former()
        ):
            phrase.office = head.offices[0] if head.offices else None
        return phrase

    # -- a title alone

    @staticmethod
    def _stands_alone(head: Title, article: str) -> bool:
        """Whether the words need no article ("police said"); most bodies do ("military aid")."""
        if head.kind == "people" or head.tag in _BARE_TAGS:
            return True
        return article in {"a", "an"} and head.tag != "military"

    def _is_half_a_word(self) -> bool:
        """Of "rebel-held": whether the title is only the first half of a word."""
        words, end = self._scene.words, self._phrase.last
        return words.gaps[end] == "-"

    def _bare(self) -> Phrase | None:
        phrase, head, article = self._phrase, self._head, self._parts.article
        if head is None or head.kind == "honorific" or not head.tag or self._parts.is_listed:
            return None
        if head.sector in PRIVATE or self._is_half_a_word():
            return None
        definite = article in _DEFINITE
        if not definite and not (head.alone and self._stands_alone(head, article)):
            return None
        phrase.kind = MentionKind.DESCRIPTION
        phrase.sector = self._sector()
        phrase.name = self._scene.words.slice(phrase.first, phrase.last)
        phrase.special = "title" if definite else "alone"
        phrase.is_open = True
        return phrase
