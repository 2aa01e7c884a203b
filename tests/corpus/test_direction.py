"""Sentences on direction may be like each other, and like nothing that a coder learns from."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.bench.gold import parse_gold
from dragoman.cli import app
from dragoman.corpus import Fault, parse_markup
from dragoman.corpus.check import check
from dragoman.corpus.files import DIRECTION, DOCUMENTS, PARTS, SPLITS, read_split

CORPUS = Path(__file__).parents[2] / "corpus"
PAIR = """## story={0} date=2024-05-14 register=wire region=africa
[1:Kenya] {{a:sent}} [2:Uganda] nine barges of maize across the lake before the long rains.
1 KEN GOV; 2 UGA GOV
a AID 1>2 asserted

[1:Uganda] {{a:sent}} [2:Kenya] nine barges of maize across the lake before the long rains.
1 UGA GOV; 2 KEN GOV
a AID 1>2 asserted
"""


def pair(story="dir-barges", file="direction-01.txt"):
    return list(parse_markup(PAIR.format(story), file))


def test_pairs_that_differ_in_their_sides_are_no_doubles_here():
    assert list(check({DIRECTION: pair()})) == []
    assert list(check({DIRECTION: [*pair(), *pair("dir-other", "direction-02.txt")]})) == []


@pytest.mark.parametrize("part", [*SPLITS, DOCUMENTS])
def test_a_sentence_that_another_part_has_is_told(part):
    other = pair("barges", "other.txt")[:1]
    faults = list(check({part: other, DIRECTION: pair()}))
    assert [f.file for f in faults] == ["direction-01.txt"] * 2
    assert {f.message for f in faults} == {"nearly the same sentence as other.txt:2"}


@pytest.mark.parametrize("part", SPLITS)
def test_pairs_elsewhere_are_doubles(part):
    (fault,) = check({part: pair()})
    assert "nearly the same sentence" in fault.message


def test_a_story_of_another_part_is_a_leak():
    rain = "## story=dir-barges date=2024-05-14 register=wire region=africa\nIt rained.\n-\n"
    faults = check({"train": list(parse_markup(rain, "a.txt")), DIRECTION: pair()})
    assert any("'dir-barges' stands in train as well" in f.message for f in faults)


def test_the_corpus_is_read_with_the_sentences_on_direction(tmp_path):
    for part in ("train", DIRECTION):
        (tmp_path / part).mkdir()
        text = PAIR.format(f"{part}-barges")
        (tmp_path / part / "a.txt").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(app, ["corpus", "stats", str(tmp_path), "--json"])
    assert json.loads(done.stdout)["sentences"] == 4


@pytest.fixture(scope="module")
def shipped():
    return {part: list(read_split(CORPUS / part)) for part in PARTS}


def test_every_shipped_sentence_on_direction_tells_who_does_it_to_whom(shipped):
    faults = [str(item) for item in shipped[DIRECTION] if isinstance(item, Fault)]
    assert faults == []
    gold = [parse_gold(sentence.gold) for sentence in shipped[DIRECTION]]
    assert len(gold) >= 240
    for sentence in gold:
        (event,) = sentence.events
        ((source,), (target,)) = event.sources, event.targets
        assert source.span != target.span
        assert source.code != target.code or source.sector != target.sector


def test_no_shipped_sentence_on_direction_stands_in_another_part(shipped):
    splits = {
        part: [s for s in found if not isinstance(s, Fault)] for part, found in shipped.items()
    }
    files = {s.file for s in splits[DIRECTION]}
    assert [str(fault) for fault in check(splits) if fault.file in files] == []
