"""The people of one document: who was named, and who is meant by a family name later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.actors.catalogue import Title
from dragoman.actors.index import Person
from dragoman.actors.offices import Offices
from dragoman.actors.personal_names import family_names, given_name
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.actors.words import Words
from dragoman.records import MentionKind, Sector

# Scores by how a person was found; set by hand, not calibrated.
_FULL_NAME = 0.95
_SEVERAL_OF_THE_NAME = 0.8
_NAMED_BEFORE = 0.9
_SEVERAL_NAMED_BEFORE = 0.6
_NAMED_LATER = 0.7
_WITH_TITLE = 0.88
_WITH_FORMER_TITLE = 0.7
_FAMOUS_LEADER = 0.8
_FAMOUS = 0.6
_SHORTEST_FAMOUS = 4  # letters of a former leader's name; "Ba" may be anything
_LONGEST_SYLLABLES = 8  # letters of a Chinese or Korean given name, or a half of one
# Offices whose holders are known to readers by the family name alone.
_LEADERS = frozenset({"head-of-state", "head-of-government", "leader", "monarch"})


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whom the text named, as far as it or the catalogue tells."""

    name: str
    country: str | None
    org: str | None
    sector: Sector
    office: str | None
    person: str
    position: int = -1
    score: float = 0.0
    reason: str = ""

    def tell(self, phrase: Phrase) -> None:
        """Makes ``phrase`` a mention of this person."""
        phrase.kind = MentionKind.PERSON
        phrase.name, phrase.country, phrase.org = self.name, self.country, self.org
        phrase.sector, phrase.office, phrase.person = self.sector, self.office, self.person
        phrase.score, phrase.reason = self.score, self.reason
        phrase.is_open = False


