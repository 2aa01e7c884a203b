"""From the actors of a text to possible matches and notes on programmes."""

import datetime as dt
import re

import pytest

from dragoman.actors import load_index
from dragoman.records import (
    Actor,
    Context,
    Document,
    Event,
    EventType,
    Mention,
    MentionKind,
    Sector,
    Span,
    Status,
    When,
)
from dragoman.records.codes import Precision
from dragoman.sanctions.check import check_actors
from dragoman.sanctions.entry import EntryKind
from dragoman.sanctions.evidence import Query
from dragoman.sanctions.incumbents import queries_of, query_of
from dragoman.sanctions.match import Matcher
from dragoman.sanctions.programmes import load_programmes, notes_for
from dragoman.sanctions.wording import describe, note_row
from tests.sanctions.held import entry, held

ON = dt.date(2024, 3, 30)
NARYSHKIN = Actor(
    "Sergei Naryshkin",
    country="RUS",
    sector=Sector.SPY,
    person="Sergei Naryshkin",
    office="intelligence-chief:SVR",
)
# the office that the person is known to have held, on a list of our own making
LIST = held(
    entry("7", "NARYSHKIN, Sergey", roles=("Chairman of the State Duma",),
          links=[("Russia", "place of birth")]),
    entry("8", "TEST MUNITIONS BUREAU", kind=EntryKind.ENTITY, programmes=("DPRK",)),
)  # fmt: skip


def mention(text, words, actor, kind=MentionKind.PERSON):
    start = text.index(words)
    return Mention(Span(start, start + len(words)), kind, actor, 0.9, "test")


def test_a_person_is_asked_for_with_the_role_of_the_day_and_those_before():
    query = query_of(NARYSHKIN, on=ON, catalogue=load_index())
    assert (query.countries, query.kind) == (("RUS",), EntryKind.PERSON)
    assert "Foreign Intelligence" in query.role
    assert query.role_from == "office"
    assert any("Duma" in past.title for past in query.past_roles)
    assert all(past.end <= ON for past in query.past_roles)


def test_on_a_day_before_the_older_role_is_the_role_of_the_day():
    query = query_of(
        Actor("Sergei Naryshkin", "RUS", person="Sergei Naryshkin", office="speaker"),
        on=dt.date(2015, 1, 1),
        catalogue=load_index(),
    )
    assert "Duma" in query.role
    assert query.past_roles == ()


def test_the_older_role_on_the_list_is_recognised():
    (match,) = check_actors([NARYSHKIN], [LIST], ON, catalogue=load_index())
    assert "under an older role: 'Chairman of the State Duma', held until 2016-10-05" in describe(
        match
    )


def test_states_and_unnamed_actors_are_passed_over():
    actors = [Actor("Russia", country="RUS"), Actor("officials", country="RUS"), ""]
    assert check_actors(actors, [LIST], ON) == []
    assert [query_of(actor) for actor in actors] == [None, None, None]


def test_names_actors_and_queries_are_taken_and_nobody_is_asked_for_twice():
    matches = check_actors(
        ["Sergey Naryshkin", "Sergey Naryshkin", Query("Test Munitions Bureau"),
         Actor("Test Munitions Bureau", "PRK", org="PRK-TMB")],
        Matcher([LIST]),
        ON,
    )  # fmt: skip
    assert [match.entry.id for match in matches] == ["7", "8", "8"]
    assert matches[2].score > matches[1].score


def test_a_role_is_taken_from_the_words_of_the_text():
    text = "Moscow. Spy chief Sergei Naryshkin came. Naryshkin left."
    document = Document(text, ON)
    mentions = [
        mention(text, "Spy chief Sergei Naryshkin", NARYSHKIN),
        mention(text, "Naryshkin left"[:9], NARYSHKIN),
        mention(text, "Moscow", Actor("Russia", "RUS"), MentionKind.METONYM),
    ]
    (query,) = queries_of(document, mentions, on=ON, catalogue=load_index())
    assert (query.role, query.role_from) == ("Spy chief", "text")


# Programmes

TEXT = "North Korea shipped missiles to Russia."
KOREA, RUSSIA = Actor("North Korea", "PRK"), Actor("Russia", "RUS")


