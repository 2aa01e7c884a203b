"""Offices and bodies without a country: "the ministry", "police", "its forces"."""

from __future__ import annotations

from collections import Counter

from dragoman.actors.memory import Memory
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.records import MentionKind, Sector

# Scores by how the country was found; set by hand, not calibrated.
_SAME_TITLE = 0.7
_COUNTRY_OF_TEXT = 0.5
_NO_COUNTRY = 0.3
# A text is about a state that has this share of its mentions of states. Chosen on the project's
# own corpus, where it added right countries five times as often as wrong ones.
_SUBJECT_OF_TEXT = 0.6
# Bodies of a state that may be one named before ("the Russian service" after the SVR).
_VAGUE_BODIES = frozenset({"service", "agency", "ministry"})
_BACKED = frozenset({"backed", "allied", "aligned", "supported", "sponsored", "armed", "trained"})
# Tags of titles that a kind of agency, or the holder of an office, answers to.
_TAG_OF_KIND = {
    "foreign-ministry": "ministry",
    "defence-ministry": "ministry",
    "interior-ministry": "ministry",
    "finance-ministry": "ministry",
    "other-ministry": "ministry",
    "intelligence": "service",
    "security": "service",
    "armed-forces": "military",
    "military-branch": "military",
    "general-staff": "military",
    "executive-office": "government",
}
_TAG_OF_OFFICE = {
    "head-of-state": "president",
    "head-of-government": "prime-minister",
    "leader": "leader",
    "monarch": "monarch",
    "foreign-minister": "foreign-minister",
    "defence-minister": "defence-minister",
    "intelligence-chief": "intelligence-chief",
    "chief-of-staff": "military-chief",
    "national-security-adviser": "security-adviser",
    "speaker": "speaker",
    "state-security-minister": "state-security-minister",
}
_ANSWERS = {
    "agency": {"service", "news-agency", "space-agency", "nuclear-agency", "organisation"},
    "opposition": {"opposition", "opposition-leader"},
}


class BareTitles:
    """Finds whose an office or body is that the text names without a country."""

    def __init__(self, scene: Scene, memory: Memory) -> None:
        self._scene = scene
        self._memory = memory

    def resolve(self, phrase: Phrase) -> Phrase | None:
        """ "The ministry": the last one named, else that of the country in play.

        ``None`` where the words could mean anybody.
        """
        if phrase.special == "title":
            for named in self._memory.backwards():
                if named.is_known and self._answers(phrase, named):
                    self._memory.point(phrase, [named], _SAME_TITLE)
                    return phrase
        if phrase.sector is Sector.UNK or phrase.title is None:
            return None
        phrase.is_open = False
        phrase.country, phrase.reason = self._country_in_play()
        if self._is_backed(phrase):
            phrase.country, phrase.reason = None, "the state named is only the backer"
        phrase.score = _COUNTRY_OF_TEXT if phrase.country else _NO_COUNTRY
        return phrase

    def unowned(self, phrase: Phrase) -> Phrase | None:
        """ "Its foreign minister" where nobody knows whose; ``None`` for mere people."""
        phrase.is_open = False
        phrase.country = phrase.org = None
        phrase.score = _NO_COUNTRY
        phrase.reason = "whose it is, the text does not tell clearly"
        is_crowd = phrase.title is not None and phrase.title.kind == "people"
        return None if is_crowd or phrase.sector is Sector.UNK else phrase

    def refine(self, phrase: Phrase) -> None:
        """Of "the Russian service" after the SVR was named: makes it the SVR."""
        title = phrase.title
        if title is None or phrase.country is None or phrase.is_open or phrase.person:
            return
        is_vague = title.tag in _VAGUE_BODIES and phrase.org is None
        if not is_vague and not (title.kind == "office" and phrase.kind is MentionKind.OFFICE):
            return
        for named in self._memory.backwards():
            if named.country == phrase.country and self._answers(phrase, named):
                phrase.copy_actor(named)
                start = self._scene.words.starts[named.first]
                phrase.reason += f"; {named.name}, named at character {start}"
                return
        if phrase.sector is Sector.UNK:
            phrase.sector = Sector.GOV

    def _is_backed(self, phrase: Phrase) -> bool:
        """Of "Turkish-backed fighters": whether the state beside it is not theirs."""
        words, before = self._scene.words, phrase.first - 1
        return before > 0 and words.gaps[before] == "-" and words.lower[before] in _BACKED

    def _country_in_play(self) -> tuple[str | None, str]:
        """Whose "the army" is: the only state of the sentence, else the main one so far."""
        around = self._memory.around
        if len(around) == 1:
            return next(iter(around)), "of the only state that the sentence names"
        counts = Counter(self._memory.states(with_places=True))
        if counts:
            country, times = counts.most_common(1)[0]
            if times >= _SUBJECT_OF_TEXT * counts.total():
                only = "only state that the text names" if len(counts) == 1 else "main state"
                return country, f"of the {only} so far"
        return None, "no country is told"

    def _answers(self, phrase: Phrase, named: Phrase) -> bool:
        """Whether ``named`` is what "the ministry", "the spy chief" and so on say."""
        assert phrase.title is not None
        is_one_person = phrase.title.kind in {"office", "person"}
        if is_one_person != bool(named.person or named.office):
            return False
        tag = phrase.title.tag
        return not self._tags(named).isdisjoint(_ANSWERS.get(tag, {tag}))

    def _tags(self, named: Phrase) -> set[str]:
        tags = {named.title.tag} if named.title is not None else set()
        if named.role == "o":
            tags.add("organisation")
        if named.role == "r":
            tags.add("group")
        if named.org is not None and named.role in "ga":
            kind = self._scene.index.agency(named.org).kind
            tags.add(_TAG_OF_KIND.get(kind, kind))
        if named.office is not None:
            tags.add(_TAG_OF_OFFICE.get(named.office.partition(":")[0], ""))
        return tags - {""}
