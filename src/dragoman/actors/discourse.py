"""What words mean by what came before them: family names, "the ministry", "its forces"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors import apposition, pronouns
from dragoman.actors.bare_titles import BareTitles
from dragoman.actors.descriptions import Descriptions
from dragoman.actors.memory import Memory
from dragoman.actors.names import is_name_word, name_before, name_run
from dragoman.actors.people import People
from dragoman.actors.phrases import Phrase
from dragoman.actors.scene import Scene
from dragoman.actors.settle import PRIVATE
from dragoman.records import MentionKind

_STRANGER = 0.4
_BARE = frozenset({"title", "alone"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})


class Discourse:
    """Reads the sentences of one document in order and remembers who was named."""

    def __init__(self, scene: Scene, people: People) -> None:
        self._scene = scene
        self._words = scene.words
        self._people = people
        self._memory = Memory(scene)
        self._descriptions = Descriptions(scene, self._memory)
        self._titles = BareTitles(scene, self._memory)
        self._before: list[Phrase] = []

    def read(self, phrases: Sequence[Phrase], sentence: tuple[int, int]) -> list[Phrase]:
        """The mentions of one sentence with everything open resolved, or left out."""
        here: list[Phrase] = []
        self._memory.around = frozenset(
            p.country
            for p in phrases
            if p.country is not None and not p.is_plain_place and p.sector not in PRIVATE
        )
        phrases = self._with_short_names(phrases, sentence)
        for phrase, following in zip(phrases, (*phrases[1:], None), strict=False):
            resolved = self._resolve(phrase, following, sentence, here)
            if resolved is None or (here and here[-1].last > resolved.first):
                continue
            named: list[Phrase] = []
            if resolved.title is not None or resolved.kind is MentionKind.PERSON:
                self._titles.refine(resolved)
                previous = here[-1] if here else None
                named = apposition.link(self._scene, previous, resolved, following, sentence)
            for mention in sorted([resolved, *named], key=_position) if named else (resolved,):
                here.append(mention)
                self._remember(mention)
        self._before = here
        return here

    def _remember(self, phrase: Phrase) -> None:
        if phrase.person and phrase.kind is MentionKind.PERSON and phrase.role != "f":
            self._people.introduce(phrase)
        if not phrase.is_plain_place and phrase.kind is not MentionKind.PRONOUN:
            self._memory.add(phrase)

    def _with_short_names(
        self, phrases: Sequence[Phrase], sentence: tuple[int, int]
    ) -> Sequence[Phrase]:
        """``phrases``, and the family names of people whom only this text knows."""
        short = self._people.short_names
        first, last = sentence
        if not short or short.isdisjoint(self._words.lower[first:last]):
            return phrases
        taken = {i for p in phrases for i in range(p.first, p.last)}
        found = [
            Phrase(i, i + 1, "f", MentionKind.PERSON)
            for i in range(first, last)
            if self._words.lower[i] in short
            and i not in taken
            and self._words.cased[i][0].isupper()
        ]
        return sorted([*phrases, *found], key=lambda p: p.first) if found else phrases

    def _resolve(
        self,
        phrase: Phrase,
        following: Phrase | None,
        sentence: tuple[int, int],
        here: list[Phrase],
    ) -> Phrase | None:
        if phrase.role == "p" and phrase.person is None:
            known = self._people.by_full_name(phrase.candidates)
            phrase.spoken_names = (self._words.slice(phrase.first, phrase.last),)
            phrase.family_name_first = phrase.candidates[0].family_name_first
            known.tell(phrase)
            return phrase
        if phrase.role == "f" and phrase.person is None:
            floor = here[-1].last if here else sentence[0]
            stop = following.first if following and following.role != "f" else sentence[1]
            return self._family_name(phrase, sentence, (floor, stop))
        if not phrase.is_open:
            return phrase
        if phrase.owner is not None:
            return self._owned(phrase, phrase.owner, sentence, here)
        if phrase.special in _PRONOUNS:
            return self._pronoun(phrase, sentence, here)
        if phrase.special in _BARE:
            return self._titles.resolve(phrase)
        return self._descriptions.resolve(phrase, sentence, here)

    def _stranger(self, phrase: Phrase, room: tuple[int, int]) -> Phrase | None:
        """Somebody who shares a known family name: a person, and no more is known."""
        first = name_before(self._scene, phrase.last, room, room[0])
        last = name_run(self._scene, phrase.first, room, (), 0)
        is_asian = self._words.lower[phrase.first] in self._scene.lexicon.family_name_first
        fits = first == phrase.first if is_asian else last == phrase.last
        if last - first < 2 or not fits:
            return None
        name = self._words.slice(first, last)
        stranger = Phrase(first, last, "p", MentionKind.PERSON, name=name, person=name)
        stranger.score, stranger.reason = _STRANGER, "a name that the catalogue lacks"
        return stranger

    def _family_name(
        self, phrase: Phrase, sentence: tuple[int, int], room: tuple[int, int]
    ) -> Phrase | None:
        if not self._scene.is_title_case(*sentence) and self._is_part_of_a_name(phrase, room):
            return self._stranger(phrase, room)
        known = self._people.by_family_name(phrase, None, None, phrase.first)
        if known is None and phrase.candidates:
            known = self._people.famous(phrase)
        if known is None:
            return None
        known.tell(phrase)
        return phrase

    def _is_part_of_a_name(self, phrase: Phrase, room: tuple[int, int]) -> bool:
        """Whether a capitalised neighbour makes it somebody else's name ("Jill Biden").

        ``room`` are the words that belong to no other mention.
        """
        words, (first, last) = self._words, room
        before, after = phrase.first - 1, phrase.last
        if after < last and words.gaps[after] in {" ", "-"} and is_name_word(self._scene, after):
            return True
        if before < first or words.gaps[phrase.first] not in {" ", "-", ". "}:
            return False
        if not is_name_word(self._scene, before):
            return False
        # Capitals open a sentence ("Yesterday Putin"), but most first words are in no name.
        opens = before == 0 or words.gaps[before].strip(" \n\"“'‘(") in {".", "!", "?", ""}
        is_word = words.lower[before] in self._scene.lexicon.openers
        return not (opens and is_word)

    def _owned(
        self, phrase: Phrase, owner: Phrase, sentence: tuple[int, int], here: list[Phrase]
    ) -> Phrase | None:
        """ "Its forces", "the country's president": who the owner is decides."""
        if owner.special in _PRONOUNS:
            found, score = pronouns.owner(self._scene, owner, sentence, here, self._before)
        else:
            resolved = self._descriptions.resolve(owner, sentence, here)
            found, score = ([resolved], resolved.score) if resolved is not None else ([], 0.0)
        if len(found) != 1 or not found[0].is_known:
            return self._titles.unowned(phrase)
        phrase.country = found[0].country
        if found[0].country is None:
            phrase.org = found[0].org
        phrase.is_open = False
        phrase.score = min(phrase.score, score) or score
        phrase.reason = f"{phrase.reason or 'owner'}; owner: {found[0].name}"
        return phrase

    def _pronoun(
        self, phrase: Phrase, sentence: tuple[int, int], here: list[Phrase]
    ) -> Phrase | None:
        found, score = pronouns.antecedents(self._scene, phrase, sentence, here, self._before)
        if not found:
            return None
        self._memory.point(phrase, found, score)
        phrase.kind = MentionKind.PRONOUN
        return phrase


def _position(phrase: Phrase) -> int:
    return phrase.first
