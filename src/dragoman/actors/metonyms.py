"""Whether a capital speaks for its government or is only a place.

"Moscow said", "talks between Moscow and Pyongyang" and "Seoul's response" are acts of
governments; "in Moscow", "Moscow weather" and "flew to Moscow" are places. Rules over the
words around, as no open corpus labels metonyms.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.records import MentionKind, Sector

# Scores by how telling the words around are; set by hand, not calibrated.
_SURE = 0.9
_LIKELY = 0.75
_DEFAULT = 0.6
_REACH = 6  # words before a preposition in which its verb or noun is sought
_NEAR = 3  # the same for prepositions that belong to the noun before them
_AFTER_AUXILIARY = 3


class Placer:
    """Decides place or actor for the capitals and states of one sentence."""

    def __init__(self, scene: Scene, sentence: tuple[int, int]) -> None:
        self._scene = scene
        self._words = scene.words
        self._lexicon = scene.lexicon
        self._first, self._last = sentence

    def place(self, phrases: Sequence[Phrase]) -> None:
        """Sets kind, score and reason of every capital and every state's name."""
        before: Phrase | None = None
        for index, phrase in enumerate(phrases):
            if phrase.kind is MentionKind.METONYM and phrase.role == "c":
                self._capital(phrase, before, phrases[index + 1 :])
            elif phrase.kind is MentionKind.NAME and phrase.role == "n":
                self._state(phrase, before)
            before = phrase

    # -- states

    def _state(self, phrase: Phrase, before: Phrase | None) -> None:
        preposition = self._preposition(phrase.first)
        listed = self._lists_on(before, phrase)
        if listed and before is not None and before.kind is MentionKind.PLACE:
            self._to_place(phrase, before.reason)
        elif preposition in self._lexicon.state_places and not self._is_mind(phrase):
            self._to_place(phrase, f"place: after '{preposition}'")

    # -- capitals

    def _capital(self, phrase: Phrase, before: Phrase | None, after: Sequence[Phrase]) -> None:
        if self._lists_on(before, phrase) and before is not None and before.role == "c":
            if before.kind is MentionKind.PLACE:
                return self._to_place(phrase, before.reason)
            return self._to_actor(phrase, before.score, before.reason)
        reason = self._place_by_neighbours(phrase, after)
        if reason:
            return self._to_place(phrase, f"place: {reason}")
        preposition = self._preposition(phrase.first)
        if preposition:
            self._after_preposition(phrase, preposition)
        else:
            self._subject_or_object(phrase, after)
        return None

    def _place_by_neighbours(self, phrase: Phrase, after: Sequence[Phrase]) -> str:
        """What beside the capital makes it a place: "Moscow weather", "Seoul-based"."""
        words, end = self._words, phrase.last
        if end < self._last and words.gaps[end] == "-":
            if words.lower[end] in self._lexicon.hyphen_place:
                return f"'-{words.lower[end]}'"
            return ""
        if end < self._last and words.gaps[end] == ", " and self._is_own_state(phrase, after):
            return "a town and its country"
        noun = end + 1 if phrase.is_possessive else end
        if noun < self._last and words.spaced(noun):
            word = words.lower[noun]
            if word in self._lexicon.place_nouns and (phrase.is_possessive or not self._acts(noun)):
                return f"'{word}'"
        return ""

    @staticmethod
    def _is_own_state(town: Phrase, after: Sequence[Phrase]) -> bool:
        """Of "Kyiv, Ukraine": whether the town's state comes next."""
        state = after[0] if after else None
        return (
            state is not None
            and state.first == town.last
            and state.role == "n"
            and state.country == town.country
        )

    def _acts(self, index: int) -> bool:
        """Whether a word that may be a noun or a verb is a verb: a plain object follows."""
        following = self._words.lower[index + 1 : index + 2]
        return bool(following) and following[0] in {"the", "a", "an", "its", "that", "to"}

    def _after_preposition(self, phrase: Phrase, preposition: str) -> None:
        lexicon = self._lexicon
        if self._is_mind(phrase) and preposition in lexicon.always_places:
            return self._to_actor(phrase, _LIKELY, f"metonym: possessor, after '{preposition}'")
        if preposition in lexicon.always_places:
            return self._to_place(phrase, f"place: after '{preposition}'")
        governing = self._governing(phrase.first)
        of_place = {
            "to": lexicon.travel,
            "for": lexicon.travel,
            "on": lexicon.on_place,
            "of": lexicon.of_place,
            "toward": lexicon.toward_place,
            "towards": lexicon.toward_place,
        }.get(preposition, frozenset())
        reach = _REACH if preposition in {"to", "for"} else _NEAR
        hit = next((w for w in governing[:reach] if w in of_place), "")
        if hit and not (preposition == "for" and hit not in self._lexicon.departing):
            return self._to_place(phrase, f"place: '{hit}' with '{preposition}'")
        if preposition == "from" and not any(w in lexicon.gifts for w in governing[:3]):
            return self._to_place(phrase, "place: after 'from'")
        if preposition == "between" and any(w in self._lexicon.routes for w in governing):
            return self._to_place(phrase, "place: a way between two towns")
        score = _SURE if preposition in self._lexicon.talking else _LIKELY
        return self._to_actor(phrase, score, f"metonym: after '{preposition}'")

    def _subject_or_object(self, phrase: Phrase, after: Sequence[Phrase]) -> None:
        lexicon, words = self._lexicon, self._words
        if phrase.is_possessive:
            return self._to_actor(phrase, _LIKELY, "metonym: possessor")
        index = self._past_list(phrase, after)
        verb = words.lower[index] if index < self._last else ""
        before = ""
        if phrase.first > self._first and words.spaced(phrase.first):
            before = words.lower[phrase.first - 1]
        if verb in self._lexicon.auxiliaries:
            later = words.lower[index + 1 : index + 1 + _AFTER_AUXILIARY]
            hit = next((w for w in later if w in lexicon.passive_place), "")
            if hit:
                return self._to_place(phrase, f"place: subject of '{verb} {hit}'")
        if verb in lexicon.speech_verbs:
            return self._to_actor(phrase, _SURE, f"metonym: subject of '{verb}'")
        if before == "capital":
            return self._to_place(phrase, "place: 'capital'")
        if before in lexicon.object_place:
            return self._to_place(phrase, f"place: object of '{before}'")
        if before in lexicon.speech_verbs and before not in lexicon.clause_verbs:
            return self._to_actor(phrase, _LIKELY, f"metonym: object of '{before}'")
        if verb in lexicon.passive_place:
            return self._to_place(phrase, f"place: subject of '{verb}'")
        return self._to_actor(phrase, _DEFAULT, "metonym: no sign of a place")

    def _past_list(self, phrase: Phrase, after: Sequence[Phrase]) -> int:
        """The word after the list of names that ``phrase`` begins ("Tokyo and Seoul said")."""
        end = phrase.last
        for other in after:
            if not self._lists_on_from(end, other.first):
                break
            end = other.last
        while end < self._last and self._words.lower[end] in self._lexicon.before_verb:
            end += 1
        if end < self._last and not self._words.spaced(end):
            return self._last
        return end

    # -- words around

    def _preposition(self, first: int) -> str:
        """The preposition that governs the name at word ``first``."""
        words, index = self._words, first - 1
        while index >= self._first and words.spaced(index + 1):
            word = words.lower[index]
            if word in self._lexicon.prepositions:
                return word
            if word not in self._lexicon.parts:
                return ""
            index -= 1
        return ""

    def _governing(self, first: int) -> list[str]:
        """The words before the preposition of the name at ``first``, nearest first."""
        lower, index = self._words.lower, first - 1
        while index >= self._first and lower[index] not in self._lexicon.prepositions:
            index -= 1
        start = index
        while start > self._first and index - start < _REACH:
            if self._words.gaps[start][:1] in {";", ":", "("}:
                break
            start -= 1
        return lower[start:index][::-1]

    def _is_mind(self, phrase: Phrase) -> bool:
        """Whether what is possessed shows an actor: "in Moscow's view"."""
        words, noun = self._words, phrase.last + 1
        if not phrase.is_possessive:
            return False
        nearby = words.lower[noun : noun + 3]
        return any(w in self._lexicon.minds for w in nearby)

    def _lists_on(self, before: Phrase | None, phrase: Phrase) -> bool:
        return before is not None and self._lists_on_from(before.last, phrase.first)

    def _lists_on_from(self, end: int, first: int) -> bool:
        """Whether nothing but a comma or "and" stands between two names."""
        words = self._words
        between = words.lower[end:first]
        if between in (["and"], ["or"]):
            return words.gaps[end].strip() in {"", ","} and words.spaced(first)
        return not between and first < self._last and words.gaps[first] in {", ", ",\n"}

    # -- outcome

    def _to_place(self, phrase: Phrase, reason: str) -> None:
        phrase.kind = MentionKind.PLACE
        phrase.score = min(phrase.score, _SURE)
        phrase.reason = reason
        state = self._scene.index.state(phrase.country) if phrase.country else None
        if phrase.role == "c" and state is not None and not state.iso2:
            # Whose town it is, is what the parties disagree about.
            phrase.name, phrase.country, phrase.sector = "", None, Sector.UNK

    def _to_actor(self, phrase: Phrase, score: float, reason: str) -> None:
        phrase.score = min(phrase.score, score)
        phrase.reason = reason
        word = self._words.lower[phrase.first]
        organisation = self._lexicon.organisation_seats.get(word)
        if organisation is not None and phrase.country not in self._scene.states_named:
            entry = self._scene.index.organisation(organisation)
            phrase.name, phrase.country, phrase.org = entry.name, None, entry.id
            phrase.sector = entry.sector
            phrase.reason += f"; the town stands for {entry.name}"
