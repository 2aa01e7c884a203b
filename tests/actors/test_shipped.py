"""The catalogue that is installed with Dragoman."""

import datetime as dt

import pytest

from dragoman.actors import load_index
from dragoman.actors.build import is_fresh, load_lexicon
from dragoman.actors.check import FaultKind, check_catalogue
from dragoman.actors.loader import load_catalogue
from dragoman.actors.matcher import Matcher
from dragoman.actors.words import Words


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue()


@pytest.fixture(scope="module")
def faults(catalogue):
    return check_catalogue(catalogue, load_lexicon()["offices"])


def test_the_index_is_fresh():
    assert is_fresh(), "run python -m dragoman.actors.build"


@pytest.mark.parametrize(
    "kind", [FaultKind.OVERLAP, FaultKind.UNKNOWN_ID, FaultKind.UNKNOWN_OFFICE]
)
def test_no_fault_of_the_kind(faults, kind):
    assert [str(f) for f in faults if f.kind is kind] == []


def test_few_names_are_double_without_a_note(faults):
    double = [str(f) for f in faults if f.kind is FaultKind.DOUBLE_NAME]
    assert len(double) <= 11, double


@pytest.mark.parametrize("field", ["demonyms", "capitals"])
def test_every_demonym_and_capital_leads_to_its_state(catalogue, field):
    matcher = Matcher(load_index())
    lost = []
    for state in catalogue.states:
        for name in getattr(state, field):
            words = Words(name)
            refs = [r for f in matcher.find(words, 0, len(words)) for r in f.refs]
            if not any(r[2:] == state.id and r[0] in "ndc" for r in refs):
                lost.append((state.id, name))
    assert lost == []


def test_every_state_that_exists_today_has_a_name_a_demonym_and_a_code(catalogue):
    today = dt.date(2024, 1, 1)
    alive = [s for s in catalogue.states if s.kind == "state" and s.period.covers(today)]
    assert len(alive) > 190
    assert [s.id for s in alive if len(s.id) != 3 or not s.demonyms] == []


def test_every_holder_serves_a_known_country_with_a_known_office(catalogue):
    assert len(catalogue.terms) > 3000
    assert {t.office for t in catalogue.terms if not t.office} == set()
