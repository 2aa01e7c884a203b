"""Weights are checked before they are used; a sentence has the same scores wherever it stands."""

import datetime as dt
import hashlib
import json

import numpy as np
import pytest

from dragoman.actors.places import shipped_places
from dragoman.actors.resolver import default_resolver
from dragoman.errors import DataError
from dragoman.events.model.coder import model_coder
from dragoman.events.model.network import (
    CARD,
    TOKENIZER,
    WEIGHTS,
    is_installed,
    load_network,
    read_card,
)
from dragoman.events.model.parts import WIDTH
from dragoman.records import Document
from tests.events.model.stub import StubPlaces, StubResolver

WHAT_TO_DO = r"install Dragoman again or use --coder rules"


@pytest.fixture
def folder(tmp_path):
    """A folder whose card fits its files, which are no weights."""
    files = {WEIGHTS: b"weights", TOKENIZER: b"tokenizer"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    (tmp_path / CARD).write_text(json.dumps({"sha256": sums}), encoding="utf-8")
    return tmp_path


def test_a_folder_is_installed_when_it_holds_weights(folder):
    assert is_installed(folder)
    (folder / WEIGHTS).unlink()
    assert not is_installed(folder)
    assert not is_installed(folder / "elsewhere")


def test_a_missing_card_is_told_with_what_to_do(folder):
    (folder / CARD).unlink()
    for load in (read_card, load_network):
        with pytest.raises(DataError, match=rf"card\.json is missing; {WHAT_TO_DO}"):
            load(folder)


@pytest.mark.parametrize("content", [b'{"sha256": ', b"\xff\xfe", b""])
def test_a_damaged_card_is_told_with_what_to_do(folder, content):
    (folder / CARD).write_bytes(content)
    with pytest.raises(DataError, match=rf"card\.json: .*damaged: {WHAT_TO_DO}"):
        load_network(folder)


@pytest.mark.parametrize("name", [WEIGHTS, TOKENIZER])
def test_a_missing_file_is_told_with_what_to_do(folder, name):
    (folder / name).unlink()
    with pytest.raises(DataError, match=rf"{name} is missing; {WHAT_TO_DO}"):
        load_network(folder)


@pytest.mark.parametrize("name", [WEIGHTS, TOKENIZER])
def test_another_file_than_the_card_names_is_refused(folder, name):
    expected = json.loads((folder / CARD).read_text())["sha256"][name]
    found = hashlib.sha256(b"another").hexdigest()
    (folder / name).write_bytes(b"another")
    with pytest.raises(DataError) as refused:
        load_network(folder)
    said = str(refused.value)
    assert name in said
    assert f"{found[:12]}… found, {expected[:12]}… expected" in said
    assert said.endswith("install Dragoman again or use --coder rules")


@pytest.mark.parametrize(
    "card",
    [
        [],
        {},
        {"thresholds": {"nose": 1}, "calibration": []},
        # weights that the card does not name are not loaded unseen
        {"thresholds": {}, "calibration": [], "sha256": {}},
    ],
)
def test_a_card_of_another_version_makes_no_coder(folder, card):
    (folder / CARD).write_text(json.dumps(card), encoding="utf-8")
    with pytest.raises(DataError, match=r"card\.json: not a card of this version"):
        model_coder(StubResolver(), StubPlaces(), folder=folder)


shipped = pytest.mark.skipif(
    not is_installed(), reason="the weights (dragoman/events/data/model) are not installed"
)
VISIT = "Russia's foreign minister visited Pyongyang on Monday."


@pytest.fixture(scope="module")
def network():
    return load_network()


@shipped
def test_a_sentence_is_cut_into_words_with_scores_for_each(network):
    words, scores = network.read(VISIT)
    assert [span.of(VISIT) for span in words.spans] == [
        "Russia", "'", "s", "foreign", "minister", "visited", "Pyongyang", "on", "Monday", ".",
    ]  # fmt: skip
    assert scores.shape == (10, WIDTH)
    assert np.isfinite(scores).all()


@shipped
@pytest.mark.parametrize("text", ["", " \n"])
def test_a_text_without_words_has_no_scores(network, text):
    words, scores = network.read(text)
    assert (words.spans, scores.shape) == ((), (0, WIDTH))


@shipped
def test_a_sentence_has_the_same_scores_twice_and_among_others(network):
    _, first = network.read(VISIT)
    network.read("It rained. " * 40)
    _, again = network.read(VISIT)
    network.read("!")
    _, last = network.read(VISIT)
    assert np.array_equal(first, again)
    assert np.array_equal(first, last)


@shipped
def test_sentences_read_together_have_the_scores_of_each_alone(network):
    texts = [
        VISIT,
        "Ghana's foreign minister visited Lagos on Tuesday.",  # as many pieces, as many words
        "Ghana's un-named envoy, tired, slept on Tuesday.",  # other words
        "It rained.",
        "",
        VISIT,
    ] + [f"Talks number {n} between Ghana and Togo ended." for n in range(20)]
    alone = [network.read(text) for text in texts]
    network.read_ahead(texts)
    for text, (words, scores) in zip(texts, alone, strict=True):
        again, together = network.read(text)
        assert again == words
        assert np.array_equal(scores, together)


@shipped
def test_no_more_is_held_than_was_read_ahead_and_not_asked_for(network, monkeypatch):
    texts = [f"Talks number {n} ended in Lagos." for n in range(10)]
    network.read_ahead(texts)
    assert len(network._ready) == 10
    for text in texts:
        network.read(text)
    assert not network._ready
    monkeypatch.setattr("dragoman.events.model.network._MOST_AHEAD", 20)  # words
    network.read_ahead(texts)
    assert len(network._ready) == 3
    network.read_ahead([])
    assert not network._ready


@shipped
def test_a_sentence_beyond_the_encoders_reach_is_read_to_there(network):
    words, scores = network.read("Ghana thanked Togo and " * 200)
    assert len(words.spans) == len(scores) > 100


@shipped
def test_the_shipped_coder_reads_a_visit():
    coder = model_coder(default_resolver(), shipped_places())
    reading = coder.code(Document(text=VISIT, date=dt.date(2024, 3, 30)))
    assert reading.problems == ()
    (event,) = reading.events
    assert event.type == "CONSULT"
    assert (event.source_codes, event.target_codes) == (("RUS",), ("PRK",))
    assert event.trigger.of(VISIT) == "visited"
    assert event.when.start == dt.date(2024, 3, 25)
    assert event.coder == f"model/{coder.version}"


@shipped
def test_the_card_says_what_the_weights_are():
    card = read_card()
    assert set(card["sha256"]) == {WEIGHTS, TOKENIZER}
    assert card["licence"] == "Apache-2.0"
