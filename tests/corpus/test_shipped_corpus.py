"""The corpus that the project ships holds what its data card says."""

from pathlib import Path

import pytest

from dragoman.corpus import Fault
from dragoman.corpus.check import check
from dragoman.corpus.files import SPLITS, read_split
from dragoman.corpus.stats import measure
from dragoman.records import EventType, Status

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def read():
    return {name: list(read_split(CORPUS / name)) for name in SPLITS}


@pytest.fixture(scope="module")
def splits(read):
    return {name: [s for s in items if not isinstance(s, Fault)] for name, items in read.items()}


def test_every_sentence_can_be_read(read):
    assert [str(f) for items in read.values() for f in items if isinstance(f, Fault)] == []


def test_no_sentence_stands_twice_and_no_story_in_two_splits(splits):
    assert [str(fault) for fault in check(splits)] == []


def test_training_has_enough_of_every_type_and_status(splits):
    found = measure(splits["train"])
    assert found.sentences >= 5000
    assert min(found.types.get(t.value, 0) for t in EventType) >= 180
    assert min(found.statuses.get(s.value, 0) for s in Status) >= 350


@pytest.mark.parametrize("split", ["dev", "test"])
def test_held_out_splits_have_all_types_and_statuses(splits, split):
    found = measure(splits[split])
    assert found.sentences >= 400
    assert set(found.types) == {t.value for t in EventType}
    assert set(found.statuses) == {s.value for s in Status}


def test_no_state_dominates(splits):
    found = measure(splits["train"])
    assert max(found.countries.values()) / found.sentences < 0.06
