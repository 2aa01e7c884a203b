"""What sanctions lists say stands in the brief as a question, with its place in the text."""

import datetime as dt
import json

import pytest

from dragoman.actors import default_resolver
from dragoman.briefs import build_brief, render
from dragoman.events.rules import RulesCoder
from dragoman.records import Document
from dragoman.sanctions.match import Matcher
from dragoman.sanctions.screening import screen
from tests.sanctions.held import entry as list_entry
from tests.sanctions.held import held

ARTICLE = Document(
    text=(
        "Russian Foreign Intelligence Service Director Sergei Naryshkin visited North Korea. "
        "Kyiv claims that North Korea supplied missiles to Russia."
    ),
    date=dt.date(2024, 3, 30),
)


@pytest.fixture(scope="module")
def reading():
    return RulesCoder(default_resolver()).code(ARTICLE)


def test_a_brief_without_lists_is_silent_about_them(reading):
    brief = build_brief([reading])
    assert brief.listings is None
    assert "Sanctions lists" not in render(brief, "html")
    assert json.loads(render(brief, "json"))["lists"] is None


@pytest.fixture(scope="module")
def brief(reading):
    entry = list_entry(
        "16691",
        "NARYSHKIN, Sergey",
        links=[("Russia", "nationality")],
        roles=("Chairman of the State Duma",),
    )
    screening = screen(reading, Matcher([held(entry)]))
    return build_brief([reading], screenings=[screening])


def test_a_possible_match_is_cited_where_the_article_names_the_person(brief):
    (line,) = brief.listings.matches
    assert line.asked == "Sergei Naryshkin"
    assert "possible match to Test list 16691" in line.text
    assert "older role" in line.text or "another role" in line.text
    assert [c.words for c in line.citations] == [
        "Russian Foreign Intelligence Service Director Sergei Naryshkin"
    ]


def test_an_act_that_may_touch_a_programme_is_noted_with_its_row(brief):
    aid = next(row for row in brief.rows if row.type == "AID")
    note = brief.listings.notes[0]
    assert note.rows == (aid.number,)
    assert "to check" in note.text
    assert "alleged" in note.text


@pytest.mark.parametrize("format", ["html", "md", "json"])
def test_every_form_shows_match_reasons_and_list_without_a_verdict(brief, format):
    page = render(brief, format)
    assert "16691" in page
    assert "Test list of 2021-07-07" in page
    assert " name: " in page
    for verdict in ("is sanctioned", "is clear", "guilty"):
        assert verdict not in page


def test_names_that_match_nothing_are_said_to_prove_nothing(reading):
    other = list_entry("1", "TRADING HOUSE OF NOWHERE")
    brief = build_brief([reading], screenings=[screen(reading, Matcher([held(other)]))])
    assert brief.listings.matches == ()
    assert "no finding" in render(brief, "md")
