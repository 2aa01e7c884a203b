"""What the rules coder answers when asked for relations, factuality and voices."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Document, Span
from tests.events.rules.small import CODER


def document(text):
    return Document(text=text, date=dt.date(2024, 3, 30))


def at(text, words):
    return Span(text.index(words), text.index(words) + len(words)) if words else None


def related(text, source, target):
    found = CODER.relate(document(text), at(text, source), at(text, target))
    return f"{found.best[0]} {found.best[2]}" if found else None


BOTH = "Washington condemned Moscow on Monday, and Tokyo will visit Beijing."


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Washington", "Moscow", "ACCUSE asserted"),
        ("Tokyo", "Beijing", "CONSULT planned"),
        # one side, an open side, and none of them
        ("Tokyo", None, "CONSULT planned"),
        (None, "Beijing", "CONSULT planned"),
        ("Monday", None, "ACCUSE asserted"),
    ],
)
def test_the_event_nearest_to_the_two_sides_is_told(source, target, expected):
    assert related(BOTH, source, target) == expected


def test_the_direction_asked_for_goes_before_the_other():
    text = "Russia attacked Ukraine, and Ukraine condemned Russia."
    assert related(text, "Russia", "Ukraine") == "ASSAULT asserted"
    second = Span(text.rindex("Ukraine"), text.rindex("Ukraine") + 7)
    third = Span(text.rindex("Russia"), text.rindex("Russia") + 6)
    assert CODER.relate(document(text), second, third).best[0] == "ACCUSE"


@pytest.mark.parametrize(
    ("source", "target", "direction"),
    [("Russia", "Ukraine", 1.0), ("Ukraine", "Russia", 0.0), ("on", "Monday", 0.5)],
)
def test_the_direction_is_that_of_the_sides(source, target, direction):
    text = "Russia attacked Ukraine on Monday."
    assert CODER.relate(document(text), at(text, source), at(text, target)).direction == direction


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("Russia attacked Ukraine on Monday.", "Russia", "Ukraine", True),
        ("Russia attacked Ukraine on Monday.", "Ukraine", "Russia", False),
        ("Herders near the well attacked their cousins.", "Herders near the well", "cousins", True),
        ("Russia attacked Ukraine on Monday.", "Russia", "Monday", None),
        ("Russia attacked Ukraine on Monday.", "Russia", None, None),
        ("Attacked by Russia, Ukraine condemned the attack.", "Russia", "Ukraine", None),
        ("Russia lies north of China.", "Russia", "China", None),
    ],
)
def test_a_pattern_tells_which_way_an_act_goes(text, source, target, expected):
    assert CODER.goes(document(text), at(text, source), at(text, target)) is expected


def test_a_name_that_stands_twice_goes_each_way_where_it_stands():
    text = "Russia attacked Ukraine and was condemned by Ukraine."
    first, last = at(text, "Ukraine"), Span(text.rindex("Ukraine"), text.rindex("Ukraine") + 7)
    assert CODER.goes(document(text), at(text, "Russia"), first) is True
    assert CODER.goes(document(text), at(text, "Russia"), last) is False


def test_a_sentence_without_an_event_has_no_relation():
    assert related("Russia lies north of China.", "Russia", "China") is None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # by the status of the event that the word triggers
        ("Putin visited Pyongyang.", "visited", 3.0),
        ("Putin will visit Pyongyang.", "visit", 1.5),
        ("Putin reportedly visited Pyongyang.", "visited", 1.0),
        ("Putin may visit Pyongyang.", "visit", 0.75),
        ("If Putin visits Pyongyang, Seoul will watch.", "visits", 0.0),
        ("Putin did not visit Pyongyang.", "visit", -3.0),
        # by the cues around a word that is no trigger
        ("The bakery opened .", "opened", 3.0),
        ("The bakery did not open .", "open", -3.0),
        ("The bakery might open .", "open", 0.75),
        ("If the bakery opens , we go .", "opens", 0.0),
        ("The bakery reported no sale .", "sale", -3.0),
    ],
)
def test_how_far_a_word_is_taken_for_a_fact(text, word, expected):
    assert CODER.factuality(document(text), [at(text, word)]) == [expected]


def test_each_word_of_a_sentence_has_a_value_of_its_own():
    text = "The bakery opened , but the school did not open ."
    words = [at(text, "opened"), Span(text.index("open ."), text.index("open .") + 4)]
    assert CODER.factuality(document(text), words) == [3.0, -3.0]


def told(text):
    return [
        tuple(" … ".join(s.of(text) for s in part) for part in (v.source, v.cue, v.content))
        for v in CODER.voices(document(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Experts say that bread is dear.",
            [("Experts", "say", "that bread is dear")],
        ),
        ("Bread is dear, Tokyo said.", [("Tokyo", "said", "Bread is dear")]),
        (
            "According to Seoul, bread is dear.",
            [("Seoul", "According to", "bread is dear")],
        ),
        (
            "There was speculation that bread is dear.",
            [("", "speculation", "bread is dear")],
        ),
        ("Bread is dear.", []),
    ],
)
def test_voices_are_told_whether_or_not_there_is_an_event(text, expected):
    assert told(text) == expected


def test_voices_stand_in_the_order_of_the_text():
    text = "Tokyo said that Seoul denied that bread is dear. Experts say that it is."
    assert [v[1] for v in told(text)] == ["said", "denied", "say"]


_WORDS = st.sampled_from(
    "Russia Ukraine , . said that accused of may not if according to hope of “ ” - bread".split()
)


@given(st.lists(_WORDS, min_size=1, max_size=25).map(" ".join), st.data())
def test_any_row_of_words_can_be_asked(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    word = Span(start, data.draw(st.integers(start + 1, len(text))))
    (value,) = CODER.factuality(document(text), [word])
    assert -3 <= value <= 3
    CODER.relate(document(text), word, None)
    for voice in CODER.voices(document(text)):
        for span in (*voice.source, *voice.cue, *voice.content):
            assert span.of(text).strip() == span.of(text) != ""
