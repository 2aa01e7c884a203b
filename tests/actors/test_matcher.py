import pytest

from dragoman.actors import load_index
from dragoman.actors.matcher import Matcher
from dragoman.actors.words import Words


@pytest.fixture(scope="module")
def matcher():
    return Matcher(load_index())


def found(matcher, text):
    words = Words(text)
    return [words.slice(f.first, f.last) for f in matcher.find(words, 0, len(words))]


@pytest.mark.parametrize(
    "text",
    [
        "the dog told us who may chad turkey polish china",
        "a plan to ran raw in the bin",
        "a male guinea pig",
        "the jordan almonds",
    ],
)
def test_common_words_in_small_letters_name_nobody(matcher, text):
    assert found(matcher, text) == []


def test_the_longest_name_wins(matcher):
    assert found(matcher, "Papua New Guinea and Guinea-Bissau and South Korea") == [
        "Papua New Guinea",
        "Guinea-Bissau",
        "South Korea",
    ]


def test_hyphens_bound_names(matcher):
    assert found(matcher, "Russia-North Korea ties, U.S.-led, North Korean-made") == [
        "Russia",
        "North Korea",
        "U.S.",
        "North Korean",
    ]


def test_no_name_reaches_over_a_sentence_end(matcher):
    assert found(matcher, "We left Guinea. Bissau was quiet.") == ["Guinea", "Bissau"]


def test_capitals_of_a_headline_are_read(matcher):
    assert found(matcher, "PYONGYANG WARNS IRAN") == ["PYONGYANG", "IRAN"]


def test_an_acronym_that_is_a_word_counts_only_among_small_letters(matcher):
    assert found(matcher, "Doctors at the WHO agreed") == ["Doctors", "WHO"]
    assert "WHO" not in found(matcher, "PEOPLE WHO VOTED AGAINST")


def test_british_spelling_of_acronyms_is_read(matcher):
    assert found(matcher, "Nato and Unesco") == ["Nato", "Unesco"]


def test_a_ministry_may_stand_in_small_letters_behind_its_country(matcher):
    assert found(matcher, "China's foreign ministry") == ["China's foreign ministry"]


def test_a_title_before_a_thing_is_an_adjective(matcher):
    assert found(matcher, "Russian military exercises") == ["Russian"]
    assert found(matcher, "Russian military commanders") == ["Russian military", "commanders"]


def test_accents_may_be_left_out_unless_they_make_the_word(matcher):
    assert found(matcher, "the Elysee") == ["Elysee"]
    assert found(matcher, "Male voters") == ["voters"]
    assert found(matcher, "in Malé") == ["Malé"]


def test_longer_names_swallow_states(matcher):
    assert found(matcher, "the South China Sea and the Korean Peninsula") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("习近平访问平壤", "习近平"),
        ("어제 김정은이 말했다", "김정은"),
        ("日本の岸田文雄首相", "日本"),
    ],
)
def test_scripts_without_spaces_are_searched_inside_words(matcher, text, name):
    assert name in [text[r.start : r.end] for r in matcher.find_runs(text, 0, len(text))]