class People:
    """Keeps the people of a text apart."""

    def __init__(self, scene: Scene, offices: Offices) -> None:
        self._scene = scene
        self.offices = offices
        self._known: dict[str, list[Known]] = {}
        # All single words by which a person of the text may be called from now on.
        self.short_names: set[str] = set()

    # -- full names

    def by_full_name(
        self, people: Sequence[Person], place: str | None = None, title: Title | None = None
    ) -> Known:
        """Who a full name means: of several namesakes the one in office, then of the text."""
        person, fitting = people[0], [people[0]]
        if len(people) > 1:
            fitting = [p for p in people if place is not None and self._serves(p, place)]
            pool = fitting or list(people)
            pool = self._scene.active(pool) or pool
            named = [p for p in pool if p.country in self._scene.states_named]
            person = (named or pool)[0]
        known = self._of_catalogue(person, title)
        if len(people) > 1 and len(fitting) != 1:
            return replace(known, score=_SEVERAL_OF_THE_NAME)
        return replace(known, score=_FULL_NAME)

    def _serves(self, person: Person, place: str) -> bool:
        return person.place == place or any(t.office.startswith(f"{place}:") for t in person.terms)

    def _of_catalogue(self, person: Person, title: Title | None = None) -> Known:
        standing = self.offices.standing(person, title)
        return Known(
            name=person.name,
            country=person.country,
            org=standing.org,
            sector=standing.sector,
            office=standing.office,
            person=person.name,
            reason=standing.reason,
        )

    def introduce(self, phrase: Phrase) -> None:
        """Remembers a person named in full, so that a family name can stand for them later."""
        if not phrase.person:
            return
        known = Known(
            phrase.name,
            phrase.country,
            phrase.org,
            phrase.sector,
            phrase.office,
            phrase.person,
            phrase.first,
        )
        for key in self._short_names(phrase):
            self._known.setdefault(key, []).append(known)
            if " " not in key:
                self.short_names.add(key)

    def _short_names(self, phrase: Phrase) -> Iterable[str]:
        lexicon = self._scene.lexicon
        assert phrase.person is not None
        spoken = {phrase.person, *(phrase.spoken_names or ())}
        for name in sorted(spoken):
            for short in family_names(
                name,
                family_name_first=phrase.family_name_first or _looks_east_asian(self._scene, name),
                two_family_names=phrase.country in lexicon.two_family_names,
                particles=lexicon.particles,
            ):
                yield _key(short)
            if phrase.country in lexicon.given_name_countries:
                yield _key(given_name(name))
                yield _key(name.split()[-1])

    # -- family names

    def identify(self, unit: Phrase) -> Known | None:
        """Who a name of the catalogue, full or family name, means where it stands."""
        if unit.role == "p":
            return self.by_full_name(unit.candidates)
        return self.by_family_name(unit, None, None, unit.first) or self.famous(unit)

    def by_family_name(
        self, unit: Phrase, place: str | None, title: Title | None, position: int
    ) -> Known | None:
        """Who a family name means: somebody of the text, or whom ``place`` or ``title`` tells."""
        key = " ".join(self._scene.words.lower[unit.first : unit.last])
        named = self.named_before(key, position, place)
        if named is not None:
            return named
        people = [p for p in unit.candidates if place is None or self._serves(p, place)]
        later = {p.number: p for p in people if str(p.number) in self._scene.people_named}
        if len(later) == 1:
            person = next(iter(later.values()))
            reason = f"family name of {person.name}, named in full in the text"
            return replace(self._of_catalogue(person, title), score=_NAMED_LATER, reason=reason)
        return self._by_office(people, place, title)

    def named_before(self, key: str, position: int, place: str | None = None) -> Known | None:
        """The last person named before ``position`` who is called ``key``."""
        before = [
            k
            for k in self._known.get(key, ())
            if k.position < position and (place is None or k.country in {place, None})
        ]
        if not before:
            return None
        nearest = before[-1]
        several = len({k.person for k in before}) > 1
        start = self._scene.words.starts[before[0].position]
        reason = f"family name of {nearest.person}, named at character {start}"
        if several:
            reason = f"nearest of several of the name: {nearest.person}"
        score = _SEVERAL_NAMED_BEFORE if several else _NAMED_BEFORE
        return replace(nearest, score=score, reason=reason)

    def _by_office(
        self, people: Sequence[Person], place: str | None, title: Title | None
    ) -> Known | None:
        """The one holder of an office on the day whom ``title`` or ``place`` tells apart."""
        known_people = {p.number: p for p in people}
        active = {p.number: p for p in self._scene.active(known_people.values())}
        if title is not None and title.offices:
            active = {n: p for n, p in active.items() if self._holds(p, title, now=True)}
            ever = {n: p for n, p in known_people.items() if self._holds(p, title, now=False)}
            score = _WITH_TITLE if active else _WITH_FORMER_TITLE
            active = active or ever
        elif place is None:
            return None
        else:
            score = _WITH_TITLE
        if len(active) != 1:
            return None
        person = next(iter(active.values()))
        known = self._of_catalogue(person, title)
        return replace(known, score=score, reason=f"{person.name}: {known.reason}")

    def _holds(self, person: Person, title: Title, *, now: bool) -> bool:
        return any(
            t.office.partition(":")[0] in title.offices or self._leads(t.office, title)
            for t in person.terms
            if not now or t.period.covers(self._scene.day)
        )

    @staticmethod
    def _leads(office: str, title: Title) -> bool:
        return "leader" in title.offices and office in _LEADERS

    def famous(self, unit: Phrase) -> Known | None:
        """Who a family name means that comes out of nowhere: a leader whom all know, or nobody."""
        words = self._scene.words
        key = " ".join(words.lower[unit.first : unit.last])
        if key in self._scene.lexicon.common_surnames:
            return None
        people = {p.number: p for p in unit.candidates}
        active = self._scene.active(people.values())
        leaders = [p for p in active if self._leads_now(p)]
        if len(leaders) == 1:
            return self._as_famous(leaders[0], _FAMOUS_LEADER)
        if len(active) == 1:
            return self._as_famous(active[0], _FAMOUS)
        former = [p for p in people.values() if self._has_led(p)]
        if not active and len(people) == 1 and former and len(key) >= _SHORTEST_FAMOUS:
            return self._as_famous(former[0], _FAMOUS)
        return None

    def _has_led(self, person: Person) -> bool:
        day = self._scene.day
        return any(t.office in _LEADERS and t.period.over_by(day) for t in person.terms)

    def _leads_now(self, person: Person) -> bool:
        day = self._scene.day
        return any(t.office in _LEADERS and t.period.covers(day) for t in person.terms)

    def _as_famous(self, person: Person, score: float) -> Known:
        known = self._of_catalogue(person)
        reason = f"family name of {person.name}, alone in the catalogue: {known.reason}"
        return replace(known, score=score, reason=reason)


def _key(name: str) -> str:
    return " ".join(Words(name).lower)


def _looks_east_asian(scene: Scene, name: str) -> bool:
    words = Words(name).lower
    is_family_name = words[0] in scene.lexicon.family_name_first
    return 2 <= len(words) <= 3 and is_family_name and len(words[-1]) <= _LONGEST_SYLLABLES
