from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.briefs import CitationError, build_brief, render, verify
from dragoman.briefs import build as build_module
from dragoman.briefs.citing import instances
from dragoman.briefs.marking import pieces
from dragoman.briefs.quotes import Citation
from dragoman.records import Event, EventType, Sentence, Span, Status
from tests.briefs.pages import parse
from tests.briefs.readings import TEXT, TITLE, Told, article, reading


def test_every_citation_of_a_brief_holds():
    brief = build_brief([article()])
    assert verify(brief) == []
    assert len(list(instances(brief, Citation))) > 50


def test_page_shows_exactly_the_words_of_each_cited_span():
    text = f"{TITLE}\n\n{TEXT}"
    brief = build_brief([article()])
    page = parse(render(brief, "html"))
    for row in brief.rows:
        shown = page.one("tbody", id=f"e{row.number}")
        quotes = list(shown.all("blockquote"))
        assert len(quotes) == len(row.cited)
        for cited, quote in zip(row.cited, quotes, strict=True):
            link = quote.one("a", class_="cite")
            sentence = quote.text.removesuffix(link.text).rstrip()
            assert sentence == cited.sentence.span.of(text)
            for mark in quote.all("mark"):
                start, end = map(int, mark.attrs["data-span"].split("-"))
                assert mark.text == text[start:end]
            for mark in cited.marks:
                inside = "".join(m.text for m in quote.all("mark", class_=mark.role.value))
                assert mark.words.words in inside


def test_citation_links_to_its_sentence_and_the_sentence_back_to_the_row():
    brief = build_brief([article()])
    page = parse(render(brief, "html"))
    for row in brief.rows:
        quotes = page.one("tbody", id=f"e{row.number}").all("blockquote")
        for cited, quote in zip(row.cited, quotes, strict=True):
            link = quote.one("a", class_="cite")
            assert link.text == f"[1·s{cited.event.sentence}]"
            sentence = page.one("span", id=link.attrs["href"].removeprefix("#"))
            assert sentence.one("span", class_="text").text == cited.sentence.words
            back = [a.attrs["href"] for a in sentence.one("span", class_="back").all("a")]
            assert f"#e{row.number}" in back


def test_page_shows_the_whole_article():
    page = parse(render(build_brief([article()]), "html"))
    shown = " ".join(part.text for part in page.one("article").all("span", class_="text"))
    assert shown.split() == f"{TITLE} {TEXT}".split()


def _first(brief):
    return brief.rows[0].cited[0]


def _with_first(brief, cited):
    row = brief.rows[0]
    return replace(brief, rows=(replace(row, cited=(cited, *row.cited[1:])), *brief.rows[1:]))


@pytest.mark.parametrize(
    "change",
    [
        {"words": "Norvenian minister ended visit to Ostland"},
        {"span": Span(1, len(TITLE) + 1)},
        {"span": Span(0, 100_000)},
        {"document_id": "doc-00000000000000000000"},
        {"document": 2},
        {"sentence": 3},
    ],
)
def test_citation_that_was_altered_is_a_fault(change):
    brief = build_brief([article()])
    cited = _first(brief)
    altered = _with_first(brief, replace(cited, sentence=replace(cited.sentence, **change)))
    assert verify(altered)


def test_headline_that_says_more_than_the_rows_is_a_fault():
    brief = build_brief([article()])
    first = brief.headline.clauses[0]
    more = replace(first, more=first.more + 1)
    headline = replace(brief.headline, clauses=(more, *brief.headline.clauses[1:]))
    [fault] = verify(replace(brief, headline=headline))
    assert "headline" in fault.where


def test_row_of_another_status_than_its_event_is_a_fault():
    brief = build_brief([article()])
    row = replace(brief.rows[0], status=Status.DENIED)
    assert verify(replace(brief, rows=(row, *brief.rows[1:])))


def test_rows_numbered_wrongly_are_a_fault():
    brief = build_brief([article()])
    assert verify(replace(brief, rows=brief.rows[1:]))


def test_brief_that_does_not_hold_is_not_given_out(monkeypatch):
    def altered(rows):
        return tuple(replace(point, row=99) for point in timeline(rows))

    timeline = build_module.timeline
    monkeypatch.setattr(build_module, "timeline", altered)
    with pytest.raises(CitationError, match="row 99 found") as raised:
        build_brief([article()])
    assert len(raised.value.faults) == 1


FACT = Told(type=EventType.CONSULT, trigger="visited", sources=("Norvenia",), targets=("Ostland",))


@pytest.mark.parametrize(
    "change",
    [
        {"trigger": Span(900, 905)},
        {"trigger": Span(9, 9)},
        {"sentence": 7},
        {"sentence_span": Span(1, 20)},
        {"document_id": "doc-00000000000000000000"},
    ],
)
def test_event_that_cannot_be_cited_is_left_out_and_said(change):
    sound = reading("Norvenia visited Ostland. Sudmark slept.", FACT)
    broken: Event = replace(sound.events[0], **change)
    brief = build_brief([replace(sound, events=(broken, sound.events[0]))])
    assert brief.records == 1
    assert brief.missing.faults
    assert brief.missing.faults[0].where.startswith("document 1, event evt-")
    assert f"Left out, for its words could not be cited exactly: document 1, event {broken.id}" in (
        render(brief, "md")
    )
    assert broken.id in render(brief, "json")


def test_mention_and_sentence_outside_the_text_are_left_out_and_said():
    sound = reading("Norvenia visited Ostland.", FACT)
    far = replace(sound.mentions[0], span=Span(500, 505))
    odd = (*sound.sentences, Sentence(1, Span(10, 14)), Sentence(2, Span(20, 400)))
    brief = build_brief([replace(sound, mentions=(*sound.mentions, far), sentences=odd)])
    assert [fault.where for fault in brief.missing.faults] == [
        "document 1, sentence 1",
        "document 1, sentence 2",
        "document 1, mention of Norvenia",
    ]
    assert brief.records == 1


_WORDS = st.lists(
    st.sampled_from(["Norvenia", "visited", "Ostland", "<b>", "&amp;", "*so*", "“x”", "é"]),
    min_size=3,
    max_size=12,
)


@st.composite
def _readings(draw):
    """Readings whose events have any spans of one sentence, overlapping as they like."""
    text = " ".join(["Norvenia", *draw(_WORDS), "visited", "Ostland"]) + "."
    sound = reading(text, FACT)

    def span():
        start = draw(st.integers(0, len(text) - 1))
        return Span(start, draw(st.integers(start + 1, len(text))))

    event = sound.events[0]
    [source], [target] = event.sources, event.targets
    events = [
        replace(
            event,
            trigger=span(),
            status=draw(st.sampled_from(list(Status))),
            sources=(replace(source, span=span()),),
            targets=(replace(target, span=span()),),
        )
        for _ in range(draw(st.integers(1, 4)))
    ]
    sentences = (Sentence(0, Span(0, len(text))),)
    events = [replace(e, sentence=0, sentence_span=Span(0, len(text))) for e in events]
    return replace(sound, sentences=sentences, events=tuple(events))


@given(_readings())
def test_any_marks_leave_the_words_of_the_sentence_as_they_are(given_reading):
    brief = build_brief([given_reading])
    assert verify(brief) == []
    assert brief.records == len(given_reading.events)
    for row in brief.rows:
        for cited in row.cited:
            cut = pieces(cited)
            assert "".join(piece.words for piece in cut) == cited.sentence.words
            for mark in cited.marks:
                inside = (p.words for p in cut if mark.words.span.contains(p.span))
                assert "".join(inside) == mark.words.words
