import re

import pytest

from dragoman.briefs import phrases, statuses, wording
from dragoman.briefs.phrases import Phrase, phrase
from dragoman.events.ontology import ontology
from dragoman.records import Context, EventType, Mode

# What a brief never says of anybody in its own words.
GRAVE = re.compile(r"\b(sanctioned|guilty|convicted|criminal|terrorist|illegal)\b", re.IGNORECASE)


ENTRIES = [(type_, mode) for type_, spec in ontology().items() for mode in (None, *spec.modes)]


@pytest.mark.parametrize(("type_", "mode"), ENTRIES)
def test_every_type_and_mode_has_words_of_its_own(type_, mode):
    found = phrase(type_, mode)
    assert all((found.to, found.alone, found.undergone))
    assert mode is None or found != phrase(type_)
    for form in (found.to, found.alone, found.undergone):
        assert not GRAVE.search(form)
        assert "/" in form.split()[0], "the verb comes first, of one and of several"


def test_table_holds_nothing_that_the_ontology_does_not_allow():
    for type_, mode, context in phrases._table():
        assert mode is None or mode in ontology()[type_].modes
        assert mode is None or context is None


def test_a_mode_goes_before_a_context_and_a_context_before_the_type():
    military = phrase(EventType.AID, None, [Context.DIPLOMATIC, Context.MILITARY])
    assert military.to == "gives/give military help to"
    visit = phrase(EventType.CONSULT, Mode.VISIT, [Context.MILITARY])
    assert visit == phrase(EventType.CONSULT, Mode.VISIT)
    assert phrase(EventType.AID, None, [Context.DIPLOMATIC]) == phrase(EventType.AID)


def test_our_own_words_hold_no_grave_ones():
    own = [*wording.HOW_TO_READ, *wording.MARKS.values(), wording.NOTICE]
    own += [words.label + words.meaning for words in statuses.STATUSES.values()]
    assert not GRAVE.search(" ".join(own))


def test_statement_joins_acts_of_the_same_sides():
    acts = [Phrase("visits/visit", "", ""), Phrase("meets/meet with", "", "")]
    said = phrases.statement(acts, sources=["A", "B"], targets=["C"])
    assert said == "A and B visit and meet with C"
