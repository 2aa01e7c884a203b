"""A sentence cut as the encoder reads it: every word is where the text has it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing

from dragoman.events.model.words import MAX_PIECES, load_tokenizer, read_words
from dragoman.records import Span

PIECES = "[UNK] [CLS] [SEP] [PAD] the minister visit ##ed pyong ##yang . , ' s"
VOCABULARY = {piece: number for number, piece in enumerate(PIECES.split())}
# any text, and texts that are thick with what folding and cutting may trip over
TEXTS = st.one_of(
    st.text(max_size=60),
    st.text("the s'.-İßﬁ½…≠中한가\u1100\u1161é\u0301\u200b\u00ad\xa0\n\U0001f1f5", max_size=40),
)
OPENS, CLOSES = VOCABULARY["[CLS]"], VOCABULARY["[SEP]"]


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory):
    made = Tokenizer(WordPiece(VOCABULARY, unk_token="[UNK]"))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    signs = [("[CLS]", OPENS), ("[SEP]", CLOSES)]
    made.post_processor = TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=signs)
    # what a tokenizer may have been saved with, and what reading a sentence must not do
    made.enable_padding(length=64)
    made.enable_truncation(max_length=16)
    path = tmp_path_factory.mktemp("tokenizer") / "tokenizer.json"
    made.save(str(path))
    return load_tokenizer(path)


def told(words, text):
    return [span.of(text) for span in words.spans]


def test_words_of_several_pieces_are_one_word(tokenizer):
    text = "The minister visited Pyongyang."
    words = read_words(tokenizer, text)
    assert told(words, text) == ["The", "minister", "visited", "Pyongyang", "."]
    pieces = "[CLS] the minister visit ##ed pyong ##yang . [SEP]"
    assert words.pieces == tuple(VOCABULARY[p] for p in pieces.split())
    assert words.first == (1, 2, 3, 5, 7)


def test_signs_are_words_of_their_own(tokenizer):
    text = "the minister's visit"
    assert told(read_words(tokenizer, text), text) == ["the", "minister", "'", "s", "visit"]


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_a_text_without_words_has_the_two_signs_of_the_encoder_only(tokenizer, text):
    words = read_words(tokenizer, text)
    assert (words.pieces, words.first, words.spans) == ((OPENS, CLOSES), (), ())


@given(TEXTS)
@example("İstanbul’da ½ ﬁ e\u0301 \u1100\u1161 \U0001f1f0\U0001f1f5 中文")
@example("the [SEP] minister [CLS]")
def test_every_word_lies_in_the_text_in_order_and_apart_from_the_others(tokenizer, text):
    words = read_words(tokenizer, text)
    assert len(words.first) == len(words.spans)
    before = 0
    for span in words.spans:
        assert before <= span.start < span.end <= len(text)
        assert span.of(text).strip() == span.of(text)
        before = span.end


@given(TEXTS)
def test_the_first_pieces_rise_between_the_two_signs(tokenizer, text):
    words = read_words(tokenizer, text)
    inside = range(1, len(words.pieces) - 1)
    assert all(first in inside for first in words.first)
    assert list(words.first) == sorted(set(words.first))


def test_no_padding_and_no_truncation_is_left_of_the_file(tokenizer):
    assert len(read_words(tokenizer, "the").pieces) == 3
    assert len(read_words(tokenizer, "the " * 50).pieces) == 52


@pytest.mark.parametrize(("word", "pieces"), [("the", 1), ("visited", 2)])
def test_what_goes_beyond_the_most_pieces_is_cut(tokenizer, word, pieces):
    text = " ".join([word] * MAX_PIECES)
    words = read_words(tokenizer, text)
    assert len(words.pieces) == MAX_PIECES
    assert (words.pieces[0], words.pieces[-1]) == (OPENS, CLOSES)
    assert len(words.spans) == (MAX_PIECES - 2) // pieces
    assert max(words.first) < MAX_PIECES - 1
    assert set(told(words, text)) == {word}


def test_as_many_pieces_as_are_allowed_are_all_kept(tokenizer):
    words = read_words(tokenizer, "the " * (MAX_PIECES - 2))
    assert len(words.spans) == MAX_PIECES - 2


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(4, 12), (1, 2)),
        (Span(5, 14), (1, 3)),  # from the middle of a word to the middle of another
        (Span(0, 31), (0, 5)),
        (Span(3, 4), None),  # the blank between two words
        (Span(12, 12), None),
        (Span(90, 95), None),
    ],
)
def test_the_words_that_a_span_touches(tokenizer, span, expected):
    words = read_words(tokenizer, "The minister visited Pyongyang.")
    assert words.range_of(span) == expected


def test_the_characters_of_some_words(tokenizer):
    text = "The minister  visited Pyongyang."
    words = read_words(tokenizer, text)
    assert words.span_of(1, 3).of(text) == "minister  visited"
    assert words.span_of(4, 5).of(text) == "."


@given(TEXTS, st.data())
def test_the_characters_of_words_touch_just_these(tokenizer, text, data):
    words = read_words(tokenizer, text)
    if words.spans:
        first = data.draw(st.integers(0, len(words.spans) - 1))
        last = data.draw(st.integers(first + 1, len(words.spans)))
        assert words.range_of(words.span_of(first, last)) == (first, last)
