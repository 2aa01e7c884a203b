"""The word lists of ``lexicon.toml`` as sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Lexicon:
    """Each list by its name; which words it holds and why is told in ``lexicon.toml``."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        titles, names, ambiguous = data["titles"], data["names"], data["ambiguous"]
        words, discourse = data["places"]["words"], data["discourse"]
        self.offices: dict[str, list[Any]] = data["offices"]
        self.modifiers = frozenset(titles["modifiers"])
        self.participles = frozenset(titles["participles"])
        self.verb_like = frozenset(titles["verb_like"])
        self.quantities = frozenset(titles["quantities"])
        self.leading = frozenset(titles["leading"])
        self.not_holding = frozenset(titles["not_holding"])
        self.things = frozenset(titles["things"])
        self.adjectival = frozenset(titles["adjectival"])
        self.local_tags = frozenset(titles["local_tags"])
        self.led_by_head_of_state = frozenset(titles["state_led_by_head_of_state"])
        self.particles = frozenset(names["particles"])
        self.common_surnames = frozenset(names["common_surnames"])
        self.given_name_countries = frozenset(names["given_name_countries"])
        self.family_name_first = frozenset(names["family_name_first"])
        self.two_family_names = frozenset(names["two_family_names"])
        self.not_names = frozenset(names["not_names"])
        self.openers = frozenset(names["openers"])
        self.women = frozenset(names["women"])
        self.named_after = frozenset(names["named_after"])
        self.words_in_capitals = frozenset(names["words_in_capitals"])
        self.given = frozenset(ambiguous["given"])
        self.family = frozenset(ambiguous["family"])
        self.needs_state = frozenset(ambiguous["needs_state"])
        self.contexts: dict[str, tuple[frozenset[str], frozenset[str]]] = {
            name: (frozenset(pro), frozenset(con))
            for name, (pro, con) in ambiguous["context"].items()
        }
        self.unsure = (
            self.given
            | self.family
            | self.contexts.keys()
            | frozenset(ambiguous["things"])
            | {name.split()[0] for name in self.needs_state}
        )
        self.prefer: dict[str, str] = ambiguous["prefer"]
        self.things_named: dict[str, frozenset[str]] = {
            name: frozenset(nouns) for name, nouns in ambiguous["things"].items()
        }
        self.organisation_seats: dict[str, str] = {
            name.lower(): org for name, org in data["places"]["organisation_seats"].items()
        }
        self.prepositions = frozenset(words["prepositions"])
        self.departing = frozenset(words["departing"])
        self.routes = frozenset(words["routes"])
        self.before_verb = frozenset(words["before_verb"])
        self.auxiliaries = frozenset(words["auxiliaries"])
        self.talking = frozenset(words["talking"])
        self.always_places = frozenset(words["always"])
        self.state_places = frozenset(words["for_states"])
        self.minds = frozenset(words["minds"])
        self.parts = frozenset(words["parts"])
        self.travel = frozenset(words["travel"])
        self.gifts = frozenset(words["gifts"])
        self.on_place = frozenset(words["on_place"])
        self.of_place = frozenset(words["of_place"])
        self.toward_place = frozenset(words["toward_place"])
        self.place_nouns = frozenset(words["place_nouns"])
        self.clause_verbs = frozenset(words["clause_verbs"])
        self.hyphen_place = frozenset(words["hyphen_place"])
        self.object_place = frozenset(words["object_place"])
        self.passive_place = frozenset(words["passive_place"])
        self.speech_verbs = frozenset(words["speech_verbs"])
        self.subject_openers = frozenset(discourse["subject_openers"])
        self.expletive = frozenset(discourse["expletive"])
        self.be = frozenset(discourse["be"])
