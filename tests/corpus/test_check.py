"""The corpus check finds doubles and leaks; the statistics count what is there."""

import json

import pytest

from dragoman.bench.gold import parse_gold
from dragoman.corpus import Fault, parse_markup
from dragoman.corpus.check import check
from dragoman.corpus.files import compile_gold, read_split
from dragoman.corpus.stats import measure
from dragoman.errors import DataError

HEADER = "## story={story} date=2024-05-14 register=wire region=asia\n"
MET = """[1:Kenya's envoy] {a:met} [2:his Ugandan counterpart] on Monday, [s1:officials] [c1:said].
1 KEN GOV; 2 UGA GOV
a CONSULT.meet 1>2 asserted @s1/c1 when=2024-05-13
"""
STRUCK = """After the truce [1:Rebel \\[northern\\] gunners] {a:shelled} [2:Bamako] for nine hours.
1 MLI REB; 2 MLI UNK
a ASSAULT.heavy-weapons 1>2 alleged
"""
IDLE = "Rain fell on the old harbour of Mombasa all day.\n-\n"


def sentences(text, file="a.txt"):
    return list(parse_markup(text, file))


def test_markup_compiles_to_gold_that_the_bench_reads():
    found = sentences(HEADER.format(story="s1") + MET + "\n" + STRUCK + "\n" + IDLE)
    lines = list(compile_gold(found))
    met, struck, idle = (parse_gold(json.loads(line)) for line in lines)
    assert [a.code for a in met.actors] == ["KEN", "UGA"]
    assert met.events[0].statuses[0].attribution.of(met.text) == "officials"
    assert "[northern]" in struck.text
    assert idle.events == ()
    assert met.id == "s1-001"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("A {a:strike] began.\n-\n", "opens or closes"),
        ("A {a:strike began.\n-\n", "not closed"),
        ("A {a:strike} began.\n-\n", "marked but not annotated"),
        ("[1:Peru] {a:met} Chile.\n1 PER XXX\na CONSULT 1> asserted\n", "sector"),
        ("[1:Peru] {a:met} Chile.\n1 PERU GOV\na CONSULT 1> asserted\n", "country"),
        ("[1:Peru] {a:met} Chile.\n1 PER GOV\na TALK 1> asserted\n", "type 'TALK'"),
        ("[1:Peru] {a:met} Chile.\n1 PER GOV\na AID.visit 1> asserted\n", "takes no mode"),
        ("[1:Peru] {a:met} Chile.\n1 PER GOV\na CONSULT 1>2 asserted\n", "actor '2'"),
        ("[1:Peru] {a:met} Chile.\n1 PER GOV\na CONSULT 1> sure\n", "status"),
        ("[1:Peru] {a:met} Chile.\n1 PER GOV\na CONSULT 1> asserted @s1\n", "attribution"),
        ("[1:Peru] {a:met} Chile.\n1 PER GOV\na CONSULT 1> asserted when=May\n", "when"),
        ("[1:Peru ]{a:met} Chile.\n1 PER GOV\na CONSULT 1> asserted\n", "blanks"),
    ],
)
def test_faults_name_file_line_and_what_was_expected(sentence, said):
    (fault,) = sentences(HEADER.format(story="s1") + sentence)
    assert isinstance(fault, Fault)
    assert fault.file == "a.txt"
    assert fault.line >= 2
    assert said in fault.message


def test_one_fault_does_not_hide_the_next_sentence():
    found = sentences(HEADER.format(story="s1") + "A {a:strike began.\n-\n\n" + IDLE)
    assert [isinstance(item, Fault) for item in found] == [True, False]


def test_near_doubles_are_told_and_different_sentences_are_not():
    text = HEADER.format(story="s1") + MET + "\n" + STRUCK
    other = HEADER.format(story="s2") + MET.replace("Monday", "Sunday")
    splits = {"train": sentences(text), "dev": sentences(other, "b.txt")}
    (fault,) = check(splits)
    assert "nearly the same sentence as a.txt:2" in fault.message
    assert list(check({"train": sentences(text)})) == []


def test_a_story_in_two_splits_is_a_leak():
    splits = {
        "train": sentences(HEADER.format(story="s1") + MET),
        "test": sentences(HEADER.format(story="s1") + STRUCK, "b.txt"),
    }
    assert any("stands in train as well" in f.message for f in check(splits))


def test_statistics_count_events_statuses_and_words():
    found = measure(sentences(HEADER.format(story="s1") + MET + "\n" + STRUCK + "\n" + IDLE))
    assert (found.sentences, found.events, found.stories) == (3, 2, 1)
    assert found.types == {"CONSULT": 1, "ASSAULT": 1}
    assert found.events_per_sentence == {0: 1, 1: 2}
    assert found.attributed == 1
    assert found.distinct_4grams == 1.0


def test_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(DataError, match="no markup file"):
        list(read_split(tmp_path))


ARTICLE = """## story=art-{0} date=2024-05-14 register=wire region=africa
[1:Kenya]'s {{a:{2}}} [2:Uganda] cheered the markets of both capitals on Monday morning.
1 KEN GOV; 2 UGA GOV
a {1} 1>2 asserted same=kenya-uganda
"""


def article(name, type_, words="visit to"):
    return list(parse_markup(ARTICLE.format(name, type_, words), f"{name}.txt"))


def test_articles_may_be_copies_of_each_other():
    copies = [*article("one", "CONSULT.visit"), *article("two", "CONSULT.visit")]
    assert list(check({"documents": copies})) == []
    assert len(list(check({"train": copies}))) == 1


def test_the_tellings_of_one_act_have_one_type():
    told = [*article("one", "CONSULT.visit"), *article("two", "ASSAULT", "attack on")]
    (fault,) = check({"documents": told})
    assert str(fault) == (
        "two.txt:2: 'kenya-uganda' is ASSAULT here and CONSULT at one.txt:2; "
        "the tellings of one act have one type"
    )
