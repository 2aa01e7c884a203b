"""Every mention goes to the sentence that it lies in."""

from dragoman.events.sentences import by_sentence
from dragoman.records import Mention, MentionKind, Sentence, Span


def mention(start, end):
    return Mention(Span(start, end), MentionKind.NAME, None, 1.0, "test")


def test_mentions_go_to_the_sentence_that_holds_them():
    sentences = [Sentence(0, Span(0, 10)), Sentence(1, Span(11, 20)), Sentence(2, Span(21, 30))]
    first, both, across, last = mention(0, 3), mention(0, 3), mention(8, 13), mention(25, 30)
    found = dict(by_sentence(sentences, [first, both, across, last]))
    assert found == {sentences[0]: [first, both], sentences[1]: [], sentences[2]: [last]}
