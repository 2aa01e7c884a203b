"""What one given actor does to another, asked of the network."""

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.events.model.relate import relate
from dragoman.events.ontology import valid_mode
from dragoman.records import EventType, Span, Status
from tests.events.model.stub import COLUMNS, StubNetwork, act, at, blank, cut, seen

WARNED = seen(
    "Ghana thanked Togo after Benin warned Niger.",
    act("thanked", "SUPPORT", source="Ghana", target="Togo"),
    act("warned", "THREATEN", mode="violence", status="alleged", source="Benin", target="Niger"),
)
TEXT = WARNED.text
SIDES = ("Ghana", "Togo", "Benin", "Niger", "after")


def related(source, target, told=WARNED):
    spans = [at(told.text, side) if side else None for side in (source, target)]
    return relate(StubNetwork(told), told.text, *spans)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Ghana", "Togo", ("SUPPORT", None, "asserted")),
        ("Benin", "Niger", ("THREATEN", "violence", "alleged")),
        # one side, the other open
        ("Ghana", None, ("SUPPORT", None, "asserted")),
        (None, "Niger", ("THREATEN", "violence", "alleged")),
    ],
)
def test_the_trigger_whose_roles_the_two_fill_is_told(source, target, expected):
    found = related(source, target)
    assert found.best == expected
    assert found.direction > 0.9


def test_the_other_way_round_the_same_act_is_found_and_the_direction_is_against_it():
    found = related("Niger", "Benin")
    assert found.direction < 0.1


@pytest.mark.parametrize("source", SIDES)
@pytest.mark.parametrize("target", SIDES)
def test_the_direction_flips_when_the_sides_are_swapped(source, target):
    there, back = related(source, target), related(target, source)
    assert there.direction + back.direction == pytest.approx(1.0)


def test_who_has_no_part_in_an_act_goes_neither_way():
    assert related("after", "after").direction == pytest.approx(0.5)


def test_with_both_sides_open_every_act_counts_alike():
    found = related(None, None)
    assert found.direction == pytest.approx(0.5)
    assert {reading[0] for reading in found.chances} == set(EventType)


def test_a_side_of_no_words_is_open():
    blank_space = Span(5, 6)
    open_side = relate(StubNetwork(WARNED), TEXT, at(TEXT, "Ghana"), None)
    assert relate(StubNetwork(WARNED), TEXT, at(TEXT, "Ghana"), blank_space) == open_side


@pytest.mark.parametrize("text", ["", " \n "])
def test_a_text_without_words_has_no_relation(text):
    assert relate(StubNetwork(), text, None, None) is None
    assert relate(StubNetwork(), text, Span(0, 0), None) is None


def test_a_sentence_without_a_sure_trigger_is_read_by_its_likeliest_word():
    told = seen(
        "Ghana hugged Togo.",
        act("hugged", "SUPPORT", source="Ghana", target="Togo", sure={"trigger": 0.05}),
    )
    assert related("Ghana", "Togo", told).best[0] is EventType.SUPPORT
    # a row of words without any
    assert related("Ghana", "Togo", seen("Ghana and Togo")).direction == pytest.approx(0.5)


def test_the_chances_cover_all_types_and_statuses_with_modes_of_the_type():
    chances = related("Ghana", "Togo").chances
    pairs = {(type_, status) for type_, _, status in chances}
    assert pairs == {(t, s) for t in EventType for s in Status}
    assert all(valid_mode(type_, mode) for type_, mode, _ in chances)
    assert all(weight > 0 for weight in chances.values())


def test_a_trigger_of_which_the_network_is_surer_weighs_more():
    def weight(sure):
        told = seen("Ghana hugged Togo.", act("hugged", "SUPPORT", source="Ghana", target="Togo",
                                               sure={"trigger": sure}))  # fmt: skip
        chances = related("Ghana", "Togo", told).chances
        return chances[EventType.SUPPORT, None, Status.ASSERTED]

    assert weight(0.3) < weight(0.9)


class AnyNetwork:
    """Gives the tags and links that it was made with."""

    digest = "any"

    def __init__(self, tags, links):
        self._tags, self._links = tags, links

    def read(self, text):
        words = cut(text)
        scores = blank(len(words.spans))
        scores[:, :3] = self._tags
        for part in ("from_trigger", "to_span"):
            scores[:, COLUMNS[part]] = self._links[:, None]
        return words, scores


SCORES = st.floats(-1e6, 1e6, width=32)


@example(np.array([[100, 0, 0]] * 4), np.zeros(4))  # no word could be a trigger
@given(arrays(np.float32, (4, 3), elements=SCORES), arrays(np.float32, 4, elements=SCORES))
def test_whatever_the_scores_there_is_a_direction(tags, links):
    text = "Ghana hugged Togo."
    found = relate(AnyNetwork(tags, links), text, at(text, "Ghana"), at(text, "Togo"))
    assert 0 <= found.direction <= 1
    assert all(math.isfinite(chance) for chance in found.chances.values())