def event(text=TEXT, type=EventType.AID, sources=(KOREA,), targets=(RUSSIA,), **fields):
    kind = MentionKind.NAME
    return Event(
        document_id="doc-1",
        sentence=0,
        sentence_span=Span(0, len(text)),
        type=type,
        trigger=Span(0, 1),
        status=fields.pop("status", Status.ALLEGED),
        sources=tuple(Mention(Span(0, 1), kind, a, 1.0, "") for a in sources),
        targets=tuple(Mention(Span(0, 1), kind, a, 1.0, "") for a in targets),
        **fields,
    )


def regimes(*arguments, day=ON, **known):
    return {note.programme.regime for note in notes_for(*arguments, day=day, **known)}


def test_military_aid_with_a_listed_state_gives_a_note_to_check():
    notes = notes_for(event(contexts=(Context.MILITARY,)), day=ON)
    first = notes[0]
    assert first.programme.regime == "UN 1718"
    assert "UN regime 1718 may be touched" in first.text
    assert "to check: the text reports it as alleged; source North Korea" in first.text
    assert "resolution" in note_row(first)["source"]


def test_words_of_the_sentence_stand_in_for_a_context():
    assert "UN 1718" in regimes(event(), text=TEXT)
    assert regimes(event()) == set()
    assert regimes(event(), text="North Korea shipped flowers to Russia...") == set()


def test_talks_give_no_note():
    assert regimes(event(type=EventType.CONSULT, contexts=(Context.MILITARY,))) == set()


def test_what_happens_within_one_state_gives_no_note():
    within = event(sources=(KOREA,), targets=(KOREA,), contexts=(Context.MILITARY,))
    assert regimes(within) == set()
    half_open = event(sources=(KOREA,), targets=(), contexts=(Context.MILITARY,))
    assert "UN 1718" in regimes(half_open)


def test_states_that_no_programme_is_about_give_no_note():
    other = event(sources=(Actor("Norway", "NOR"),), targets=(Actor("Sweden", "SWE"),),
                  contexts=(Context.MILITARY,))  # fmt: skip
    assert regimes(other) == set()


def test_a_programme_counts_only_while_it_was_in_force():
    iran = event(sources=(Actor("Iran", "IRN"),), contexts=(Context.MILITARY,))
    assert "UN 2231" in regimes(iran, day=dt.date(2019, 1, 1))
    assert "UN 2231" not in regimes(iran, day=dt.date(2024, 1, 1))
    assert "UN 1718" not in regimes(event(contexts=(Context.MILITARY,)), day=dt.date(2000, 1, 1))


def test_the_day_of_the_event_stands_above_that_of_the_report():
    old = When(dt.date(2000, 1, 1), dt.date(2000, 1, 1), Precision.DAY, Span(0, 1))
    assert regimes(event(contexts=(Context.MILITARY,), when=old)) == set()


def test_a_party_that_may_be_listed_under_the_programme_gives_a_note_too():
    bureau = Actor("Test Munitions Bureau", org="TMB")
    act = event(sources=(bureau,), targets=(Actor("Norway", "NOR"),), contexts=(Context.MILITARY,))
    assert regimes(act) == set()
    matches = check_actors([bureau], [LIST], ON)
    note = notes_for(act, day=ON, matches=matches)[0]
    assert note.programme.regime == "UN 1718"
    assert "possible match to Test list 8, programme DPRK" in note.because[0]


@pytest.mark.parametrize("programme", load_programmes(), ids=lambda p: p.id)
def test_every_rule_says_what_where_from_and_since_when(programme):
    assert re.fullmatch(r"[A-Z]{3}", programme.state)
    assert "may be touched" in programme.note
    assert programme.source
    assert programme.types
    assert programme.contexts or programme.modes or programme.words
    assert programme.end is None or programme.start < programme.end
    assert not re.search(r"\b(?:sanctioned|clear)\b", programme.note)


def test_the_rules_have_ids_of_their_own():
    ids = [programme.id for programme in load_programmes()]
    assert len(ids) == len(set(ids)) > 20
