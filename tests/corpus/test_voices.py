"""Sentences of which every voice and cue is marked, and nothing else."""

from dragoman.corpus import parse_markup
from dragoman.corpus.files import VOICES, read_split
from tests.corpus.test_shipped_corpus import CORPUS

HEADER = "## story=vo-x date=2016-02-11 register=local region=americas\n"


def voices(marked):
    (sentence,) = parse_markup(f"{HEADER}{marked}\n-\n", "a.txt")
    return [
        (v["source"] and v["source"]["span"], v["cue"]["span"])
        for v in sentence.gold.get("voices", ())
    ]


def test_a_voice_and_a_cue_of_one_number_belong_together():
    marked = "[s1:She] [c1:said] that [s2:the mayor] [c2:hopes] to win."
    assert voices(marked) == [("She", "said"), ("the mayor", "hopes")]


def test_a_letter_tells_more_cues_or_voices_of_one_number_apart():
    marked = "[s1:He] [c1:left early], [c1b:adding] little."
    assert voices(marked) == [("He", "left early"), ("He", "adding")]
    marked = "[s1:He] and [s1b:she] [c1:agreed]."
    assert voices(marked) == [("He", "agreed"), ("she", "agreed")]


def test_a_cue_without_a_voice_has_an_open_source():
    assert voices("The bridge is [c1:said to be] safe.") == [(None, "said to be")]


def test_a_sentence_without_marks_has_no_voices():
    assert voices("It rained.") == []


def test_the_shipped_sentences_mark_voices_alone():
    golds = [sentence.gold for sentence in read_split(CORPUS / VOICES)]
    assert len(golds) > 1000
    assert all(not gold["events"] and not gold["actors"] for gold in golds)
    told = sum("voices" in gold for gold in golds)
    assert 0.6 < told / len(golds) < 0.8
