import datetime as dt
from dataclasses import replace

import pytest

from dragoman.briefs import build_brief
from dragoman.records import Actor, EventType, MentionKind, Mode, Precision, Sector, Status
from tests.briefs.readings import Told, article, reading

VISIT = Told(
    type=EventType.CONSULT,
    mode=Mode.VISIT,
    trigger="visited",
    sources=("Norvenia",),
    targets=("Ostland",),
)
TALKS = replace(VISIT, mode=Mode.MEET, trigger="met")


def day(number):
    return dt.date(2024, 3, number)


def on(words, start, end):
    precision = Precision.DAY if start == end else Precision.INTERVAL
    return (words, day(start), day(end), precision)


def rows(text, *told, **about):
    return build_brief([reading(text, *told, **about)]).rows


def test_what_an_article_says_again_stands_once_with_both_places():
    [row] = rows("Norvenia visited Ostland. Norvenia met Ostland.", VISIT, TALKS)
    assert [c.sentence.sentence for c in row.cited] == [0, 1]
    assert row.modes == (Mode.VISIT, Mode.MEET)
    assert row.act == "visits; meets for talks with"
    assert [p.words.words for p in row.sources] == ["Norvenia"]


def test_other_words_for_the_same_actor_are_kept():
    met = replace(TALKS, sources=("Minister Aren",))
    [row] = rows("Norvenia visited Ostland. Minister Aren met Ostland.", VISIT, met)
    assert [p.words.words for p in row.sources] == ["Norvenia", "Minister Aren"]


@pytest.mark.parametrize(
    "change",
    [
        {"status": Status.DENIED},
        {"type": EventType.AGREE, "mode": None},
        {"targets": ()},
        {"sources": ("Sudmark",)},
    ],
)
def test_another_status_type_or_side_is_another_row(change):
    text = "Norvenia visited Ostland. Norvenia and Sudmark met Ostland."
    assert len(rows(text, VISIT, replace(TALKS, **change))) == 2


def test_times_that_exclude_each_other_are_two_events():
    first = replace(VISIT, when=on("on Monday", 25, 25))
    second = replace(TALKS, when=on("on Friday", 29, 29))
    text = "Norvenia visited Ostland on Monday. Norvenia met Ostland on Friday."
    assert len(rows(text, first, second)) == 2


def test_times_that_overlap_are_one_event():
    first = replace(VISIT, when=on("on Monday", 25, 25))
    second = replace(TALKS, when=on("this week", 25, 31))
    [row] = rows(
        "Norvenia visited Ostland on Monday. Norvenia met Ostland this week.", first, second
    )
    assert [citation.words for _, citation in row.when] == ["on Monday", "this week"]


def test_an_event_without_a_time_joins_the_one_told_last():
    again = replace(VISIT, trigger="returned", mode=None)
    first = replace(VISIT, when=on("on Monday", 25, 25))
    second = replace(TALKS, when=on("on Friday", 29, 29))
    text = (
        "Norvenia visited Ostland on Monday. Norvenia met Ostland on Friday. "
        "Norvenia returned to Ostland."
    )
    monday, friday = rows(text, first, second, again)
    assert len(monday.cited) == 1
    assert len(friday.cited) == 2


def test_other_persons_are_two_events_though_the_codes_agree():
    first = replace(VISIT, sources=("Minister Aren",))
    second = replace(TALKS, sources=("President Holt",))
    assert (
        len(rows("Minister Aren visited Ostland. President Holt met Ostland.", first, second)) == 2
    )


def test_actors_that_nothing_identifies_are_the_same_only_by_the_same_words():
    first = replace(VISIT, sources=("the ministry",))
    same = replace(TALKS, sources=("the ministry",))
    other = replace(TALKS, sources=("officials",))
    assert len(rows("So the ministry visited Ostland; the ministry met Ostland.", first, same)) == 1
    assert len(rows("So the ministry visited Ostland; officials met Ostland.", first, other)) == 2


def test_rows_of_two_articles_are_never_joined():
    one = reading("Norvenia visited Ostland.", VISIT, outlet="One")
    two = reading("Norvenia visited Ostland.", VISIT, outlet="Two")
    assert [row.document for row in build_brief([one, two]).rows] == [1, 2]


def test_rows_stand_by_status_and_then_as_the_text_has_them():
    brief = build_brief([article()])
    statuses = [row.status.value for row in brief.rows]
    assert statuses == [
        "asserted", "asserted", "planned", "speculated", "alleged", "denied", "hypothetical",
    ]  # fmt: skip
    assert [row.number for row in brief.rows] == [1, 2, 3, 4, 5, 6, 7]


def test_voices_keep_their_order_and_an_unnamed_one_its_cue():
    said = replace(VISIT, said=(("Sudmark", "says"), (None, "reportedly")))
    [row] = rows("Sudmark says Norvenia reportedly visited Ostland.", said)
    [[outer, inner]] = row.chains
    assert (outer.words.words, outer.cue.words, outer.code) == ("Sudmark", "says", "SDM")
    assert inner.words is None
    assert inner.cue.words == "reportedly"


def test_the_same_voice_said_twice_stands_once():
    text = "Sudmark says Norvenia visited Ostland. Sudmark says Norvenia met Ostland."
    said = (("Sudmark", "says"),)
    [row] = rows(text, replace(VISIT, said=said), replace(TALKS, said=said))
    assert len(row.chains) == 1


def test_a_second_status_is_kept_and_found_under_both():
    also = (Status.DENIED, (("Sudmark", "denies"),))
    brief = build_brief(
        [reading("Norvenia visited Ostland, Sudmark denies.", replace(VISIT, also=also))]
    )
    assert [row.number for row in brief.also_of_status(Status.DENIED)] == [1]
    assert Status.DENIED not in brief.missing.statuses


def test_a_country_is_called_by_its_name_and_not_by_a_code():
    text = "Minister Aren visited Ostland. Norvenia rejoiced at Ostland."
    joy = Told(
        type=EventType.SUPPORT, trigger="rejoiced", sources=("Norvenia",), targets=("Ostland",)
    )
    visit = replace(VISIT, sources=("Minister Aren",))
    first, _ = rows(text, visit, joy)
    assert [(p.name, p.code, p.person) for p in first.sources] == [("Norvenia", "NRV", "Tove Aren")]


def test_without_a_name_for_the_country_the_person_stands_for_it():
    [row] = rows("Minister Aren visited Ostland.", replace(VISIT, sources=("Minister Aren",)))
    assert [(p.name, p.code) for p in row.sources] == [("Tove Aren", "NRV")]


def test_an_actor_without_a_code_counts_as_not_identified():
    actors = {"a delegation": (Actor("delegation", sector=Sector.GOV), MentionKind.DESCRIPTION)}
    told = replace(VISIT, sources=("a delegation",))
    brief = build_brief([reading("So a delegation visited Ostland.", told, actors=actors)])
    assert [(u.slot, u.words.words) for u in brief.open.unresolved] == [("source", "a delegation")]
