from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.words import Words, fold


@given(st.text())
def test_words_and_gaps_are_the_whole_text(text):
    words = Words(text)
    pieces = [words.gaps[0]]
    for i in range(len(words)):
        pieces += [text[words.starts[i] : words.ends[i]], words.gaps[i + 1]]
    assert "".join(pieces) == text


def test_accents_fold_whether_composed_or_not():
    assert Words("Élysée").cased == Words("E\u0301lyse\u0301e").cased == ["Elysee"]
    assert fold("Łódź") == "Lodz"


def test_acronyms_with_dots_are_one_word_without_them():
    words = Words("the U.S.-led talks")
    assert words.cased == ["the", "US", "led", "talks"]
    assert words.text[words.starts[1] : words.ends[1]] == "U.S."


def test_possessive_endings_are_seen_with_both_apostrophes():
    for text in ("Moscow's", "Moscow’s"):
        assert Words(text).possessive(1)
