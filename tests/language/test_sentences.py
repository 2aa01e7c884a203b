"""Sentences survive abbreviations, quotes and headlines; their spans match the text."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language import split_sentences
from dragoman.records import Document, Span


def sentences_of(text, headline=None):
    document = Document(text=text, date=dt.date(2024, 3, 30), headline=headline)
    return [s.span.of(text) for s in split_sentences(document)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Gen. Li Shangfu met Mr. Shoigu in Moscow.", "They spoke for an hour."],
        ["The U.S. envoy left on Monday.", "Russia's U.N. mission said nothing."],
        ["The talks were held in Washington, D.C. on Jan. 5, 2024.", "No deal was reached."],
        ["He returned to the U.S.", "The visit lasted two days."],
        ["J. B. Pritzker and George W. Bush attended.", "So did others."],
        ["Trade grew by 3.5 percent.", "Exports fell."],
        ['"We will not yield," he said.', '"Never."', "The hall was silent."],
        ["“Did they attack?” asked the envoy.", "Nobody knew."],
        ["The pact ... was signed.", "It lapsed in 2010."],
        ["Who fired first?", "Kyiv blames Moscow!"],
        ["The ship (owned by a firm in Busan.) sank.", "Crew were saved."],
    ],
)
def test_sentence_ends_are_found(sentences):
    assert sentences_of(" ".join(sentences)) == sentences


def test_headings_stand_alone_and_are_marked():
    text = (
        "Putin to visit Pyongyang\n\nThe Kremlin said so on Monday.\n\n"
        "What comes next\nNobody in the capital knows."
    )
    document = Document(text=text, date=dt.date(2024, 6, 1), headline=Span(0, 24))
    found = [(s.span.of(text), s.is_headline) for s in split_sentences(document)]
    assert found == [
        ("Putin to visit Pyongyang", True),
        ("The Kremlin said so on Monday.", False),
        ("What comes next", True),
        ("Nobody in the capital knows.", False),
    ]


def test_wrapped_lines_stay_one_sentence():
    assert sentences_of("The minister said on\nMonday that talks\nwould resume.") == [
        "The minister said on\nMonday that talks\nwould resume."
    ]


@given(st.text(max_size=400))
def test_spans_lie_in_order_and_leave_out_only_blank_space(text):
    spans = [s.span for s in split_sentences(Document(text=text, date=dt.date(2024, 1, 1)))]
    covered = "".join(s.of(text) for s in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
