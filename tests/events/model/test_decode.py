"""From scores to spans, labels and links."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.events.model.decode import Decoder
from dragoman.events.model.parts import LAYERS, LINK, MODES, ROLES, SECTORS, STATUSES, TYPES, WIDTH
from dragoman.events.ontology import ontology
from dragoman.records import EventType, Mode, Sector, Status
from tests.events.model.stub import COLUMNS, act, blank, seen

# Scores by which a word is outside, begins or goes on.
O, B, I = (4.0, 0.0, 0.0), (0.0, 4.0, 0.0), (0.0, 0.0, 4.0)  # noqa: E741
COUNT = 6


def tagged(*tags, layer="trigger", bias=0.0):
    """The words of the spans that tags of that likelihood give."""
    scores = blank(len(tags))
    first = 3 * LAYERS.index(layer)
    for word, tag in enumerate(tags):
        scores[word, first : first + 3] = tag
    return [t.at for t in Decoder(scores).spans(layer, bias=bias)]


def filled(part, *rows):
    """A decoder of words with the given scores in one part."""
    scores = blank(len(rows))
    scores[:, COLUMNS[part]] = rows
    return Decoder(scores)


def one_hot(number, width, value=5.0):
    return [value if n == number else 0.0 for n in range(width)]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ((O, B, I, O), [(1, 3)]),
        ((B, O, B), [(0, 1), (2, 3)]),
        ((B, I, I), [(0, 3)]),
        ((O, O), []),
        # two spans may touch
        ((B, B, I), [(0, 1), (1, 3)]),
        # what goes on without a beginning begins where it can
        ((I, I, O), [(0, 2)]),
        ((O, I, I, O), [(1, 3)]),
        ((O, (0.0, 0.5, 4.0), O), [(1, 2)]),
    ],
)
def test_spans_begin_before_they_go_on(tags, expected):
    assert tagged(*tags) == expected


def test_voices_that_touch_are_one_broken_in_two():
    assert tagged(B, B, I, O, B, layer="voice") == [(0, 3), (4, 5)]
    assert tagged(B, B, I, O, B, layer="cue") == [(0, 1), (1, 3), (4, 5)]


def test_a_lone_word_that_goes_on_from_nothing_is_dropped_where_outside_is_likelier():
    assert tagged(O, (3.5, 0.0, 4.0), O) == []


@pytest.mark.parametrize("layer", LAYERS)
def test_each_layer_is_read_apart_from_the_others(layer):
    assert tagged(O, B, layer=layer) == [(1, 2)]
    scores = blank(2)
    first = 3 * LAYERS.index(layer)
    scores[1, first : first + 3] = B
    others = [other for other in LAYERS if other != layer]
    assert all(Decoder(scores).spans(other) == [] for other in others)


def test_a_bias_finds_more_and_a_negative_one_less():
    unsure = (1.0, 0.0, -4.0)
    assert tagged(O, unsure, B, O) == [(2, 3)]
    assert tagged(O, unsure, B, O, bias=2.0) == [(1, 2), (2, 3)]
    assert tagged(O, unsure, B, O, bias=-5.0) == []


def test_a_span_is_as_likely_as_its_likeliest_word_whatever_the_bias():
    scores = blank(2)
    scores[:, :3] = np.log([[0.4, 0.6, 1e-9], [0.2, 1e-9, 0.8]])
    for bias in (0.0, 1.0):
        (span,) = Decoder(scores).spans("trigger", bias=bias)
        assert span.at == (0, 2)
        assert span.probability == pytest.approx(0.8)


def test_the_chance_of_a_word_to_lie_inside_is_that_of_beginning_or_going_on():
    scores = blank(1)
    scores[:, :3] = np.log([[0.5, 0.2, 0.3]])
    assert Decoder(scores).inside("trigger") == pytest.approx([0.5])


def test_labels_are_of_the_mean_over_the_words_of_a_span():
    consult, aid = TYPES.index(EventType.CONSULT), TYPES.index(EventType.AID)
    decoder = filled(
        "types", one_hot(consult, len(TYPES), 3.0), one_hot(aid, len(TYPES), 2.0), [0] * len(TYPES)
    )
    assert TYPES[decoder.types((0, 1)).argmax()] is EventType.CONSULT
    assert TYPES[decoder.types((1, 2)).argmax()] is EventType.AID
    both = decoder.types((0, 2))
    assert both[consult] / both[aid] == pytest.approx(np.exp(1.5 - 1.0))
    assert decoder.types((2, 3)) == pytest.approx(np.full(len(TYPES), 1 / len(TYPES)))


def test_status_and_sector_are_read_from_their_own_parts():
    denied, police = STATUSES.index(Status.DENIED), SECTORS.index(Sector.COP)
    statuses = filled("statuses", one_hot(denied, len(STATUSES))).statuses((0, 1))
    assert (statuses.argmax(), statuses.sum()) == (denied, pytest.approx(1.0))
    sectors = filled("sectors", one_hot(police, len(SECTORS))).sectors((0, 1))
    assert (sectors.argmax(), sectors.sum()) == (police, pytest.approx(1.0))


@pytest.mark.parametrize("type_", EventType)
def test_the_mode_is_one_of_the_type_or_none(type_):
    for number, (of, mode) in enumerate(MODES, start=1):
        found, chance = filled("modes", one_hot(number, 1 + len(MODES), 9.0)).mode((0, 1), type_)
        if of is type_:
            assert found is mode
            assert chance > 0.9
        else:
            assert found is None or found in ontology()[type_].modes


def test_no_mode_is_told_where_that_is_likeliest():
    decoder = filled("modes", one_hot(0, 1 + len(MODES)))
    assert decoder.mode((0, 1), EventType.CONSULT)[0] is None
    # one that other types have too does not count for them
    visit = MODES.index((EventType.CONSULT, Mode.VISIT)) + 1
    scores = np.add(one_hot(0, 1 + len(MODES)), one_hot(visit, 1 + len(MODES), 9.0))
    assert filled("modes", scores).mode((0, 1), EventType.AID) == (None, 1.0)


@pytest.mark.parametrize(
    ("facts", "expected"), [((1.0, 1.0), 1.0), ((9.0, 9.0), 3.0), ((-9.0, -9.0), -3.0)]
)
def test_factuality_stays_on_its_scale(facts, expected):
    assert filled("facts", facts).factuality(0) == pytest.approx(expected)


@pytest.mark.parametrize(("web", "expected"), [(90.0, 1.0), (-90.0, 2.0), (10.0, 1.5)])
def test_factuality_is_judged_as_readers_of_the_kind_of_text_do(web, expected):
    scores = blank(1)
    scores[:, COLUMNS["facts"]] = 1.0, 2.0  # as readers of the web see it, as news has it
    scores[:, COLUMNS["web"]] = web
    assert Decoder(scores).factuality(0) == pytest.approx(expected)


MET = seen(
    "Ghana met Togo after Benin warned Niger.",
    act("met", "CONSULT", source="Ghana", target="Togo"),
    act("warned", "THREATEN", source="Benin", target="Niger", sure={"target": 0.6}),
)
TRIGGERS = [(1, 2), (5, 6)]
SIDES = [(0, 1), (2, 3), (4, 5), (6, 7)]


def linked(triggers, spans):
    return Decoder(MET.scores()[1]).links(triggers, spans)


def test_links_tell_every_role_of_every_span_for_every_trigger():
    chances = linked(TRIGGERS, SIDES)
    assert chances.shape == (2, 4, len(ROLES))
    source, target = ROLES.index("source"), ROLES.index("target")
    assert chances[0, :, source] == pytest.approx([0.9, 0, 0, 0], abs=0.01)
    assert chances[0, :, target] == pytest.approx([0, 0.9, 0, 0], abs=0.01)
    assert chances[1, :, source] == pytest.approx([0, 0, 0.9, 0], abs=0.01)
    assert chances[1, :, target] == pytest.approx([0, 0, 0, 0.6], abs=0.01)


@given(st.permutations(range(len(SIDES))), st.permutations(range(len(TRIGGERS))))
def test_the_order_of_candidates_does_not_matter(sides, triggers):
    plain = linked(TRIGGERS, SIDES)
    turned = linked([TRIGGERS[t] for t in triggers], [SIDES[s] for s in sides])
    assert turned == pytest.approx(plain[triggers][:, sides])


@pytest.mark.parametrize(("triggers", "spans"), [([], SIDES), (TRIGGERS, []), ([], [])])
def test_without_candidates_there_are_no_links(triggers, spans):
    assert linked(triggers, spans).shape == (len(triggers), len(spans), len(ROLES))
    assert not linked(triggers, spans).any()


def test_the_links_of_a_span_are_those_of_its_mean_vector():
    scores = blank(3)
    left = scores[:, COLUMNS["from_trigger"]].reshape(3, len(ROLES), LINK)
    right = scores[:, COLUMNS["to_span"]].reshape(3, len(ROLES), LINK)
    left[:] = right[:] = 0.0
    left[0, :, 0] = LINK**0.5
    right[1:, 0, 0] = 3.0, 1.0
    (chances,) = Decoder(scores).links([(0, 1)], [(1, 2), (1, 3)])
    assert chances[:, 0] == pytest.approx(1 / (1 + np.exp([-3.0, -2.0])))


def test_links_that_could_not_be_surer_are_one_or_nothing():
    scores = blank(2)
    scores[:, COLUMNS["from_trigger"]] = 100.0
    scores[:, COLUMNS["to_span"]] = np.array([[100.0], [-100.0]])
    (chances,) = Decoder(scores).links([(0, 1)], [(0, 1), (1, 2)])
    assert chances == pytest.approx(np.array([[1.0] * len(ROLES), [0.0] * len(ROLES)]))


def test_an_empty_sentence_has_no_spans():
    decoder = Decoder(np.zeros((0, WIDTH), dtype=np.float32))
    assert decoder.count == 0
    for layer in LAYERS:
        assert decoder.spans(layer) == []
        assert decoder.inside(layer).shape == (0,)
    assert decoder.links([], []).shape == (0, 0, len(ROLES))


FINITE = st.floats(allow_nan=False, allow_infinity=False, width=32)


@given(arrays(np.float32, (COUNT, 3), elements=FINITE), st.floats(-20, 20))
def test_any_scores_give_spans_in_order_that_do_not_overlap(tags, bias):
    scores = blank(COUNT)
    scores[:, :3] = tags
    found = Decoder(scores).spans("trigger", bias=bias)
    before = 0
    for span in found:
        first, last = span.at
        assert before <= first < last <= COUNT
        assert 0 <= span.probability <= 1
        before = last


@given(arrays(np.float32, (COUNT, 3), elements=st.floats(-9, 9, width=32)), st.floats(0, 9))
def test_a_bias_never_leaves_fewer_words_in_spans(tags, bias):
    scores = blank(COUNT)
    scores[:, :3] = tags

    def words(bias):
        return sum(t.at[1] - t.at[0] for t in Decoder(scores).spans("trigger", bias=bias))

    assert words(0.0) <= words(bias)
