"""The normal form of texts."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.normal import letters, normalise, one_line

# All code points, halves of surrogate pairs among them.
ANY_TEXT = st.text(st.characters())


def test_line_ends_blanks_and_invisible_characters():
    assert normalise("a\r\nb\rc\u2028d\u2029e\x0cf") == "a\nb\nc\nd\n\ne\nf"
    assert normalise("a\u00a0b\u202fc\td  \ne") == "a b c d\ne"
    assert normalise("a\u00adb\u200bc\ufeffd\x00e\x07f\u202eg") == "abcdefg"


def test_letters_and_their_accents_are_composed():
    assert normalise("E\u0301lyse\u0301e") == "Élysée"
    # also where something invisible stood between
    assert normalise("e\u200b\u0301") == "é"


def test_emoji_sequences_and_half_spaces_are_kept():
    assert normalise("👩\u200d🚀 می\u200cخواهم") == "👩\u200d🚀 می\u200cخواهم"


@given(ANY_TEXT)
def test_normal_text_has_no_controls_and_stays_as_it_is(text):
    normal = normalise(text)
    assert normalise(normal) == normal
    assert unicodedata.is_normalized("NFC", normal)
    assert not {unicodedata.category(c) for c in normal if c != "\n"} & {"Cc", "Cs"}
    assert not set(normal) & set("\r\0\ufeff\u00a0")
    assert all(line == line.rstrip() for line in normal.split("\n"))
    normal.encode("utf-8")


@given(ANY_TEXT)
def test_one_line_is_one_line(text):
    line = one_line(text)
    assert "\n" not in line
    assert "  " not in line
    assert one_line(line) == line


@given(st.text(), st.integers(1, 50))
def test_letters_are_counted_up_to_a_bound(text, bound):
    assert letters(text, up_to=bound) == min(bound, sum(c.isalpha() for c in text))
