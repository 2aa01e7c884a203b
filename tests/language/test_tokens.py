"""Tokens cover every sign that is not blank, in order, with true offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language import tokenize
from dragoman.records import Span


@given(st.text(max_size=300))
def test_offsets_match_the_text_and_nothing_is_lost(text):
    tokens = tokenize(text)
    assert all(t.span.of(text) == t.text for t in tokens)
    assert "".join(t.text for t in tokens) == "".join(text.split())


@given(st.text(max_size=100), st.integers(0, 50), st.integers(0, 50))
def test_tokens_of_a_part_lie_inside_it(text, a, b):
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    part = Span(start, end)
    assert all(part.contains(t.span) for t in tokenize(text, part))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russia-North Korea ties", ["Russia", "-", "North", "Korea", "ties"]),
        ("the ministers’ talks", ["the", "ministers", "’", "talks"]),
        ("won't, can’t", ["wo", "n't", ",", "ca", "n’t"]),
        ("1,200 troops on 3rd May", ["1,200", "troops", "on", "3rd", "May"]),
        ("O'Brien's", ["O'Brien", "'s"]),
    ],
)
def test_words_are_cut_where_a_reader_would(text, words):
    assert [t.text for t in tokenize(text)] == words
