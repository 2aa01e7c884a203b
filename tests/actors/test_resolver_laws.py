"""What holds for any text at all."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors import default_resolver
from dragoman.language import split_sentences
from dragoman.records import Document, MentionKind, Sentence, Span

PIECES = st.sampled_from(
    [
        "Russia", "Russian", "North Korea", "U.S.", "Moscow", "Moscow's", "Kim", "Kim Jong Un",
        "President", "foreign minister", "the", "of", "in", "and", ",", ".", "’s", "its", "he",
        "the two countries", "the ministry", "head", "SVR", "Jordan", "Georgia", "Korea", "North",
        "习近平", "김정은", "Нарышкин", "\u0301", "\n\n", "\ud7ff", "😀", "-", "“", "İ", "ﬁ", "ß",
        "Minister of State Security", "troops", "said", "visited", "both sides", "former", "UN",
    ]
)  # fmt: skip
DAYS = st.dates(dt.date(1946, 1, 1), dt.date(2030, 1, 1))


def check(document, sentences):
    mentions = default_resolver().resolve(document, sentences)
    assert list(mentions) == sorted(mentions, key=lambda m: m.span)
    for mention in mentions:
        assert mention.span.of(document.text).strip() == mention.span.of(document.text) != ""
        assert any(s.span.contains(mention.span) for s in sentences)
        assert 0 <= mention.score <= 1
        assert mention.reason
        assert "\n" not in mention.reason
        if mention.actor is not None:
            assert mention.actor.name
    spans = {m.span for m in mentions if m.kind is not MentionKind.NAME}
    for one in spans:
        assert not any(one.overlap(other) for other in spans - {one})


@given(st.text(), DAYS)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_offsets_match(text, day):
    document = Document(text, day)
    check(document, split_sentences(document))


@given(st.lists(st.tuples(PIECES, st.sampled_from([" ", "", ", "]))), DAYS)
@settings(max_examples=400, deadline=None)
def test_any_mixture_of_names_is_read_and_offsets_match(pieces, day):
    document = Document("".join(a + b for a, b in pieces), day)
    check(document, split_sentences(document))


@given(st.lists(PIECES, min_size=1), st.data())
@settings(max_examples=150, deadline=None)
def test_sentences_may_be_any_parts_of_the_text(pieces, data):
    text = " ".join(pieces)
    cut = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(cut, len(text)))
    document = Document(text, dt.date(2024, 1, 1))
    check(document, (Sentence(0, Span(0, cut)), Sentence(1, Span(cut, end))))


@given(st.lists(PIECES), DAYS)
@settings(max_examples=60, deadline=None)
def test_reading_twice_gives_the_same(pieces, day):
    document = Document(" ".join(pieces), day)
    sentences = split_sentences(document)
    resolver = default_resolver()
    assert resolver.resolve(document, sentences) == resolver.resolve(document, sentences)
